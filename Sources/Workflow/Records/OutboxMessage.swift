public import Dossiers

public struct OutboxMessage: Sendable, Codable {
  public let id: Int64
  public let at: Timestamp
  public let dossier: DossierID
  /// `dossier.receipt-issued`, `dossier.handed-off`, `dossier.rejected`, …
  public let topic: String
  public let payload: JSONValue
  public let attempts: Int

  public init(
    id: Int64, at: Timestamp, dossier: DossierID, topic: String, payload: JSONValue, attempts: Int
  ) {
    self.id = id
    self.at = at
    self.dossier = dossier
    self.topic = topic
    self.payload = payload
    self.attempts = attempts
  }
}
