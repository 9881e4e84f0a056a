import Glibc

/// Reads requests from a connection, one after the other.
final class LoopbackReader {
  private let connection: Int32
  private var waiting: [UInt8] = []

  init(_ connection: Int32) {
    self.connection = connection
  }

  /// nil when the connection has ended or what comes is not HTTP.
  func next() -> LoopbackRequest? {
    guard let head = head() else { return nil }
    var lines = head.split(separator: "\r\n", omittingEmptySubsequences: true)[...]
    guard let first = lines.popFirst() else { return nil }
    let words = first.split(separator: " ")
    guard words.count == 3 else { return nil }
    var headers: [String: String] = [:]
    for line in lines {
      guard let colon = line.firstIndex(of: ":") else { return nil }
      headers[line[..<colon].lowercased()] = line[line.index(after: colon)...].drop { $0 == " " }.description
    }
    guard let body = body(of: Int(headers["content-length"] ?? "0") ?? 0) else { return nil }
    let target = words[1].split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    return LoopbackRequest(
      method: String(words[0]), path: String(target[0]), query: target.count > 1 ? String(target[1]) : "",
      headers: headers, body: body)
  }

  private func head() -> String? {
    let end: [UInt8] = [13, 10, 13, 10]
    while true {
      if let start = waiting.indices.first(where: { waiting[$0...].starts(with: end) }) {
        let head = String(decoding: waiting[..<start], as: UTF8.self)
        waiting.removeFirst(start + end.count)
        return head
      }
      guard waiting.count < 1 << 16, more() else { return nil }
    }
  }

  private func body(of count: Int) -> [UInt8]? {
    while waiting.count < count {
      guard more() else { return nil }
    }
    defer { waiting.removeFirst(count) }
    return Array(waiting[..<count])
  }

  private func more() -> Bool {
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    let count = recv(connection, &buffer, buffer.count, 0)
    guard count > 0 else { return false }
    waiting += buffer[..<count]
    return true
  }
}
