/// A request to another server.
public struct OutgoingRequest: Sendable {
  public enum Body: Sendable {
    case none
    case bytes([UInt8])
    /// Sent piece by piece, never whole in memory.
    case stream(any RequestBodySource)
  }

  public var method: String
  /// `http` or `https`, percent-encoded.
  public var url: String
  /// Sent in this order, as they are; lines with control characters are refused.
  public var headers: [(name: String, value: String)]
  public var body: Body

  public init(
    _ method: String, _ url: String, headers: [(name: String, value: String)] = [], body: Body = .none
  ) {
    self.method = method
    self.url = url
    self.headers = headers
    self.body = body
  }
}

/// The bytes of a request's body. Used by one thread at a time.
public protocol RequestBodySource: AnyObject, Sendable {
  /// How many bytes will come.
  var byteCount: Int64 { get }
  /// Fills some of the buffer; 0 at the end.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int
  /// Back to the first byte: a kept connection may turn out to be closed when the body has begun.
  func rewind() throws
}
