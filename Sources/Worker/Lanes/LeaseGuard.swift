import CPosix
import Logs
import Workflow

/// Ends this worker's work when its renewals have not come through for so long that others may soon run what it
/// holds. It never asks the store, which may be what hangs.
struct LeaseGuard: Sendable {
  let room: WorkerRoom

  private static let lookMilliseconds: Int64 = 200

  func run(until isOver: @Sendable () -> Bool) {
    let patience = room.configuration.leaseMilliseconds * 3 / 4
    while !isOver() {
      let count = room.board.read { board in
        hoso_boot_milliseconds() - board.renewedAt > patience && !board.isCutOff ? board.held.count : nil
      }
      if let count {
        cutOff()
        room.log.error("lease.all-lost", ("count", count))
      }
      _ = room.board.wait(milliseconds: Self.lookMilliseconds) { _ in isOver() ? true : nil }
    }
  }

  private func cutOff() {
    room.board.change { board in
      board.isCutOff = true
      for token in Array(board.held.keys) { board.lose(token) }
    }
  }
}
