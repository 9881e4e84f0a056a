public import Dossiers

public struct StoredProblem: Sendable, Codable {
  public let id: Int64
  public let dossier: DossierID
  public let document: DocumentID?
  public let stage: String
  public let problem: Problem
  public let openedAt: Timestamp
  /// Set when a person has decided, or a supplement or a better picture has mended it.
  public let settledAt: Timestamp?
  public let settledBy: String?

  public init(
    id: Int64, dossier: DossierID, document: DocumentID?, stage: String, problem: Problem, openedAt: Timestamp,
    settledAt: Timestamp?, settledBy: String?
  ) {
    self.id = id
    self.dossier = dossier
    self.document = document
    self.stage = stage
    self.problem = problem
    self.openedAt = openedAt
    self.settledAt = settledAt
    self.settledBy = settledBy
  }

  /// The later files whose pictures settled it; nil where something else did.
  public var supersession: Supersession? { settledBy.flatMap { Supersession($0) } }
}
