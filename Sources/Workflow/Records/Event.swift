public import Dossiers

public struct Event: Sendable, Codable {
  public let sequence: Int64
  public let at: Timestamp
  public let dossier: DossierID?
  public let document: DocumentID?
  public let task: TaskID?
  /// Dotted, lower-case: `dossier.received`, `stage.done`, `review.accepted`.
  public let type: String
  /// The worker's id or a person's name.
  public let actor: String
  public let data: JSONValue

  public init(
    sequence: Int64, at: Timestamp, dossier: DossierID?, document: DocumentID?, task: TaskID?, type: String,
    actor: String, data: JSONValue
  ) {
    self.sequence = sequence
    self.at = at
    self.dossier = dossier
    self.document = document
    self.task = task
    self.type = type
    self.actor = actor
    self.data = data
  }
}
