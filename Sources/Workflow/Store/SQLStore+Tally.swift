import Dossiers

extension SQLStore {
  public func queueTally() throws(StoreError) -> QueueTally {
    try database.read("counting the queue") { transaction throws(StoreError) in
      let rows = try transaction.rows(
        "SELECT state, stage, count(*), min(queued_at) FROM task_queue GROUP BY state, stage ORDER BY state, stage", []
      ) { row throws(StoreError) in
        (
          entry: QueueTally.Entry(state: try row.choice(0), stage: row.text(1), count: row.int(2)),
          oldest: row.time(3)
        )
      }
      let workers = try transaction.first(
        "SELECT count(*) FROM workers WHERE seen_at >= $1", [.time(transaction.now.adding(milliseconds: -60_000))]
      ) { row in row.int(0) }
      return QueueTally(
        entries: rows.map(\.entry),
        oldestReady: rows.filter { $0.entry.state == .ready }.map(\.oldest).min {
          $0.milliseconds < $1.milliseconds
        }, takenAt: transaction.now, workers: workers ?? 0)
    }
  }
}
