import Digests
import Files

/// Bytes on their way into a store: written to a temporary file, counted and hashed as they come.
final class Spool {
  private enum State {
    case writing
    /// Handed over: whoever finished it answers for the file.
    case finished
  }

  let file: OwnedDescriptor
  private let limit: Int64?
  private let discard: (OwnedDescriptor) -> Void
  private let digest = SHA256Digest()
  private var byteCount: Int64 = 0
  private var state = State.writing

  /// More than `limit` bytes are refused; `discard` removes the file of a spool that was never finished.
  init(_ file: OwnedDescriptor, limit: Int64?, discard: @escaping (OwnedDescriptor) -> Void) {
    self.file = file
    self.limit = limit
    self.discard = discard
  }

  deinit {
    if state == .writing { discard(file) }
  }

  func write(_ bytes: UnsafeRawBufferPointer) throws(StorageError) {
    precondition(state == .writing, "a finished file takes no bytes")
    byteCount += Int64(bytes.count)
    if let limit, byteCount > limit { throw StorageError(.tooLarge, "more than \(limit) bytes") }
    try storing { () throws(SystemCallError) in try file.write(bytes) }
    digest.update(bytes)
  }

  /// Hands the file over to `place`, under its content's name. To be called once; what `place` throws leaves the file
  /// to be discarded.
  func finish(_ place: (StoredFile) throws(StorageError) -> Void) throws(StorageError) -> StoredFile {
    precondition(state == .writing, "a file is finished once")
    // A writer may have gone on after it was told that it was too much.
    if let limit, byteCount > limit { throw StorageError(.tooLarge, "more than \(limit) bytes") }
    let stored = StoredFile(sha256: digest.finishHex(), byteCount: byteCount)
    try place(stored)
    state = .finished
    return stored
  }
}
