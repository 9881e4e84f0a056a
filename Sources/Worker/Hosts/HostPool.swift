import Synchronization

/// Starts hosts and numbers their scratch folders.
final class HostPool: Sendable {
  private let executable: String
  private let scratch: String
  private let counter = Mutex(0)
  private let spare = Mutex<Handed?>(nil)

  /// A host on its way from the thread that started it to the one that will use it.
  ///
  /// @unchecked Sendable: the giver forgets it, and it is taken once.
  private struct Handed: @unchecked Sendable {
    let host: StageHost
  }

  /// `scratch` is the caller's own folder; each host gets one inside.
  init(executable: String, scratch: String) {
    self.executable = executable
    self.scratch = scratch
  }

  /// Starts a warm host for whoever asks first, and looks at its walls.
  func prepare<Value>(_ look: (StageHost) throws -> Value) throws -> Value {
    let host = try start()
    let value = try look(host)
    let handed = Handed(host: host)
    spare.withLock { $0 = handed }
    return value
  }

  /// A warm host, the caller's from now on.
  func start() throws(WorkerError) -> StageHost {
    if let handed = spare.withLock({ $0.take() }) { return handed.host }
    let number = counter.withLock { count in
      count += 1
      return count
    }
    return try StageHost(executable: executable, scratch: "\(scratch)/host-\(number)")
  }

  /// Ends a host that nobody asked for.
  func end() {
    spare.withLock { $0.take() }?.host.end()
  }
}
