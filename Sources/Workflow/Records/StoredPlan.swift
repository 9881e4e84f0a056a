public import Dossiers

public struct StoredPlan: Sendable, Codable {
  public let id: PlanID
  public let name: String
  /// The canonical JSON that the id is the digest of.
  public let canonicalJSON: String
  public let appliedAt: Timestamp

  public init(
    id: PlanID, name: String, canonicalJSON: String, appliedAt: Timestamp
  ) {
    self.id = id
    self.name = name
    self.canonicalJSON = canonicalJSON
    self.appliedAt = appliedAt
  }
}
