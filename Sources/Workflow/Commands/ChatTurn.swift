public import Dossiers

/// What follows from something that a citizen did in a chat, or from time that went by: recorded in one transaction.
public struct ChatTurn: Sendable {
  /// Becomes done with this; nil where nobody said anything.
  public var event: String?
  /// As it is from now on.
  public var chat: Chat
  public var gathers: [ChatFile]
  /// What was gathered is handed in, or thrown away.
  public var dropsFiles = false
  /// A dossier that this chat made.
  public var made: DossierID?
  public var feedback: String?
  /// What is said in answer; a key that was used before is not said again.
  public var says: [(key: String, content: JSONValue)]

  public init(
    event: String? = nil, chat: Chat, gathers: [ChatFile] = [], says: [(key: String, content: JSONValue)] = []
  ) {
    self.event = event
    self.chat = chat
    self.gathers = gathers
    self.says = says
  }
}
