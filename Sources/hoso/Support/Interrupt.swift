import Dispatch
import Glibc
import Synchronization
import Worker

/// Turns SIGINT and SIGTERM into a wish to stop: the first lets things end well, the second ends them at once.
final class Interrupt: Sendable {
  private struct State {
    var count = 0
    var worker: Worker?
  }

  private let state = Mutex(State())
  // Written once in init, read by nobody else: kept alive so that the signals go on arriving.
  nonisolated(unsafe) private var sources: [any DispatchSourceSignal] = []

  init() {
    let queue = DispatchQueue(label: "hoso.interrupt")
    for number in [SIGINT, SIGTERM] {
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: queue)
      source.setEventHandler { [weak self] in self?.arrived() }
      source.activate()
      sources.append(source)
    }
  }

  var isRequested: Bool { state.withLock { $0.count > 0 } }

  /// From now on, and for signals that came before, the worker is told.
  func stops(_ worker: Worker) {
    let missed = state.withLock { state in
      state.worker = worker
      return state.count
    }
    for _ in 0..<missed { worker.stop() }
  }

  private func arrived() {
    let (count, worker) = state.withLock { state in
      state.count += 1
      return (state.count, state.worker)
    }
    if let worker {
      worker.stop()
    } else if count > 1 {
      // Nothing is lost: whatever was acknowledged is durable.
      _exit(130)
    }
  }
}
