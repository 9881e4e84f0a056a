/// Takes what another service tells us of itself, such as Zalo. It proves itself by a signature over the raw body.
public protocol WebhookReceiver: Sendable {
  /// Such as `/zalo/webhook`.
  var path: String { get }
  /// Bytes that a body may have.
  var limit: Int64 { get }
  /// `headers` by lower-case name. Returns as soon as it is kept; throws where it cannot be: it will be told again.
  func receive(headers: [String: String], body: [UInt8]) throws -> WebhookAnswer
}

public enum WebhookAnswer: Sendable {
  case taken, wrongSignature, malformed
}
