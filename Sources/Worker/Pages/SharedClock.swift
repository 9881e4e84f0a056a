/// For how long at least one of several hosts was at a piece of work, in milliseconds.
struct SharedClock: Sendable {
  private var running = 0
  private var since: Int64 = 0
  private var spent: Int64 = 0

  /// `now` is in milliseconds since boot.
  mutating func start(at now: Int64) {
    if running == 0 { since = now }
    running += 1
  }

  mutating func stop(at now: Int64) {
    running -= 1
    if running == 0 { spent += now - since }
  }

  func milliseconds(at now: Int64) -> Int64 { spent + (running > 0 ? now - since : 0) }
}
