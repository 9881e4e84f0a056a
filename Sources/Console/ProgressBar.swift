import Glibc
import Synchronization

/// A bar with count, rate and time left on standard error; silent where no terminal listens.
///
/// May be advanced from several threads; redraws ten times a second at most.
public final class ProgressBar: Sendable {
  private struct State {
    var done = 0
    var total: Int
    var note = ""
    var drawnAt: Double = 0
    var width = 0
  }

  private let title: String
  private let terminal: Terminal
  private let clock: @Sendable () -> Double
  private let startedAt: Double
  private let state: Mutex<State>

  /// `clock` gives seconds on a clock that never jumps.
  public init(
    title: String, total: Int, terminal: Terminal = .error, clock: @escaping @Sendable () -> Double = monotonicSeconds
  ) {
    self.title = title
    self.terminal = terminal
    self.clock = clock
    startedAt = clock()
    state = Mutex(State(total: total))
  }

  public func advance(by count: Int = 1, note: String = "") {
    change { state in
      state.done += count
      if !note.isEmpty { state.note = note }
    }
  }

  public func set(done: Int, total: Int) {
    change { state in
      state.done = done
      state.total = total
    }
  }

  /// Takes the bar off the screen, so that what follows starts on a clean line.
  public func finish() {
    guard terminal.isTerminal else { return }
    Output.draw("\r\u{1B}[K")
  }

  /// What the bar says: `import [#####-----]  50 %  500/1000  12.5/s  0:40 left`.
  public func line(columns: Int) -> String {
    let now = clock()
    return state.withLock { Self.line(title: title, state: $0, elapsed: now - startedAt, columns: columns) }
  }

  private func change(_ update: (inout State) -> Void) {
    let now = clock()
    let text: String? = state.withLock { state in
      update(&state)
      guard terminal.isTerminal, now - state.drawnAt >= 0.1 || state.done >= state.total else { return nil }
      state.drawnAt = now
      return Self.line(title: title, state: state, elapsed: now - startedAt, columns: terminal.columns)
    }
    if let text { Output.draw("\r" + text + "\u{1B}[K") }
  }

  private static func line(title: String, state: State, elapsed: Double, columns: Int) -> String {
    let share = state.total > 0 ? min(1, Double(state.done) / Double(state.total)) : 0
    let rate = elapsed > 0 ? Double(state.done) / elapsed : 0
    var tail = "\(padded(Int((share * 100).rounded(.down)), 3)) %  \(state.done)/\(state.total)"
    if state.done > 0, elapsed > 0.5 {
      tail += "  \(tenths(rate))/s"
      if state.done < state.total { tail += "  \(minutes(Double(state.total - state.done) / rate)) left" }
    }
    if !state.note.isEmpty { tail += "  " + Shown.line(state.note) }
    let room = max(10, min(40, columns - title.count - tail.count - 6))
    let filled = Int(share * Double(room))
    let bar = String(repeating: "#", count: filled) + String(repeating: "-", count: room - filled)
    return String("\(title) [\(bar)] \(tail)".prefix(max(20, columns - 1)))
  }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let text = String(number)
    return String(repeating: " ", count: max(0, width - text.count)) + text
  }

  private static func tenths(_ number: Double) -> String {
    let scaled = Int((number * 10).rounded())
    return "\(scaled / 10).\(scaled % 10)"
  }

  private static func minutes(_ seconds: Double) -> String {
    let whole = Int(seconds.rounded(.up))
    if whole >= 3600 { return "\(whole / 3600):\(padded2(whole / 60 % 60)):\(padded2(whole % 60))" }
    return "\(whole / 60):\(padded2(whole % 60))"
  }

  private static func padded2(_ number: Int) -> String {
    number < 10 ? "0\(number)" : "\(number)"
  }
}

/// Seconds since some fixed moment, on a clock that never jumps.
@Sendable public func monotonicSeconds() -> Double {
  var now = timespec()
  clock_gettime(CLOCK_MONOTONIC, &now)
  return Double(now.tv_sec) + Double(now.tv_nsec) / 1e9
}
