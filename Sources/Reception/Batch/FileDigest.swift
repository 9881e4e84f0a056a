import Digests
import Files

/// What a file holds, without keeping it.
enum FileDigest {
  /// SHA-256 from where the descriptor stands to the end, as hex.
  static func sha256(of file: OwnedDescriptor) throws -> String {
    let digest = SHA256Digest()
    let buffer = ChunkBuffer()
    while true {
      let count = try file.read(into: buffer.space)
      if count == 0 { return digest.finishHex() }
      digest.update(buffer.filled(count))
    }
  }
}
