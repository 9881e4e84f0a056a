import Digests
import Foundation
import HTTPClient
import Synchronization

/// What is sent: a multipart body around bytes that differ for each upload, made without filling memory.
final class UploadPayload: Sendable {
  static let boundary = "hoso-bench"
  private let bytes: [UInt8]

  init(mostBytes: Int) {
    var generator = SystemRandomNumberGenerator()
    var bytes: [UInt8] = []
    bytes.reserveCapacity(mostBytes + 8)
    while bytes.count < mostBytes {
      withUnsafeBytes(of: generator.next()) { bytes.append(contentsOf: $0) }
    }
    self.bytes = bytes
  }

  func body(_ number: Int, byteCount: Int) -> Body {
    Body(self, number: number, byteCount: byteCount)
  }

  /// The multipart body of one upload, read as often as it is sent.
  final class Body: RequestBodySource {
    private let payload: UploadPayload
    private let head: [UInt8]
    private let tail: [UInt8]
    private let contentCount: Int
    private let place = Mutex(0)
    /// Of the file alone.
    let sha256: String

    init(_ payload: UploadPayload, number: Int, byteCount: Int) {
      self.payload = payload
      // The number is the file's beginning, so that no two are alike.
      let mark = Array("%PDF-1.4 upload \(number)\n".utf8)
      head =
        Array(
          ("--\(UploadPayload.boundary)\r\nContent-Disposition: form-data; name=\"files\"; "
            + "filename=\"tep-\(number).pdf\"\r\n\r\n").utf8) + mark
      tail = Array("\r\n--\(UploadPayload.boundary)--\r\n".utf8)
      contentCount = max(0, byteCount - mark.count)
      let digest = SHA256Digest()
      digest.update(mark)
      payload.bytes[..<contentCount].withUnsafeBytes { digest.update($0) }
      sha256 = digest.finishHex()
    }

    var byteCount: Int64 { Int64(head.count + contentCount + tail.count) }

    func read(into buffer: UnsafeMutableRawBufferPointer) -> Int {
      place.withLock { place in
        let start = place
        for (piece, offset) in [
          (head[...], 0), (payload.bytes[..<contentCount], head.count), (tail[...], head.count + contentCount),
        ] {
          let from = place - offset
          guard from >= 0, from < piece.count, place - start < buffer.count else { continue }
          let count = min(piece.count - from, buffer.count - (place - start))
          let target = UnsafeMutableRawBufferPointer(rebasing: buffer[(place - start)..<(place - start + count)])
          piece[(piece.startIndex + from)..<(piece.startIndex + from + count)].withUnsafeBytes {
            target.copyMemory(from: $0)
          }
          place += count
        }
        return place - start
      }
    }

    func rewind() { place.withLock { $0 = 0 } }
  }
}
