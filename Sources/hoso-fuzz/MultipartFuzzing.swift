import Serving

/// A body must come out the same however it is cut into pieces.
enum MultipartFuzzing {
  private final class Collector: MultipartTaker {
    var parts: [(name: String, fileName: String?, content: [UInt8])] = []

    func begin(_ head: MultipartHead) {
      parts.append((head.name, head.fileName, []))
    }

    func take(_ bytes: UnsafeRawBufferPointer) {
      precondition(!parts.isEmpty, "content before any part")
      parts[parts.count - 1].content += bytes
    }

    func end() {}
  }

  /// The first byte says how long the pieces are.
  static func run(_ bytes: UnsafeRawBufferPointer) {
    guard let first = bytes.first else { return }
    let body = UnsafeRawBufferPointer(rebasing: bytes.dropFirst())
    let whole = parts(of: body, pieces: max(1, body.count))
    let cut = parts(of: body, pieces: Int(first % 17) + 1)
    guard let whole, let cut else {
      precondition(whole == nil && cut == nil, "refused in pieces or as a whole, but not both")
      return
    }
    precondition(
      whole.count == cut.count
        && zip(whole, cut).allSatisfy { $0.name == $1.name && $0.fileName == $1.fileName && $0.content == $1.content },
      "cut into pieces, a body reads differently")
  }

  private static func parts(
    of body: UnsafeRawBufferPointer, pieces length: Int
  ) -> [(name: String, fileName: String?, content: [UInt8])]? {
    let collector = Collector()
    do {
      let reader = try MultipartReader(contentType: "multipart/form-data; boundary=b", taker: collector)
      var rest = body[...]
      while !rest.isEmpty {
        try reader.receive(UnsafeRawBufferPointer(rebasing: rest.prefix(length)))
        rest = rest.dropFirst(length)
      }
      try reader.finish()
      return collector.parts
    } catch {
      return nil
    }
  }
}
