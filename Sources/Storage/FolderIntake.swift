import Digests
import Files
import Glibc

/// One file on its way into a `FolderStore`: hashed as it is written under a temporary name.
final class FolderIntake: FileIntake {
  static let temporaryPrefix = "put-"

  private enum State {
    case writing
    /// Handed over: placed, or left to the batch.
    case finished
  }

  private let store: FolderStore
  private let limit: Int64?
  private let batch: FolderBatch?
  private let file: OwnedDescriptor
  private let digest = SHA256Digest()
  private var byteCount: Int64 = 0
  private var state = State.writing

  init(store: FolderStore, limit: Int64?, batch: FolderBatch?) throws(StorageError) {
    self.store = store
    self.limit = limit
    self.batch = batch
    let random = UInt64.random(in: 0...UInt64.max)
    let name = "\(Self.temporaryPrefix)\(getpid())-\(String(random, radix: 16))"
    file = try storing { () throws(SystemCallError) in
      try OwnedDescriptor.creating("\(store.path)/\(FolderStore.temporaryFolder)/\(name)", mode: 0o600)
    }
  }

  deinit {
    // What could not be removed either is swept by age.
    if state == .writing { unlink(file.path) }
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
    if let limit, byteCount > limit { throw StorageError(.tooLarge, "more than \(limit) bytes") }
    let stored = StoredFile(sha256: digest.finishHex(), byteCount: byteCount)
    if let batch {
      batch.adopt(file.path, as: stored)
      state = .finished
      return stored
    }
    try storing { () throws(SystemCallError) in try file.sync() }
    let changed = try store.place(file.path, as: stored)
    state = .finished
    try storing { () throws(SystemCallError) in
      for folder in changed { try Folder.sync(folder) }
    }
    return stored
  }
}
