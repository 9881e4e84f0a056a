public import Dossiers

/// Something to be said to a citizen in a chat.
public struct ChatMessage: Sendable {
  public let id: Int64
  public let citizen: String
  /// What it says, in the messenger's own terms.
  public let content: JSONValue
  public let at: Timestamp
  /// How often it was tried before.
  public let attempts: Int

  public init(id: Int64, citizen: String, content: JSONValue, at: Timestamp, attempts: Int) {
    self.id = id
    self.citizen = citizen
    self.content = content
    self.at = at
    self.attempts = attempts
  }
}
