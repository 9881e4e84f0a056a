public import Logs
public import Storage
public import Workflow

/// Claims tasks under leases, runs their stages, records what they made.
public final class Worker: Sendable {
  private let configuration: WorkerConfiguration
  private let store: any WorkflowStore
  private let files: any FileStore
  private let log: any Log

  public init(
    configuration: WorkerConfiguration, store: any WorkflowStore, files: any FileStore, log: any Log
  ) {
    self.configuration = configuration
    self.store = store
    self.files = files
    self.log = log
  }

  /// Works until told to stop; with `untilIdle`, until no task is ready, scheduled or leased. Blocks.
  ///
  /// Throws a `WorkerError` where it cannot start: no plan, no stage host, a missing wall that is required.
  public func run(untilIdle: Bool = false) throws {}

  /// Ends the work: the first call lets the present stages finish, the second stops at once. Any thread may call.
  public func stop() {}
}
