/// Tells a worker that waits of new work, from whatever machine it came. Looking by itself now and then stays the
/// worker's duty: a signal may be missed while a connection is away.
public protocol WorkSignal: Sendable {
  /// Waits until something may have become ready, at most so long. False when the time was over before. Blocks; never
  /// throws, since a signal that is away is only a slower one.
  func wait(milliseconds: Int64) -> Bool
}

/// A store that wakes workers by itself, wherever they run.
public protocol SignallingStore: WorkflowStore {
  /// A signal for one thread that waits.
  func makeWorkSignal() -> any WorkSignal
}
