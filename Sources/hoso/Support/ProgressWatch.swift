import Dispatch

/// Calls a closure every so often on a thread of its own, until stopped.
final class ProgressWatch {
  private let timer: any DispatchSourceTimer

  init(every seconds: Double, _ look: @escaping @Sendable () -> Void) {
    timer = DispatchSource.makeTimerSource(queue: DispatchQueue(label: "hoso.progress"))
    timer.schedule(deadline: .now(), repeating: seconds)
    timer.setEventHandler(handler: look)
    timer.activate()
  }

  func stop() {
    timer.cancel()
  }
}
