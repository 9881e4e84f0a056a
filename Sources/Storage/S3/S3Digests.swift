import Digests
import Files
import FoundationEssentials

/// The digests of a file, or of a part of one, that S3's headers name.
struct S3Digests {
  private let sha256: [UInt8]
  /// nil where libcrypto refuses MD5.
  private let md5: [UInt8]?
  let byteCount: Int64

  /// Reads so many bytes from the offset on, or to the end; the present position does not matter.
  init(of file: OwnedDescriptor, from offset: Int64 = 0, length: Int64 = .max) throws(StorageError) {
    let strong = SHA256Digest()
    let weak = DigestContext(.md5)
    let buffer = ChunkBuffer()
    var read: Int64 = 0
    while read < length {
      let space = UnsafeMutableRawBufferPointer(
        rebasing: buffer.space[..<Int(min(Int64(ChunkBuffer.byteCount), length - read))])
      let count = try storing { () throws(SystemCallError) in try file.read(into: space, at: offset + read) }
      if count == 0 { break }
      strong.update(buffer.filled(count))
      weak?.update(buffer.filled(count))
      read += Int64(count)
    }
    sha256 = strong.finish()
    md5 = weak?.finish()
    byteCount = read
  }

  var file: StoredFile { StoredFile(sha256: sha256Hex, byteCount: byteCount) }
  var sha256Hex: String { Hexadecimal.encode(sha256) }
  var sha256Base64: String { Data(sha256).base64EncodedString() }
  var md5Hex: String? { md5.map { Hexadecimal.encode($0) } }

  /// What goes with an upload, so that the server refuses other bytes. `Content-MD5` is known to every server, the
  /// other to newer ones.
  var headers: [(String, String)] {
    [("x-amz-checksum-sha256", sha256Base64)] + (md5.map { [("content-md5", Data($0).base64EncodedString())] } ?? [])
  }
}
