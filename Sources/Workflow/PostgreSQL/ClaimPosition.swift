import Dossiers
import Glibc
import Synchronization

/// Where in the queue's order the next claim begins to look.
///
/// PostgreSQL leaves what was claimed in the index until no one can see it any more; while a long-running reader
/// looks on, that is everything claimed since. A claim that began at the head would step over all of it, each time
/// more. So it begins where the last one found something, and every now and then one looks from the head for what
/// came back there from elsewhere. What this process itself makes ready is looked for at once.
final class ClaimPosition: Sendable {
  struct Key {
    let priority: Int
    let turn: Int64
    let id: String
  }

  private struct State {
    var key: Key?
    var validUntil: UInt64 = 0
    var generation = 0
  }

  private let state = Mutex(State())

  /// nil when it is time to look from the head.
  func present() -> Key? {
    state.withLock { $0.key != nil && Self.now() < $0.validUntil ? $0.key : nil }
  }

  func advance(to row: TaskRow?) {
    guard let row else { return }
    state.withLock { if $0.key != nil { $0.key = Key(row) } }
  }

  /// Something became ready, perhaps further ahead.
  func forget() {
    state.withLock {
      $0.key = nil
      $0.generation += 1
    }
  }

  struct Scan {
    fileprivate let start: UInt64
    fileprivate let generation: Int
  }

  func startOfScan() -> Scan {
    Scan(start: Self.now(), generation: state.withLock { $0.generation })
  }

  /// A look from the head ended: the next is due in a tenth of a second, or later where it takes long, so that it
  /// costs a twentieth of the time at most.
  func scanned(since scan: Scan, to row: TaskRow?) {
    let now = Self.now()
    state.withLock {
      guard $0.generation == scan.generation else { return }
      $0.key = row.map { Key($0) }
      $0.validUntil = now + max(100_000_000, (now - scan.start) * 20)
    }
  }

  private static func now() -> UInt64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
  }
}

extension ClaimPosition.Key {
  fileprivate init(_ row: TaskRow) {
    self.init(priority: row.priority, turn: row.turn, id: row.id.rawValue)
  }
}

/// The two orders in which a process claims, each with its place.
final class ClaimPlaces: Sendable {
  let byTurn = ClaimPosition()
  let byAge = ClaimPosition()
  private let sawClosedStages = Mutex(false)

  /// Whether the last claim saw a stage that no task may begin.
  var hasClosedStages: Bool {
    get { sawClosedStages.withLock { $0 } }
    set { sawClosedStages.withLock { $0 = newValue } }
  }

  func forget() {
    byTurn.forget()
    byAge.forget()
  }
}
