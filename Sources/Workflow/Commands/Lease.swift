/// A claimed task.
public struct Lease: Sendable {
  public let token: LeaseToken
  public let task: QueuedTask

  public init(
    token: LeaseToken, task: QueuedTask
  ) {
    self.token = token
    self.task = task
  }
}
