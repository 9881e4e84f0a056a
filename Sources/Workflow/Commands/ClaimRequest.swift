/// What a claim may take.
public struct ClaimRequest: Sendable {
  public var worker: WorkerID
  public var limit: Int
  public var leaseMilliseconds: Int64
  /// Plans whose tasks are left to workers that know how to run them.
  public var foreignPlans: Set<PlanID>
  /// Set by the store for some claims: the tasks that have waited longest, whatever their priority and turn.
  var goesByAge = false

  public init(
    worker: WorkerID, limit: Int, leaseMilliseconds: Int64 = 20_000, foreignPlans: Set<PlanID> = []
  ) {
    self.worker = worker
    self.limit = limit
    self.leaseMilliseconds = leaseMilliseconds
    self.foreignPlans = foreignPlans
  }
}
