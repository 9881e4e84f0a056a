/// What a claim may take.
public struct ClaimRequest: Sendable {
  public var worker: WorkerID
  public var limit: Int
  public var leaseMilliseconds: Int64

  public init(worker: WorkerID, limit: Int, leaseMilliseconds: Int64 = 20_000) {
    self.worker = worker
    self.limit = limit
    self.leaseMilliseconds = leaseMilliseconds
  }
}
