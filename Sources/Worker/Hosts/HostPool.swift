import Logs
import Stages
import Synchronization

/// Starts hosts and numbers their scratch folders.
final class HostPool: Sendable {
  private let executable: String
  private let scratch: String
  private let counter = Mutex(0)

  /// `scratch` is the caller's own folder; each host gets one inside.
  init(executable: String, scratch: String) {
    self.executable = executable
    self.scratch = scratch
  }

  func start() throws(WorkerError) -> StageHost {
    let number = counter.withLock { count in
      count += 1
      return count
    }
    return try StageHost(executable: executable, scratch: "\(scratch)/host-\(number)")
  }
}
