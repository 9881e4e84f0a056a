import Dossiers
import Glibc
import Synchronization

/// The database's clock, as this machine's boot clock carries it on between two looks at it: all workers go by one
/// clock, whatever their own are set to.
///
/// PostgreSQL has no clock that nobody can set. When its own is set, leases and waits shift by as much, within ten
/// seconds everywhere; tokens keep the record right meanwhile.
final class PostgresClock: StoreClock {
  private struct Reading {
    var offset: Int64 = 0
    var takenAt: Int64?
  }

  private let reading = Mutex(Reading())
  private static let validMilliseconds: Int64 = 10_000

  var isDue: Bool {
    let now = Self.sinceBoot()
    return reading.withLock { reading in reading.takenAt.map { now - $0 >= Self.validMilliseconds } ?? true }
  }

  /// Takes over what `read` says the database's clock shows, in milliseconds since 1970.
  func set(by read: () throws(StoreError) -> Int64) throws(StoreError) {
    let before = Self.sinceBoot()
    let shown = try read()
    let after = Self.sinceBoot()
    reading.withLock { $0 = Reading(offset: shown - (before + after) / 2, takenAt: after) }
  }

  func now() -> Moment {
    let shown = Self.sinceBoot() + reading.withLock { $0.offset }
    // One database has one boot for ever: its restarts end no lease.
    return Moment(wall: Timestamp(milliseconds: shown), bootID: "database", sinceBoot: shown)
  }

  private static func sinceBoot() -> Int64 {
    var time = timespec()
    clock_gettime(CLOCK_BOOTTIME, &time)
    return Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000
  }
}
