import Dossiers
import Foundation
import Testing
import Workflow

/// A backlog at a stage that no task may begin must not be in the way of the others.
@Suite("Closed stages")
struct ClosedStageTests {
  private static let worker = WorkerID(rawValue: "worker-1")

  /// How the stage came to be closed.
  enum Closing: CaseIterable {
    case paused, full
  }

  private static func planned(_ store: any WorkflowStore, limits: [String: Int] = [:]) throws -> PlanID {
    let plan = PlanID(rawValue: String(repeating: "ab", count: 32))
    _ = try store.apply(
      StoredPlan(
        id: plan, name: "test", canonicalJSON: "{}", appliedAt: Timestamp(milliseconds: 0), stageLimits: limits),
      by: "tester")
    return plan
  }

  private static func submit(
    _ files: Int, at stage: String, priority: Int = 0, to store: any WorkflowStore, _ plan: PlanID
  ) throws {
    _ = try store.submit(
      NewSubmission(
        channel: "cli", procedure: "1.001", plan: plan, firstDocumentStage: stage, firstDossierStage: nil,
        priority: priority,
        files: (0..<files).map { .init(name: "\($0).jpg", sha256: Scenario.digest($0), byteCount: 1) }))
  }

  /// `waiting` documents at a closed stage stand before and behind 20 others at an open one, of two priorities.
  private static func fill(_ store: any WorkflowStore, waiting: Int, _ closing: Closing) throws {
    let plan = try planned(store, limits: closing == .full ? ["busy": 1] : [:])
    try submit(waiting / 2, at: "busy", priority: 5, to: store, plan)
    try submit(waiting / 2, at: "busy", to: store, plan)
    switch closing {
    case .paused: try store.pause(stage: "busy", by: "tester")
    case .full: #expect(try store.claim(ClaimRequest(worker: worker, limit: 1)).map(\.task.stage) == ["busy"])
    }
    try submit(10, at: "read", to: store, plan)
    try submit(10, at: "read", priority: 3, to: store, plan)
  }

  /// Files at an open stage, behind three at a paused one.
  private static func pastPause(_ backend: Backend, files: Int) throws -> Scenario {
    let scenario = try Scenario(backend)
    try submit(3, at: "busy", to: scenario.store, scenario.plan)
    try scenario.store.pause(stage: "busy", by: "tester")
    try submit(files, at: "read", to: scenario.store, scenario.plan)
    return scenario
  }

  /// Takes all 20, one at a time and in a batch, and looks for more when there is none.
  private static func takeAll(_ store: any WorkflowStore) throws {
    for number in 1...17 {
      #expect(try store.millisecondsUntilNextTask() == 0)
      #expect(try store.claim(ClaimRequest(worker: worker, limit: 1)).map(\.task.stage) == ["read"], "\(number)")
    }
    #expect(try store.claim(ClaimRequest(worker: worker, limit: 100)).map(\.task.stage) == ["read", "read", "read"])
    for _ in 1...8 { #expect(try store.claim(ClaimRequest(worker: worker, limit: 1)).isEmpty) }
    #expect(try store.millisecondsUntilNextTask() == nil)
    #expect(try store.hasUnfinishedWork())
  }

  @Test(
    "in SQLite a claim past a closed stage takes as many steps with 4,000 tasks waiting there as with 40",
    arguments: Closing.allCases)
  func countsStepsInSQLite(_ closing: Closing) throws {
    try StepCount.watch()
    func steps(waiting: Int) throws -> Int {
      let path = try ScratchFolder.make() + "/store.sqlite"
      let store = try SQLiteStore.open(path: path)
      try Self.fill(store, waiting: waiting, closing)
      return try StepCount.during(path) { try Self.takeAll(store) }
    }
    let few = try steps(waiting: 40)
    let many = try steps(waiting: 4_000)
    #expect(few > 1_000, "nothing was counted")
    #expect(many < few * 2, "\(few) steps beside 40, \(many) beside 4,000")
  }

  @Test(
    "in PostgreSQL a claim past a closed stage reads as many rows with 4,000 tasks waiting there as with 40",
    .enabled(if: PostgresServer.url != nil), arguments: Closing.allCases)
  func countsRowsInPostgreSQL(_ closing: Closing) throws {
    func rows(waiting: Int) throws -> Int {
      let url = try PostgresServer.makePlace()
      let probe = try PostgresProbe(url)
      // A connection tells of what it read when it ends.
      do { try Self.fill(try PostgresStore.open(url: url), waiting: waiting, closing) }
      let before = try read(probe, changes: waiting + 20 + (closing == .full ? 1 : 0))
      try probe.run("VACUUM ANALYZE task_queue")
      do { try Self.takeAll(try PostgresStore.open(url: url)) }
      return try read(probe, changes: before.changes + 20).rows - before.rows
    }
    let few = try rows(waiting: 40)
    let many = try rows(waiting: 4_000)
    #expect(few > 20, "nothing was counted")
    // The first claim has yet to learn that a stage is closed.
    #expect(many < few + 2 * 4_000, "\(few) rows beside 40, \(many) beside 4,000")
  }

  /// Rows of the queue read so far, once so many changes to them are known.
  private func read(_ probe: PostgresProbe, changes least: Int) throws -> (rows: Int, changes: Int) {
    for _ in 0..<500 {
      let found = try probe.rows(
        """
        SELECT n_tup_ins + n_tup_upd, seq_tup_read + (SELECT sum(idx_tup_read) FROM pg_stat_user_indexes i WHERE i.relid = t.relid)
        FROM pg_stat_user_tables t WHERE relid = 'task_queue'::regclass
        """)
      if let row = found.first, let changes = Int(row[0]), let rows = Int(row[1]), changes >= least {
        return (rows, changes)
      }
      usleep(20_000)
    }
    throw StatisticsMissing()
  }

  private struct StatisticsMissing: Error {}

  @Test("past a closed stage the higher priority goes first, and none waits for ever", arguments: Backend.all)
  func keepsOrder(_ backend: Backend) throws {
    let scenario = try Scenario(backend)
    let store = scenario.store
    try Self.submit(50, at: "busy", priority: 9, to: store, scenario.plan)
    try store.pause(stage: "busy", by: "tester")
    try Self.submit(1, at: "read", to: store, scenario.plan)
    try Self.submit(20, at: "read", priority: 3, to: store, scenario.plan)
    try Self.submit(20, at: "extract", priority: 5, to: store, scenario.plan)
    let served = try (0..<41).map { _ in try scenario.claimOne().task }
    #expect(!served.contains { $0.stage == "busy" })
    #expect(try scenario.claim(100).isEmpty)
    let place = try #require(served.firstIndex { $0.priority == 0 })
    #expect(place > 0 && place <= 8, "the patient one came \(place)th")
    // But for what goes by age, all of the higher priority comes first.
    let early = served.prefix(20).count { $0.priority == 5 }
    #expect(early >= 16, "\(early) of 20")
    try store.resume(stage: "busy", by: "tester")
    #expect(try scenario.claim(100).count == 50)
  }

  @Test("past a closed stage a plan that the worker does not know is left alone", arguments: Backend.all)
  func sparesForeignPlans(_ backend: Backend) throws {
    let scenario = try Self.pastPause(backend, files: 3)
    for limit in [1, 10] {
      for _ in 1...8 {
        let leases = try scenario.store.claim(
          ClaimRequest(worker: Self.worker, limit: limit, foreignPlans: [scenario.plan]))
        #expect(leases.isEmpty)
      }
    }
    #expect(try scenario.store.millisecondsUntilNextTask(foreignPlans: [scenario.plan]) == nil)
    #expect(try scenario.claim(10).count == 3)
  }

  @Test("what is scheduled for later is not claimed past a closed stage either", arguments: Backend.all)
  func waitsForSchedule(_ backend: Backend) throws {
    let scenario = try Self.pastPause(backend, files: 1)
    let lease = try scenario.claimOne()
    try scenario.record(
      lease, outcome: "retry",
      .again(runAt: scenario.clock.now().wall.adding(milliseconds: 5_000), error: "away"))
    for _ in 1...9 { #expect(try scenario.claim(10).isEmpty) }
    let wait = try #require(try scenario.store.millisecondsUntilNextTask())
    #expect(wait > 0 && wait <= 5_000)
    scenario.clock.advance(6_000)
    #expect(try scenario.claim(10).count == 1)
  }
}
