/// A request's head. Names of headers are in small letters; nothing is trusted.
public struct HTTPRequest: Sendable {
  public let method: String
  /// As it came, without the query.
  public let path: String
  /// The path's parts, percent-decoded; nil where it cannot be decoded or tries to lead elsewhere.
  public let segments: [String]?
  public let query: [(name: String, value: String)]
  public let headers: [String: String]
  /// The peer's address, without its port.
  public let address: String
  /// Bytes announced; nil where none were (no body, or in chunks).
  public let contentLength: Int64?
  public let isChunked: Bool

  init(
    method: String, path: String, query: [(name: String, value: String)], headers: [String: String], address: String
  ) {
    self.method = method
    self.path = path
    self.query = query
    self.headers = headers
    self.address = address
    segments = PercentEncoding.segments(of: path)
    contentLength = headers["content-length"].flatMap { Int64($0) }
    isChunked = headers["transfer-encoding"] != nil
  }

  var hasBody: Bool { isChunked || (contentLength ?? 0) > 0 }

  /// The client waits for our word before it sends the body.
  var expectsContinue: Bool { headers["expect"]?.lowercased() == "100-continue" }

  /// The last value that the query gives the name.
  func value(_ name: String) -> String? {
    query.last { $0.name == name }?.value
  }

  /// The same request as the proxy in front of us saw it.
  func forwarded(from address: String) -> HTTPRequest {
    HTTPRequest(method: method, path: path, query: query, headers: headers, address: address)
  }
}
