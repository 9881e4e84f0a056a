import Digests
import Files

/// The one file that a package is written into; hashed on the way.
final class SerialisedOutput {
  private let file: OwnedDescriptor
  private let digest = SHA256Digest()
  private(set) var byteCount: Int64 = 0

  init(making path: String) throws(ArchiveError) {
    file = try archiving { () throws(SystemCallError) in try OwnedDescriptor.creating(path, mode: 0o600) }
  }

  func write(_ bytes: UnsafeRawBufferPointer) throws(ArchiveError) {
    try archiving { () throws(SystemCallError) in try file.write(bytes) }
    digest.update(bytes)
    byteCount += Int64(bytes.count)
  }

  func write(_ bytes: [UInt8]) throws(ArchiveError) {
    try archiving { () throws(SystemCallError) in try file.write(bytes) }
    digest.update(bytes)
    byteCount += Int64(bytes.count)
  }

  /// Copies the whole file; `invalid` where it has not the size that was announced.
  func copy(_ path: String, byteCount announced: Int64, _ buffer: ChunkBuffer) throws(ArchiveError) {
    let source = try archiving { () throws(SystemCallError) in
      try OwnedDescriptor.reading(path, followingLinks: false)
    }
    var copied: Int64 = 0
    while true {
      let count = try archiving { () throws(SystemCallError) in try source.read(into: buffer.space) }
      if count == 0 { break }
      try write(buffer.filled(count))
      copied += Int64(count)
    }
    guard copied == announced else {
      throw ArchiveError(.invalid, "\(path) had \(announced) bytes and now has \(copied)")
    }
  }

  /// Syncs; the SHA-256 of the whole file.
  func finish() throws(ArchiveError) -> String {
    try archiving { () throws(SystemCallError) in try file.sync() }
    return digest.finishHex()
  }
}
