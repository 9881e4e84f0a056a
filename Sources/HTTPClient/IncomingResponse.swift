/// What another server answered.
public struct IncomingResponse: Sendable {
  public let status: Int
  /// By lower-case name; of headers that came twice, both values with a comma.
  public let headers: [String: String]
  /// Empty where a sink took it.
  public let body: [UInt8]

  public var isSuccess: Bool { (200..<300).contains(status) }
}

/// Takes a response's body piece by piece. Used by one thread at a time.
public protocol ResponseBodySink: AnyObject {
  /// Called once before the first byte, when status and headers are known; may throw to take nothing.
  func begin(status: Int, headers: [String: String]) throws
  func receive(_ bytes: UnsafeRawBufferPointer) throws
}
