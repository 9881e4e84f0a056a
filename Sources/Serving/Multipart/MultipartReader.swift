import Glibc

/// Takes the parts of a `multipart/form-data` body as they come. For one thread.
package protocol MultipartTaker: AnyObject {
  func begin(_ head: MultipartHead) throws
  func take(_ bytes: UnsafeRawBufferPointer) throws
  func end() throws
}

/// Reads `multipart/form-data` (RFC 7578, RFC 2046 5.1.1) from pieces of any size, holding back no more than a
/// delimiter's length of a part's content.
package final class MultipartReader {
  private enum State {
    /// Before the first delimiter.
    case preamble
    /// Right behind a delimiter: the end, or another part.
    case delimiter
    case head
    case content
    case epilogue
  }

  /// Owns this reader.
  private unowned let taker: any MultipartTaker
  /// CR LF, two dashes, the boundary.
  private let delimiter: [UInt8]
  private var state = State.preamble
  /// What has come and cannot be understood yet.
  private var pending: [UInt8]
  private var lines: [String] = []
  private var headBytes = 0

  private static let headLimit = 8 << 10
  private static let preambleLimit = 8 << 10

  /// `contentType` is the request's header.
  package init(contentType: String, taker: any MultipartTaker) throws {
    let parameters = HeaderParameters(contentType)
    guard parameters.value == "multipart/form-data", let boundary = parameters["boundary"],
      (1...70).contains(boundary.utf8.count), boundary.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F || $0 == 0x20 })
    else { throw MultipartFault.noBoundary }
    delimiter = Array("\r\n--\(boundary)".utf8)
    self.taker = taker
    // The first delimiter may stand at the very beginning.
    pending = [0x0D, 0x0A]
  }

  package func receive(_ bytes: UnsafeRawBufferPointer) throws {
    if pending.isEmpty {
      let used = try consume(bytes)
      pending.append(contentsOf: bytes[used...])
      return
    }
    var whole: [UInt8] = []
    swap(&whole, &pending)
    whole.append(contentsOf: bytes)
    let used = try whole.withUnsafeBytes { try consume($0) }
    pending.append(contentsOf: whole[used...])
  }

  /// The body is over. Throws where it ends before its last delimiter.
  package func finish() throws {
    guard state == .epilogue else {
      throw state == .preamble ? MultipartFault.noDelimiter : MultipartFault.truncated
    }
  }

  /// Understands as much as it can; returns how many bytes that took.
  private func consume(_ bytes: UnsafeRawBufferPointer) throws -> Int {
    var position = 0
    while true {
      let rest = UnsafeRawBufferPointer(rebasing: bytes[position...])
      let used =
        switch state {
        case .preamble: try skipPreamble(rest)
        case .delimiter: try passDelimiter(rest)
        case .head: try readLine(rest)
        case .content: try passContent(rest)
        case .epilogue: rest.count
        }
      position += used ?? 0
      if used == nil || position == bytes.count { return position }
    }
  }

  private func skipPreamble(_ bytes: UnsafeRawBufferPointer) throws -> Int? {
    let (before, found) = search(bytes)
    if found {
      state = .delimiter
      return before + delimiter.count
    }
    guard before < Self.preambleLimit else { throw MultipartFault.noDelimiter }
    return before == 0 ? nil : before
  }

  private func passDelimiter(_ bytes: UnsafeRawBufferPointer) throws -> Int? {
    guard bytes.count >= 2 else { return nil }
    if bytes[0] == UInt8(ascii: "-"), bytes[1] == UInt8(ascii: "-") {
      state = .epilogue
      return 2
    }
    // RFC 2046: white space may stand between the boundary and the line's end.
    var position = 0
    while position < bytes.count, bytes[position] == 0x20 || bytes[position] == 0x09 { position += 1 }
    guard position < 256 else { throw MultipartFault.badDelimiter }
    guard position + 2 <= bytes.count else { return nil }
    guard bytes[position] == 0x0D, bytes[position + 1] == 0x0A else { throw MultipartFault.badDelimiter }
    state = .head
    lines = []
    headBytes = 0
    return position + 2
  }

  private func readLine(_ bytes: UnsafeRawBufferPointer) throws -> Int? {
    var end = 0
    while end + 1 < bytes.count, !(bytes[end] == 0x0D && bytes[end + 1] == 0x0A) { end += 1 }
    guard headBytes + end < Self.headLimit else { throw MultipartFault.headTooLarge }
    guard end + 1 < bytes.count else { return nil }
    headBytes += end + 2
    if end == 0 {
      try taker.begin(try MultipartHead(lines: lines))
      state = .content
      return 2
    }
    guard let line = String(validating: bytes[..<end], as: UTF8.self), !line.utf8.contains(0) else {
      throw MultipartFault.badHead
    }
    lines.append(line)
    return end + 2
  }

  private func passContent(_ bytes: UnsafeRawBufferPointer) throws -> Int? {
    let (before, found) = search(bytes)
    if before > 0 { try taker.take(UnsafeRawBufferPointer(rebasing: bytes[..<before])) }
    if found {
      try taker.end()
      state = .delimiter
      return before + delimiter.count
    }
    return before == 0 ? nil : before
  }

  /// How many bytes certainly stand before the next delimiter, and whether it follows them whole.
  private func search(_ bytes: UnsafeRawBufferPointer) -> (before: Int, found: Bool) {
    guard let base = bytes.baseAddress else { return (0, false) }
    var position = 0
    while position < bytes.count,
      let hit = memchr(base + position, 0x0D, bytes.count - position).map({ UnsafeRawPointer($0) })
    {
      let start = hit - base
      let length = min(delimiter.count, bytes.count - start)
      if delimiter.withUnsafeBytes({ equal(base + start, $0, length) }) {
        return (start, length == delimiter.count)
      }
      position = start + 1
    }
    return (bytes.count, false)
  }

  private func equal(_ bytes: UnsafeRawPointer, _ other: UnsafeRawBufferPointer, _ count: Int) -> Bool {
    guard let start = other.baseAddress else { return false }
    return memcmp(bytes, start, count) == 0
  }
}
