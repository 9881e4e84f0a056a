import Dossiers
import Synchronization
import Worker
import Workflow

/// What the store holds, in Prometheus' text format; counted afresh at most every few seconds, whoever asks.
final class StoreMetrics: Sendable {
  private let store: any WorkflowStore
  private let known = Mutex<(text: String, takenAt: ContinuousClock.Instant)?>(nil)
  private static let validFor = Duration.seconds(5)

  init(_ store: any WorkflowStore) {
    self.store = store
  }

  /// Ends with a line break.
  func text() throws(StoreError) -> String {
    let now = ContinuousClock.now
    if let known = known.withLock({ $0 }), now - known.takenAt < Self.validFor { return known.text }
    let made = try count()
    known.withLock { $0 = (made, now) }
    return made
  }

  private func count() throws(StoreError) -> String {
    let tally = try store.tally()
    let queue = try store.queueTally()
    var page = MetricLines()
    page.family("hoso_dossiers", .gauge, "dossiers, by state")
    for state in Dossier.State.allCases {
      page.add("hoso_dossiers", [("state", state.rawValue)], Double(tally.dossiers[state.rawValue] ?? 0))
    }
    page.family("hoso_tasks", .gauge, "tasks, by state")
    for state in QueuedTask.State.allCases {
      page.add("hoso_tasks", [("state", state.rawValue)], Double(tally.tasks[state.rawValue] ?? 0))
    }
    page.family("hoso_queue_tasks", .gauge, "ready and leased tasks, by the stage that is next")
    for entry in queue.entries {
      page.add("hoso_queue_tasks", [("state", entry.state.rawValue), ("stage", entry.stage)], Double(entry.count))
    }
    let age = queue.oldestReady.map { max(0, queue.takenAt.milliseconds - $0.milliseconds) } ?? 0
    page.single(
      "hoso_queue_oldest_seconds", .gauge, "age of the oldest dossier that waits for a worker", Double(age) / 1000)
    page.single("hoso_workers", .gauge, "workers seen within a minute, on all machines", Double(queue.workers))
    page.single("hoso_outbox_pending", .gauge, "messages that nobody has fetched", Double(tally.outboxPending))
    return page.text
  }
}
