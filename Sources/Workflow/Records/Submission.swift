public import Dossiers

/// A delivery: what one sender handed in at one time. It makes one dossier, or adds documents to one.
public struct Submission: Sendable, Codable {
  public let id: SubmissionID
  public let dossier: DossierID
  /// Given by the sender; the same key again returns the first answer.
  public let idempotencyKey: String?
  /// `cli`, `import`, `watch`, `http`, `zalo`.
  public let channel: String
  public let sender: String?
  public let contact: Contact?
  public let receivedAt: Timestamp

  public init(
    id: SubmissionID, dossier: DossierID, idempotencyKey: String?, channel: String, sender: String?,
    contact: Contact?, receivedAt: Timestamp
  ) {
    self.id = id
    self.dossier = dossier
    self.idempotencyKey = idempotencyKey
    self.channel = channel
    self.sender = sender
    self.contact = contact
    self.receivedAt = receivedAt
  }
}
