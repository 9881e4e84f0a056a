import CPosix
import Glibc
import Synchronization

/// Cuts off connections that take too long: a head that trickles in, a body slower than the least rate. The library
/// itself only knows silence, and a byte now and then is not silence.
final class ConnectionWatch: Sendable {
  private struct Entry {
    var phase: Phase
    /// Milliseconds since boot.
    var since: Int64
    var bytes: Int64 = 0
  }

  private enum Phase {
    /// A head is awaited, or on its way.
    case head
    case body
    /// Ours to answer; then the answer is on its way.
    case answer
  }

  private struct State {
    var entries: [Int32: Entry] = [:]
    var isStopped = false
  }

  private let state = Mutex(State())
  private let limits: ServingLimits
  /// Told of each connection that is cut off.
  private let cutOff: @Sendable () -> Void

  init(limits: ServingLimits, cutOff: @escaping @Sendable () -> Void) {
    self.limits = limits
    self.cutOff = cutOff
  }

  var openCount: Int { state.withLock { $0.entries.count } }

  func opened(_ descriptor: Int32) { enter(.head, descriptor) }

  /// Must be told before the descriptor is closed: its number is given out again.
  func closed(_ descriptor: Int32) {
    state.withLock { $0.entries[descriptor] = nil }
  }

  func headArrived(_ descriptor: Int32) { enter(.body, descriptor) }
  func bodyArrived(_ descriptor: Int32) { enter(.answer, descriptor) }
  func answered(_ descriptor: Int32) { enter(.head, descriptor) }

  func received(_ count: Int, on descriptor: Int32) {
    state.withLock { $0.entries[descriptor]?.bytes += Int64(count) }
  }

  func stop() {
    state.withLock { $0.isStopped = true }
  }

  /// Looks around twice a second until stopped; to be run on a thread of its own.
  func run() {
    while !state.withLock({ $0.isStopped }) {
      sweep(now: hoso_boot_milliseconds())
      usleep(500_000)
    }
  }

  private func enter(_ phase: Phase, _ descriptor: Int32) {
    let now = hoso_boot_milliseconds()
    state.withLock { $0.entries[descriptor] = Entry(phase: phase, since: now) }
  }

  private func sweep(now: Int64) {
    state.withLock { state in
      for (descriptor, entry) in state.entries where isTooSlow(entry, now: now) {
        // Still open: its owner tells us before it closes. The owner's thread wakes and clears up.
        shutdown(descriptor, Int32(SHUT_RDWR))
        state.entries[descriptor] = nil
        cutOff()
      }
    }
  }

  private func isTooSlow(_ entry: Entry, now: Int64) -> Bool {
    let elapsed = now - entry.since
    switch entry.phase {
    case .head: return elapsed > limits.headMilliseconds
    case .body:
      guard elapsed > limits.bodyGraceMilliseconds else { return false }
      return entry.bytes * 1000 / elapsed < limits.leastBytesPerSecond
    case .answer: return elapsed > limits.answerMilliseconds
    }
  }
}
