public import Dossiers

public struct StoredPlan: Sendable, Codable {
  public let id: PlanID
  public let name: String
  /// The canonical JSON that the id is the digest of.
  public let canonicalJSON: String
  public let appliedAt: Timestamp
  /// How many tasks may be at a stage at one time over all workers, by the stage's id. Counts while the plan is the
  /// active one, for dossiers of older plans too. Not given out again by the store.
  public let stageLimits: [String: Int]

  public init(
    id: PlanID, name: String, canonicalJSON: String, appliedAt: Timestamp, stageLimits: [String: Int] = [:]
  ) {
    self.id = id
    self.name = name
    self.canonicalJSON = canonicalJSON
    self.appliedAt = appliedAt
    self.stageLimits = stageLimits
  }
}
