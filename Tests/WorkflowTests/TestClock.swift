import Dossiers
import Synchronization
import Workflow

/// Clocks that stand still until a test moves them.
final class TestClock: StoreClock {
  private let moment = Mutex(
    Moment(wall: Timestamp(milliseconds: 1_790_000_000_000), bootID: "boot-1", sinceBoot: 1_000_000))

  func now() -> Moment { moment.withLock { $0 } }

  /// Time passes, on both clocks alike.
  func advance(_ milliseconds: Int64) {
    moment.withLock {
      $0.wall = $0.wall.adding(milliseconds: milliseconds)
      $0.sinceBoot += milliseconds
    }
  }

  /// Someone sets the wall clock.
  func jumpWall(_ milliseconds: Int64) {
    moment.withLock { $0.wall = $0.wall.adding(milliseconds: milliseconds) }
  }

  func reboot(as bootID: String) {
    moment.withLock {
      $0.bootID = bootID
      $0.sinceBoot = 5_000
    }
  }
}
