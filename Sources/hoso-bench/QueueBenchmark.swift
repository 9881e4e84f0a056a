import Dossiers
import Glibc
import Workflow

/// `hoso-bench queue`: the store beside plain SQL, each on its own copy of the same prepared store.
struct QueueBenchmark {
  private static let plan = String(repeating: "ab", count: 32)
  private let tasks: Int
  private let rounds: Int
  private let backlogs: [Int]
  private let snapshots: Bool
  private let grounds: [any QueueGround]

  init(_ arguments: inout Arguments) throws {
    tasks = try arguments.number("tasks", standard: 5_000)
    rounds = try arguments.number("rounds", standard: 5)
    let folder = try arguments.option("folder") ?? "/tmp"
    let url = try arguments.option("postgres")
    let sizes = try (arguments.option("backlog") ?? "0").split(separator: ",").map { text throws -> Int in
      guard let size = Int(text), size >= 0 else { throw UsageError(message: "--backlog needs numbers from 0") }
      return size
    }
    backlogs = sizes.filter { $0 > 0 }
    snapshots = !arguments.flag("no-snapshots")
    try arguments.end()
    grounds = url.map { [PostgresGround(url: $0)] } ?? [SQLiteGround(folder: folder)]
  }

  func run() throws {
    for ground in grounds {
      print("\(ground.title): \(tasks) no-op tasks, \(rounds) rounds each, best round")
      print("                                       plain SQL        store    ratio")
      for batch in [1, 100] { try rows(ground, batch: batch, snapshots ? [.alone, .oldSnapshot] : [.alone]) }
      for waiting in backlogs {
        for batch in [1, 100] { try rows(ground, batch: batch, [.behind(waiting), .atPausedStage(waiting)]) }
      }
      if let ground = ground as? PostgresGround { try PickUp(ground).run() }
    }
  }

  /// What else is in the store.
  private enum Surroundings {
    case alone
    /// A reader that looks at the store as it was.
    case oldSnapshot
    /// So many tasks that are claimed later.
    case behind(Int)
    /// So many tasks that would be claimed before, but for their stage.
    case atPausedStage(Int)

    /// Its one claim reads all that stands before what it may take: with a million it would not end.
    var isForPlainSQL: Bool { if case .atPausedStage = self { false } else { true } }

    var name: String {
      switch self {
      case .alone: ""
      case .oldSnapshot: ", old snapshot"
      case .behind(let count): ", \(count) behind"
      case .atPausedStage(let count): ", \(count) paused"
      }
    }
  }

  private func rows(_ ground: any QueueGround, batch: Int, _ surroundings: [Surroundings]) throws {
    var plain = surroundings.map { _ in 0.0 }
    var store = plain
    // Taken in turns, so that whatever else the machine does meets all of them.
    for _ in 0..<rounds {
      for (index, around) in surroundings.enumerated() {
        if around.isForPlainSQL {
          plain[index] = max(plain[index], try measure(ground, around) { try runPlain($0, batch) })
        }
        store[index] = max(store[index], try measure(ground, around) { try runStore($0, batch) })
      }
    }
    for (index, around) in surroundings.enumerated() {
      print(
        pad((batch == 1 ? "one at a time" : "batches of 100") + around.name, 35)
          + pad(around.isForPlainSQL ? rate(plain[index]) : "–", 13, left: true)
          + pad(rate(store[index]), 13, left: true)
          + pad(around.isForPlainSQL ? "\(Int((store[index] / plain[index] * 100).rounded())) %" : "–", 9, left: true))
    }
  }

  /// Tasks a second, on a fresh store.
  private func measure(
    _ ground: any QueueGround, _ surroundings: Surroundings, with body: (any QueuePlace) throws -> Int
  ) throws -> Double {
    let place = try ground.makePlace()
    defer { place.remove() }
    try prepare(place.open())
    var pin: AnyObject?
    switch surroundings {
    case .alone: break
    case .oldSnapshot: pin = try place.pinSnapshot()
    case .behind(let count):
      try submit(1, priority: 0, to: place.open())
      try place.addBacklog(count, stage: "read", priority: 0)
    case .atPausedStage(let count):
      let store = try place.open()
      try submit(1, priority: 0, to: store)
      try place.addBacklog(count, stage: "check", priority: 2)
      try store.pause(stage: "check", by: "bench")
    }
    let start = monotonicNanoseconds()
    let done = try body(place)
    let seconds = Double(monotonicNanoseconds() - start) / 1e9
    withExtendedLifetime(pin) {}
    guard done == tasks else { throw UsageError(message: "\(done) tasks of \(tasks) were done") }
    return Double(done) / seconds
  }

  private func prepare(_ store: any WorkflowStore) throws {
    _ = try store.apply(
      StoredPlan(
        id: PlanID(rawValue: Self.plan), name: "bench", canonicalJSON: "{}", appliedAt: Timestamp(milliseconds: 0)),
      by: "bench")
    try submit(tasks, priority: 1, to: store)
  }

  private func submit(_ files: Int, priority: Int, to store: any WorkflowStore) throws {
    let digest = String(repeating: "0", count: 64)
    _ = try store.submit(
      NewSubmission(
        channel: "bench", procedure: "bench", plan: PlanID(rawValue: Self.plan), firstDocumentStage: "read",
        firstDossierStage: "check", priority: priority,
        files: (0..<files).map { .init(name: "\($0).jpg", sha256: digest, byteCount: 1) }))
  }

  private func runStore(_ place: any QueuePlace, _ batch: Int) throws -> Int {
    let store = try place.open()
    let worker = WorkerID(rawValue: "worker-1")
    let time = Timestamp(milliseconds: 1_790_000_000_000)
    let record = StageRecord(
      stage: "read", uses: "no-op", startedAt: time, endedAt: time, outcome: "done", next: .documentEnds(.accepted))
    var done = 0
    while done < tasks {
      let leases = try store.claim(ClaimRequest(worker: worker, limit: batch))
      if leases.isEmpty { return done }
      if batch == 1 {
        for lease in leases { try store.record(record, under: lease.token) }
      } else {
        _ = try store.record(contentsOf: leases.map { (record, $0.token) })
      }
      done += leases.count
    }
    return done
  }

  private func runPlain(_ place: any QueuePlace, _ batch: Int) throws -> Int {
    let turn = try place.plainTurn()
    var done = 0
    while done < tasks {
      let count = try turn(batch, Int64(monotonicNanoseconds() / 1_000_000))
      if count == 0 { return done }
      done += count
    }
    return done
  }

  private func rate(_ perSecond: Double) -> String { "\(Int(perSecond.rounded()))/s" }

  private func pad(_ text: String, _ width: Int, left: Bool = false) -> String {
    let space = String(repeating: " ", count: max(0, width - text.count))
    return left ? space + text : text + space
  }
}

func monotonicNanoseconds() -> UInt64 {
  var time = timespec()
  clock_gettime(CLOCK_MONOTONIC, &time)
  return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
}
