/// What came to a `LoopbackServer`.
public struct LoopbackRequest: Sendable {
  public let method: String
  /// As it was sent, without the query.
  public let path: String
  /// After the question mark, as it was sent.
  public let query: String
  /// By lower-case name.
  public let headers: [String: String]
  public let body: [UInt8]

  public var text: String { String(decoding: body, as: UTF8.self) }
}
