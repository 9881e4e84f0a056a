/// Why the work on a task ended before its stages were through.
enum TaskEnd: Error {
  /// The lease is no longer ours, or the worker is stopping: nothing more is recorded.
  case leaseLost
  /// The stage to come is paused, or the record gave the lease back.
  case givenBack
}
