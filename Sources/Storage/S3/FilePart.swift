import Files
import HTTPClient
import Synchronization

/// A part of a file as a request's body, read where it is sent.
final class FilePart: RequestBodySource {
  let byteCount: Int64
  private let file: OwnedDescriptor
  private let offset: Int64
  private let sent = Mutex<Int64>(0)

  init(_ file: OwnedDescriptor, from offset: Int64, length: Int64) {
    self.file = file
    self.offset = offset
    byteCount = length
  }

  /// Throws `SystemCallError`.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    let before = sent.withLock { $0 }
    let count = Int(min(Int64(buffer.count), byteCount - before))
    guard count > 0 else { return 0 }
    let space = UnsafeMutableRawBufferPointer(rebasing: buffer[..<count])
    let read = try file.read(into: space, at: offset + before)
    sent.withLock { $0 += Int64(read) }
    return read
  }

  func rewind() {
    sent.withLock { $0 = 0 }
  }
}
