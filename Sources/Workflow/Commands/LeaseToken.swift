/// The proof that a worker holds a task: every write names it, and fails once the lease is lost.
public struct LeaseToken: Sendable, Hashable {
  public let task: TaskID
  public let worker: WorkerID
  /// Counts the claims of the task: a worker whose lease was taken over holds an old number.
  public let claim: Int64

  public init(task: TaskID, worker: WorkerID, claim: Int64) {
    self.task = task
    self.worker = worker
    self.claim = claim
  }
}
