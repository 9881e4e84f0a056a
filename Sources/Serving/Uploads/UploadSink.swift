import Digests
import Files
import Glibc
import Storage
import Workflow

/// Where the files of an upload go. Let go before its owner takes them over, nothing is left. For one thread.
protocol UploadSink: AnyObject {
  func begin() throws
  func write(_ bytes: UnsafeRawBufferPointer) throws
  /// The file is whole.
  func end(name: String) throws
}

/// Straight into Storage, hashed on the way; all files of the upload become durable together.
final class StorageSink: UploadSink {
  private let batch: any FileBatch
  private let fileLimit: Int64
  private var intake: (any FileIntake)?
  private(set) var files: [NewSubmission.File] = []

  init(_ store: any FileStore, fileLimit: Int64) throws {
    batch = try store.batch()
    self.fileLimit = fileLimit
  }

  func begin() throws {
    intake = try batch.receive(limit: fileLimit)
  }

  func write(_ bytes: UnsafeRawBufferPointer) throws {
    try intake?.write(bytes)
  }

  func end(name: String) throws {
    guard let intake else { return }
    let stored = try intake.finish()
    self.intake = nil
    files.append(NewSubmission.File(name: name, sha256: stored.sha256, byteCount: stored.byteCount))
  }

  func commit() throws {
    try batch.commit()
  }
}

/// Keeps nothing but the files' digests.
final class DigestSink: UploadSink {
  private var digest = SHA256Digest()
  private(set) var sha256: [String] = []

  func begin() { digest = SHA256Digest() }
  func write(_ bytes: UnsafeRawBufferPointer) { digest.update(bytes) }
  func end(name: String) { sha256.append(digest.finishHex()) }
}

/// One file for a moment, in a scratch folder.
final class ScratchSink: UploadSink {
  private let fileLimit: Int64
  private let file: OwnedDescriptor
  private var byteCount: Int64 = 0
  private(set) var isWhole = false

  var path: String { file.path }

  init(folder: String, fileLimit: Int64) throws {
    _ = try Folder.create(folder)
    self.fileLimit = fileLimit
    let name = String(UInt64.random(in: 0...UInt64.max), radix: 36)
    file = try OwnedDescriptor.creating("\(folder)/\(name)", mode: 0o600)
  }

  deinit { unlink(file.path) }

  func begin() throws {
    guard !isWhole else { throw Refusal.tooManyFiles(1) }
  }

  func write(_ bytes: UnsafeRawBufferPointer) throws {
    byteCount += Int64(bytes.count)
    guard byteCount <= fileLimit else { throw Refusal.fileTooLarge(fileLimit) }
    try file.write(bytes)
  }

  func end(name: String) throws {
    isWhole = byteCount > 0
  }
}
