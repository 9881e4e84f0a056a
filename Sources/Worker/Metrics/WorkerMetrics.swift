import Dossiers
import Storage
import Synchronization
import Workflow

/// What a worker did since its start, in Prometheus' text format. Any thread may call.
public final class WorkerMetrics: Sendable {
  private struct RunKind: Hashable {
    let stage: String
    let outcome: String
  }

  private struct Counts {
    var runs: [RunKind: Int] = [:]
    var durations: [String: DurationHistogram] = [:]
    var pages = 0
    var bytes: Int64 = 0
    var strikes = 0
    var crashes = 0
    var leasesLost = 0
    var storageErrors: [String: Int] = [:]
    var storeErrors: [String: Int] = [:]
  }

  private let counts = Mutex(Counts())

  public init() {}

  /// A stage came to an end, or did not.
  func ran(_ record: StageRecord) {
    let seconds = Double(record.endedAt.milliseconds - record.startedAt.milliseconds) / 1000
    counts.withLock { counts in
      counts.runs[RunKind(stage: record.stage, outcome: record.outcome), default: 0] += 1
      counts.durations[record.stage, default: DurationHistogram()].add(seconds)
      counts.pages += record.pageCount ?? 0
      switch record.next {
      case .strike: counts.strikes += 1
      case .crash: counts.crashes += 1
      default: break
      }
    }
  }

  func finishedDocument(byteCount: Int64) { counts.withLock { $0.bytes += byteCount } }

  func lostLease() { counts.withLock { $0.leasesLost += 1 } }

  /// Counts errors of the storage and of the store; others are nobody's but the task's.
  public func met(_ error: any Error) {
    counts.withLock { counts in
      switch error {
      case let error as StorageError: counts.storageErrors[error.code.rawValue, default: 0] += 1
      case let error as StoreError where error.code != .leaseLost:
        counts.storeErrors[error.code.rawValue, default: 0] += 1
      default: break
      }
    }
  }

  /// Ends with a line break.
  public var text: String {
    let counts = counts.withLock { $0 }
    var page = MetricLines()
    page.family("hoso_stage_runs_total", .counter, "runs of stages, by how they ended")
    for (kind, count) in counts.runs.sorted(by: { ($0.key.stage, $0.key.outcome) < ($1.key.stage, $1.key.outcome) }) {
      page.add("hoso_stage_runs_total", [("stage", kind.stage), ("outcome", kind.outcome)], Double(count))
    }
    page.family("hoso_stage_duration_seconds", .histogram, "time that stages took")
    for (stage, histogram) in counts.durations.sorted(by: { $0.key < $1.key }) {
      histogram.add(to: &page, "hoso_stage_duration_seconds", [("stage", stage)])
    }
    page.single("hoso_pages_total", .counter, "pages of validated documents", Double(counts.pages))
    page.single("hoso_document_bytes_total", .counter, "bytes of documents that are through", Double(counts.bytes))
    page.single("hoso_strikes_total", .counter, "deaths that hosts brought on themselves", Double(counts.strikes))
    page.single("hoso_crashes_total", .counter, "deaths of hosts from outside", Double(counts.crashes))
    page.single("hoso_leases_lost_total", .counter, "tasks that others took over", Double(counts.leasesLost))
    for (name, help, errors) in [
      ("hoso_storage_errors_total", "failed calls on stored files", counts.storageErrors),
      ("hoso_store_errors_total", "failed calls on the workflow store", counts.storeErrors),
    ] {
      page.family(name, .counter, help)
      for (code, count) in errors.sorted(by: { $0.key < $1.key }) { page.add(name, [("code", code)], Double(count)) }
      if errors.isEmpty { page.add(name, [("code", "none")], 0) }
    }
    return page.text
  }
}
