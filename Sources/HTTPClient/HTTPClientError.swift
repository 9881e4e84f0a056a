/// A request that brought no response; a response with an error status is none of these.
public struct HTTPClientError: Error, Sendable, Hashable, CustomStringConvertible {
  public enum Code: String, Sendable, CaseIterable {
    /// libcurl is not installed.
    case unavailable = "http.unavailable"
    /// The address or a header is not fit to be sent.
    case badRequest = "http.bad-request"
    /// No connection: no such host, nobody listening.
    case unreachable = "http.unreachable"
    case timedOut = "http.timed-out"
    /// The other side's certificate is not to be trusted.
    case untrusted = "http.untrusted"
    /// The response is larger than allowed.
    case tooLarge = "http.too-large"
    /// The connection broke in the middle, or what came is not HTTP.
    case broken = "http.broken"
  }

  public let code: Code
  /// Without the address's query, which may hold secrets.
  public let message: String

  public init(_ code: Code, _ message: String) {
    self.code = code
    self.message = message
  }

  /// The same request may do better later.
  public var isPassing: Bool { code == .unreachable || code == .timedOut || code == .broken }

  public var description: String { "\(code.rawValue): \(message)" }
}
