public import Dossiers

/// Something that a citizen did in a chat, as the service told it.
public struct ChatEvent: Sendable {
  /// The service's own id: the same event may be told again.
  public let id: String
  public let citizen: String
  /// The service's name of it, such as `user_send_text`.
  public let kind: String
  public let payload: JSONValue
  /// By the service's clock: orders what a citizen did.
  public let saidAt: Timestamp
  /// How often it was tried before.
  public let attempts: Int

  public init(
    id: String, citizen: String, kind: String, payload: JSONValue, saidAt: Timestamp, attempts: Int = 0
  ) {
    self.id = id
    self.citizen = citizen
    self.kind = kind
    self.payload = payload
    self.saidAt = saidAt
    self.attempts = attempts
  }
}
