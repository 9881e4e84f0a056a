import Dossiers
import Glibc
import Workflow

/// `hoso-bench queue`: the store beside plain SQL, each on its own copy of the same prepared store.
struct QueueBenchmark {
  private let tasks: Int
  private let rounds: Int
  private let folder: String

  init(_ arguments: inout Arguments) throws {
    tasks = try arguments.number("tasks", standard: 5_000)
    rounds = try arguments.number("rounds", standard: 5)
    folder = try arguments.option("folder") ?? "/tmp"
    try arguments.end()
  }

  func run() throws {
    print("\(tasks) no-op tasks, \(rounds) rounds each, best round; synchronous FULL; store in \(folder)")
    print("                      plain SQL        store    ratio")
    for (name, batch) in [("one at a time", 1), ("batches of 100", 100)] {
      var plain = 0.0
      var store = 0.0
      // Taken in turns, so that whatever else the machine does meets both.
      for _ in 0..<rounds {
        plain = max(plain, try measure(batch: batch, with: runPlain))
        store = max(store, try measure(batch: batch, with: runStore))
      }
      print(
        pad(name, 18) + pad(rate(plain), 13, left: true) + pad(rate(store), 13, left: true)
          + pad("\(Int((store / plain * 100).rounded())) %", 9, left: true))
    }
  }

  /// Tasks a second, on a fresh store.
  private func measure(batch: Int, with body: (String, Int) throws -> Int) throws -> Double {
    let path = "\(folder)/hoso-bench-\(getpid()).sqlite"
    defer { for suffix in ["", "-wal", "-shm"] { unlink(path + suffix) } }
    try prepare(path)
    let start = now()
    let done = try body(path, batch)
    let seconds = Double(now() - start) / 1e9
    guard done == tasks else { throw UsageError(message: "\(done) tasks of \(tasks) were done") }
    return Double(done) / seconds
  }

  private func prepare(_ path: String) throws {
    let store = try SQLiteStore.open(path: path)
    let plan = PlanID(rawValue: String(repeating: "ab", count: 32))
    _ = try store.apply(
      StoredPlan(id: plan, name: "bench", canonicalJSON: "{}", appliedAt: Timestamp(milliseconds: 0)), by: "bench")
    let digest = String(repeating: "0", count: 64)
    _ = try store.submit(
      NewSubmission(
        channel: "bench", procedure: "bench", plan: plan, firstDocumentStage: "read", firstDossierStage: "check",
        files: (0..<tasks).map { .init(name: "\($0).jpg", sha256: digest, byteCount: 1) }))
    try store.pause(stage: "check", by: "bench")
  }

  private func runStore(_ path: String, _ batch: Int) throws -> Int {
    let store = try SQLiteStore.open(path: path)
    let worker = WorkerID(rawValue: "worker-1")
    let time = Timestamp(milliseconds: 1_790_000_000_000)
    let record = StageRecord(
      stage: "read", uses: "no-op", startedAt: time, endedAt: time, outcome: "done", next: .documentEnds(.accepted))
    var done = 0
    while true {
      let leases = try store.claim(ClaimRequest(worker: worker, limit: batch))
      if leases.isEmpty { return done }
      if batch == 1 {
        for lease in leases { try store.record(record, under: lease.token) }
      } else {
        _ = try store.record(contentsOf: leases.map { (record, $0.token) })
      }
      done += leases.count
    }
  }

  private func runPlain(_ path: String, _ batch: Int) throws -> Int {
    let queue = try PlainQueue(path: path)
    var done = 0
    while true {
      let count = try queue.turn(limit: batch, now: Int64(now() / 1_000_000))
      if count == 0 { return done }
      done += count
    }
  }

  private func now() -> UInt64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
  }

  private func rate(_ perSecond: Double) -> String { "\(Int(perSecond.rounded()))/s" }

  private func pad(_ text: String, _ width: Int, left: Bool = false) -> String {
    let space = String(repeating: " ", count: max(0, width - text.count))
    return left ? space + text : text + space
  }
}
