public import Dossiers

/// What a citizen wrote to the office about its service.
public struct Feedback: Sendable, Codable {
  public let id: Int64
  public let at: Timestamp
  public let channel: String
  /// The citizen's newest dossier at that time.
  public let dossier: DossierID?
  public let words: String

  public init(id: Int64, at: Timestamp, channel: String, dossier: DossierID?, words: String) {
    self.id = id
    self.at = at
    self.channel = channel
    self.dossier = dossier
    self.words = words
  }
}
