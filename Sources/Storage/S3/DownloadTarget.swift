import Files
import Glibc
import HTTPClient

/// A file that the body of a good answer goes into, from its beginning; what a server says of an error stays in
/// memory.
final class DownloadTarget: ResponseBodySink {
  private let file: OwnedDescriptor
  private var isGood = false
  /// The body of an answer that is no success.
  private(set) var words: [UInt8] = []

  private static let wordsKept = 64 << 10

  init(file: OwnedDescriptor) {
    self.file = file
  }

  /// Throws `SystemCallError`.
  func begin(status: Int, headers: [String: String]) throws {
    isGood = (200..<300).contains(status)
    words = []
    guard ftruncate(file.raw, 0) == 0 else {
      throw SystemCallError(call: "ftruncate", code: errno, path: file.path)
    }
    try file.rewind()
  }

  /// Throws `SystemCallError`.
  func receive(_ bytes: UnsafeRawBufferPointer) throws {
    if isGood {
      try file.write(bytes)
    } else if words.count < Self.wordsKept {
      words.append(contentsOf: bytes)
    }
  }
}
