import Digests
import Files

/// One file on its way into a bucket: hashed as it is spooled to the cache's folder.
final class S3Intake: FileIntake {
  private enum State {
    case writing
    /// Handed over: uploaded, or left to the batch.
    case finished
  }

  private let store: S3Store
  private let limit: Int64?
  private let batch: S3Batch?
  private let file: OwnedDescriptor
  private let digest = SHA256Digest()
  private var byteCount: Int64 = 0
  private var state = State.writing

  init(store: S3Store, limit: Int64?, batch: S3Batch?) throws(StorageError) {
    self.store = store
    self.limit = limit
    self.batch = batch
    file = try store.cache.temporary()
  }

  deinit {
    if state == .writing { store.cache.discard(file) }
  }

  func write(_ bytes: UnsafeRawBufferPointer) throws(StorageError) {
    precondition(state == .writing, "a finished file takes no bytes")
    byteCount += Int64(bytes.count)
    if let limit, byteCount > limit { throw StorageError(.tooLarge, "more than \(limit) bytes") }
    try storing { () throws(SystemCallError) in try file.write(bytes) }
    digest.update(bytes)
  }

  func finish() throws(StorageError) -> StoredFile {
    precondition(state == .writing, "a file is finished once")
    let stored = StoredFile(sha256: digest.finishHex(), byteCount: byteCount)
    if let batch {
      batch.adopt(file, as: stored)
    } else {
      try store.upload(file, as: stored)
      try store.cache.keep(file, as: stored)
    }
    state = .finished
    return stored
  }
}
