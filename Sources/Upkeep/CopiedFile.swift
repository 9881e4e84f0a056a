import Digests
import Files

/// A file copied and hashed on the way.
struct CopiedFile {
  let sha256: String
  let byteCount: Int64

  /// Copies into a new file that only this user may read. Durable once its file system is synced.
  init(from source: OwnedDescriptor, to path: String) throws(SystemCallError) {
    let target = try OwnedDescriptor.creating(path, mode: 0o600)
    let digest = SHA256Digest()
    let buffer = ChunkBuffer()
    var byteCount: Int64 = 0
    while true {
      let count = try source.read(into: buffer.space)
      if count == 0 { break }
      digest.update(buffer.filled(count))
      try target.write(buffer.filled(count))
      byteCount += Int64(count)
    }
    sha256 = digest.finishHex()
    self.byteCount = byteCount
  }

  /// The digest of what lies there.
  static func sha256(of path: String) throws(SystemCallError) -> String {
    let digest = SHA256Digest()
    try OwnedDescriptor.reading(path, followingLinks: false).readToEnd { digest.update($0) }
    return digest.finishHex()
  }
}
