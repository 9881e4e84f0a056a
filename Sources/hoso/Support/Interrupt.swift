import Dispatch
import Glibc
import Synchronization
import Worker

/// Turns SIGINT, SIGTERM and SIGHUP (the terminal has gone) into a wish to stop: the first lets things end well, the
/// second ends them at once.
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
    // Under nohup, a terminal's end is to change nothing.
    for number in [SIGINT, SIGTERM, SIGHUP] where number != SIGHUP || !Self.isIgnored(SIGHUP) {
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: queue)
      source.setEventHandler { [weak self] in self?.arrived() }
      source.activate()
      sources.append(source)
    }
  }

  private static func isIgnored(_ number: Int32) -> Bool {
    var action = sigaction()
    guard sigaction(number, nil, &action) == 0 else { return false }
    // SIG_IGN is the address 1, which no function has.
    return unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self) == 1
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
