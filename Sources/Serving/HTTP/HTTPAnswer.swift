public import Dossiers
public import Files

/// What a request is answered with.
public struct HTTPAnswer {
  public enum Body {
    case bytes([UInt8])
    /// From the descriptor's byte at `from` on.
    case file(OwnedDescriptor, from: Int64 = 0, byteCount: Int64)
    case stream(any ByteSource, byteCount: Int64)
  }

  public var status: Int
  public var headers: [(name: String, value: String)]
  public var body: Body

  public init(status: Int, type: String? = nil, headers: [(name: String, value: String)] = [], body: Body) {
    self.status = status
    self.headers = (type.map { [("Content-Type", $0)] } ?? []) + headers
    self.body = body
  }

  public static func json(_ value: JSONValue, status: Int = 200) -> HTTPAnswer {
    HTTPAnswer(
      status: status, type: "application/json; charset=utf-8", headers: [("Cache-Control", "no-store")],
      body: .bytes(Array((value.canonical + "\n").utf8)))
  }

  public static func text(_ text: String, type: String = "text/plain; charset=utf-8", status: Int = 200) -> HTTPAnswer {
    HTTPAnswer(status: status, type: type, body: .bytes(Array(text.utf8)))
  }
}

/// Bytes that are made while they are sent. For one thread at a time.
public protocol ByteSource: AnyObject {
  /// Fills some of the buffer; 0 at the end. A throw breaks the connection off, so that nobody takes a part for all.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int
}
