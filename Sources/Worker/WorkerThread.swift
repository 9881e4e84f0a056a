import CPosix
import Glibc

/// A thread of our own: C libraries block, and Swift's pool has only as many threads as there are cores.
final class WorkerThread: Sendable {
  private let isDone = Monitor(false)

  /// Deep recursion happens on it (nested JSON), so its stack is a main thread's.
  private static let stackBytes = 8 << 20

  init(_ body: @escaping @Sendable () -> Void) throws(WorkerError) {
    let done = isDone
    let box = Unmanaged.passRetained(
      Body {
        body()
        done.change { $0 = true }
      })
    let code = hoso_start_thread(
      Self.stackBytes,
      { context in
        guard let context else { return }
        Unmanaged<Body>.fromOpaque(context).takeRetainedValue().run()
      }, box.toOpaque())
    guard code == 0 else {
      box.release()
      throw WorkerError(.home, "cannot start a thread: \(String(cString: strerror(code)))")
    }
  }

  /// Waits until the thread's work is done.
  func join() {
    _ = isDone.wait { $0 ? true : nil }
  }

  private final class Body: Sendable {
    let run: @Sendable () -> Void
    init(_ run: @escaping @Sendable () -> Void) { self.run = run }
  }
}
