public import Dossiers

/// A result that an officer handed back: a file in Storage.
public struct DossierResult: Sendable, Codable {
  public let dossier: DossierID
  public let name: String
  public let sha256: String
  public let byteCount: Int64
  public let actor: String
  public let at: Timestamp

  public init(
    dossier: DossierID, name: String, sha256: String, byteCount: Int64, actor: String, at: Timestamp
  ) {
    self.dossier = dossier
    self.name = name
    self.sha256 = sha256
    self.byteCount = byteCount
    self.actor = actor
    self.at = at
  }
}
