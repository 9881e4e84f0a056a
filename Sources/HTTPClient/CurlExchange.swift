import CCurl
import Glibc

/// One request's body going out and its response coming in: what libcurl's callbacks work on.
final class CurlExchange {
  private let body: OutgoingRequest.Body
  private let sink: (any ResponseBodySink)?
  private let limit: Int64
  private var sentCount = 0
  private var receivedCount: Int64 = 0
  private var hasBegun = false
  private(set) var status = 0
  private(set) var headers: [String: String] = [:]
  private(set) var received: [UInt8] = []
  /// What a source or sink threw; it broke the request off.
  private(set) var error: (any Error)?
  private(set) var isTooLarge = false

  init(body: OutgoingRequest.Body, sink: (any ResponseBodySink)?, limit: Int64) {
    self.body = body
    self.sink = sink
    self.limit = limit
  }

  /// nil: there is no body.
  var byteCount: Int64? {
    switch body {
    case .none: nil
    case .bytes(let bytes): Int64(bytes.count)
    case .stream(let source): source.byteCount
    }
  }

  func fill(_ space: UnsafeMutableRawBufferPointer) -> Int {
    switch body {
    case .none: return 0
    case .bytes(let bytes):
      let count = min(space.count, bytes.count - sentCount)
      space.copyBytes(from: bytes[sentCount..<(sentCount + count)])
      sentCount += count
      return count
    case .stream(let source):
      do {
        let count = try source.read(into: space)
        sentCount += count
        // Less than was announced: the server would wait for the rest without end.
        guard count > 0 || sentCount >= Int(source.byteCount) else { return Int(hoso_curl_abort_reading()) }
        return count
      } catch {
        self.error = error
        return Int(hoso_curl_abort_reading())
      }
    }
  }

  func rewind() -> Bool {
    switch body {
    case .none: return true
    case .bytes:
      sentCount = 0
      return true
    case .stream(let source):
      do {
        try source.rewind()
        sentCount = 0
        return true
      } catch {
        self.error = error
        return false
      }
    }
  }

  /// A line of the response's head, with its end.
  func takeLine(_ bytes: UnsafeRawBufferPointer) {
    let line = String(decoding: bytes, as: UTF8.self)
    if line.hasPrefix("HTTP/") {
      // A new head: an interim response's (100 Continue) counts for nothing.
      headers = [:]
      status = line.split(separator: " ").dropFirst().first.flatMap { Int($0.prefix(3)) } ?? 0
      return
    }
    guard let colon = line.utf8.firstIndex(of: UInt8(ascii: ":")) else { return }
    let name = line[..<colon].lowercased()
    let value = Self.trimmed(line[line.index(after: colon)...])
    headers[name] = headers[name].map { "\($0), \(value)" } ?? value
  }

  /// False breaks the request off.
  func take(_ bytes: UnsafeRawBufferPointer) -> Bool {
    receivedCount += Int64(bytes.count)
    guard receivedCount <= limit else {
      isTooLarge = true
      return false
    }
    guard let sink else {
      received.append(contentsOf: bytes)
      return true
    }
    do {
      try begin(sink)
      try sink.receive(bytes)
      return true
    } catch {
      self.error = error
      return false
    }
  }

  /// To be called when all has come: an empty body is told to the sink too.
  func end() throws {
    if let sink { try begin(sink) }
  }

  private func begin(_ sink: any ResponseBodySink) throws {
    guard !hasBegun else { return }
    hasBegun = true
    try sink.begin(status: status, headers: headers)
  }

  private static func trimmed(_ text: Substring) -> String {
    let isBlank: (Unicode.Scalar) -> Bool = { $0 == " " || $0 == "\t" || $0 == "\r" || $0 == "\n" }
    var scalars = text.unicodeScalars[...]
    while let first = scalars.first, isBlank(first) { scalars.removeFirst() }
    while let last = scalars.last, isBlank(last) { scalars.removeLast() }
    return String(scalars)
  }
}
