import Logs
import Stages
import Synchronization

/// Starts hosts and numbers their scratch folders.
final class HostPool: Sendable {
  private let executable: String
  private let scratch: String
  private let counter = Mutex(0)
  private let spare = Mutex<StageHost?>(nil)

  /// `scratch` is the caller's own folder; each host gets one inside.
  init(executable: String, scratch: String) {
    self.executable = executable
    self.scratch = scratch
  }

  /// A warm host for whoever asks first.
  func keep(_ host: sending StageHost) {
    spare.withLock { $0 = host }
  }

  func start() throws(WorkerError) -> StageHost {
    if let kept = spare.withLock({ $0.take() }) { return kept }
    let number = counter.withLock { count in
      count += 1
      return count
    }
    return try StageHost(executable: executable, scratch: "\(scratch)/host-\(number)")
  }

  /// Ends a host that nobody asked for.
  func end() {
    spare.withLock { $0.take() }?.end()
  }
}
