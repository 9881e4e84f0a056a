import Dispatch
import Dossiers
import Glibc
import Synchronization
import Workflow

/// `hoso-bench load`: submits and works on dossiers as workers do, for tests of several processes and of kills.
struct Load {
  private let path: String
  private let worker: WorkerID
  private let threads: Int
  private let dossiers: Int
  private let lease: Int64

  init(_ arguments: inout Arguments) throws {
    worker = WorkerID(rawValue: try arguments.option("worker") ?? "load-\(getpid())")
    threads = try arguments.number("threads", standard: 2)
    dossiers = try arguments.number("dossiers", standard: 100)
    lease = Int64(try arguments.number("lease", standard: 20_000))
    guard let path = arguments.next() else { throw UsageError(message: "load needs the store's path") }
    self.path = path
    try arguments.end()
  }

  func run() throws {
    guard let location = StoreLocation(path) else { throw UsageError(message: "no store: \(path)") }
    let store = try location.open()
    let plan = PlanID(rawValue: "load")
    _ = try store.apply(
      StoredPlan(id: plan, name: "load", canonicalJSON: "{}", appliedAt: Timestamp(milliseconds: 0)), by: "load")
    // Tells whoever started this that the store is open.
    print("working")
    fflush(nil)
    let failure = Mutex<(any Error)?>(nil)
    // Each call blocks; these are threads of Dispatch's own pool, not Swift's.
    DispatchQueue.concurrentPerform(iterations: threads) { thread in
      do {
        try submitAll(to: store, plan: plan)
        try workUntilIdle(on: store)
      } catch {
        failure.withLock { $0 = error }
      }
    }
    if let error = failure.withLock({ $0 }) { throw error }
  }

  /// Every thread of every process uses the same keys: each key must make one dossier all the same.
  private func submitAll(to store: SQLStore, plan: PlanID) throws {
    let digest = String(repeating: "0", count: 64)
    for number in 1...dossiers {
      _ = try store.submit(
        NewSubmission(
          idempotencyKey: "load-\(number)", channel: "load", procedure: "load", plan: plan,
          firstDocumentStage: "read", firstDossierStage: "receipt",
          files: (0...number % 3).map { .init(name: "\($0).jpg", sha256: digest, byteCount: 1) }))
      // Submitting and working interleave, so that a kill can meet either.
      if number % 10 == 0 { _ = try workOnce(on: store) }
    }
  }

  private func workUntilIdle(on store: SQLStore) throws {
    while true {
      if try workOnce(on: store) { continue }
      _ = try store.reclaimExpired()
      if try !store.hasUnfinishedWork() { return }
      // Another process holds what is left, or held it when it was killed: its lease must run out.
      usleep(2_000)
    }
  }

  /// False when there was nothing to claim. A lost lease is no failure: another one has the task.
  private func workOnce(on store: SQLStore) throws -> Bool {
    let leases = try store.claim(ClaimRequest(worker: worker, limit: 3, leaseMilliseconds: lease))
    for lease in leases {
      do {
        try work(on: lease, in: store)
      } catch let error as StoreError where error.code == .leaseLost {
        continue
      }
    }
    return !leases.isEmpty
  }

  private func work(on lease: Lease, in store: SQLStore) throws {
    let now = SystemTime.now
    if lease.task.stage == "read" {
      try store.record(record("read", now, .stage("extract")), under: lease.token)
    }
    if lease.task.kind == .document {
      try store.record(record("extract", now, .documentEnds(.accepted)), under: lease.token)
      return
    }
    if lease.task.stage == "receipt" {
      _ = try store.issueReceipt(
        ReceiptRequest(
          agency: "H26.1", day: "260922", issuedAt: now, dueAt: nil, contentDigest: "digest", keyID: "k1"),
        under: lease.token, sign: { $0 })
      try store.record(record("receipt", now, .stage("hand-off")), under: lease.token)
    }
    try store.record(record("hand-off", now, .dossierEnds(.handedOff)), under: lease.token)
  }

  private func record(_ stage: String, _ now: Timestamp, _ next: StageRecord.Next) -> StageRecord {
    StageRecord(stage: stage, uses: "no-op", startedAt: now, endedAt: now, outcome: "done", next: next)
  }
}

private enum SystemTime {
  static var now: Timestamp {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Timestamp(milliseconds: Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000)
  }
}
