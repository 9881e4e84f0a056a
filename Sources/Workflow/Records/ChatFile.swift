public import Dossiers

/// A file that came in a chat: in Storage, not yet handed in.
public struct ChatFile: Sendable, Hashable {
  /// The event that brought it, and its place there.
  public let event: String
  public let ordinal: Int
  public let name: String
  public let sha256: String
  public let byteCount: Int64
  public let saidAt: Timestamp

  public init(event: String, ordinal: Int, name: String, sha256: String, byteCount: Int64, saidAt: Timestamp) {
    self.event = event
    self.ordinal = ordinal
    self.name = name
    self.sha256 = sha256
    self.byteCount = byteCount
    self.saidAt = saidAt
  }
}
