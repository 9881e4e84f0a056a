import Glibc

/// What a `LoopbackServer` answers.
public struct LoopbackAnswer: Sendable {
  public var status: Int
  public var headers: [(name: String, value: String)]
  public var body: [UInt8]
  /// What Content-Length says, where it is not the truth.
  public var claimedLength: Int?
  public var closes = false

  public init(_ status: Int = 200, headers: [(name: String, value: String)] = [], _ body: [UInt8] = []) {
    self.status = status
    self.headers = headers
    self.body = body
  }

  public init(_ status: Int = 200, json: String) {
    self.init(status, headers: [("Content-Type", "application/json")], Array(json.utf8))
  }

  func write(to connection: Int32, toHead: Bool) -> Bool {
    var bytes = Array("HTTP/1.1 \(status) Answer\r\n".utf8)
    for (name, value) in headers { bytes += Array("\(name): \(value)\r\n".utf8) }
    bytes += Array("Content-Length: \(claimedLength ?? body.count)\r\n\r\n".utf8)
    if !toHead { bytes += body }
    var sent = 0
    while sent < bytes.count {
      let count = bytes.withUnsafeBytes { buffer in
        send(connection, buffer.baseAddress.map { $0 + sent }, bytes.count - sent, Int32(MSG_NOSIGNAL))
      }
      guard count > 0 else { return false }
      sent += count
    }
    return true
  }
}
