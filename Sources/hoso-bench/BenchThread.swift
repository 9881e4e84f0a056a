import Dispatch
import Foundation

/// A thread that can be waited for. Of its own, since many of them block at once.
final class BenchThread: Sendable {
  private let done = DispatchSemaphore(value: 0)

  init(_ body: @escaping @Sendable () -> Void) {
    let done = done
    let thread = Thread {
      body()
      done.signal()
    }
    thread.stackSize = 2 << 20
    thread.start()
  }

  func join() { done.wait() }
}
