public import Dossiers

public struct WorkerRegistration: Sendable, Codable {
  public let id: WorkerID
  public let host: String
  public let processID: Int32
  public let version: String
  public let startedAt: Timestamp
  public let seenAt: Timestamp
  /// The plan that was active when it last showed itself, which new dossiers begin with; filled in by the store.
  public let plan: PlanID?

  public init(
    id: WorkerID, host: String, processID: Int32, version: String, startedAt: Timestamp, seenAt: Timestamp,
    plan: PlanID? = nil
  ) {
    self.id = id
    self.host = host
    self.processID = processID
    self.version = version
    self.startedAt = startedAt
    self.seenAt = seenAt
    self.plan = plan
  }
}
