import CPosix
import Logs
import Workflow

/// Keeps this worker's leases, and ends the work on those that are lost.
struct Heartbeat: Sendable {
  let room: WorkerRoom

  /// How often cancelled tasks are looked for: the work on one is to end within a second.
  private static let lookMilliseconds: Int64 = 500

  /// Until the board's run is over and nothing is held.
  func run(until isOver: @Sendable () -> Bool) {
    let lease = room.configuration.leaseMilliseconds
    var nextRenewal = hoso_boot_milliseconds()
    while !isOver() {
      let now = hoso_boot_milliseconds()
      if now >= nextRenewal {
        nextRenewal = now + (renew() ? lease / 4 : Self.lookMilliseconds)
      } else {
        dropCancelled()
      }
      _ = room.board.wait(milliseconds: Self.lookMilliseconds) { _ in isOver() ? true : nil }
    }
  }

  /// False when the store did not answer.
  private func renew() -> Bool {
    let tokens = room.board.read { Array($0.held.keys) }
    // What is renewed lasts from when it was asked for, however long the answer takes.
    let asked = hoso_boot_milliseconds()
    do {
      let held =
        tokens.isEmpty
        ? try present() : try room.store.renew(tokens, leaseMilliseconds: room.configuration.leaseMilliseconds)
      let lost = tokens.filter { !held.contains($0) }
      let wasCutOff = room.board.change { board in
        for token in lost { board.lose(token) }
        board.renewedAt = asked
        defer { board.isCutOff = false }
        return board.isCutOff
      }
      if wasCutOff {
        room.log.notice("store.back")
        room.bell.wake()
      }
      return true
    } catch {
      room.log.warning("lease.renewal-failed", ("error", error))
      return false
    }
  }

  /// Holding nothing, a worker shows that it is there by registering again.
  private func present() throws(StoreError) -> Set<LeaseToken> {
    try room.store.register(room.registration())
    return []
  }

  /// Tasks at work that an operator has taken away meanwhile.
  private func dropCancelled() {
    for token in room.board.read({ $0.held.filter { !$0.value.isLost }.map(\.key) }) {
      guard let task = try? room.store.task(token.task) else { continue }
      if task.state != .leased || task.worker != token.worker {
        room.board.change { $0.lose(token) }
      }
    }
  }
}
