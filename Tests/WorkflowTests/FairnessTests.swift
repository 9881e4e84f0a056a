import Dossiers
import Testing
import Workflow

@Suite("Fairness")
struct FairnessTests {
  private func submission(_ scenario: Scenario, from party: String, files: Int = 1, priority: Int = 0) throws
    -> DossierID
  {
    var submission = scenario.submission(files: files, priority: priority)
    submission.party = party
    return try scenario.store.submit(submission).dossier.id
  }

  /// Dossiers in the order in which single claims give their documents out.
  private func order(_ scenario: Scenario, _ count: Int) throws -> [DossierID] {
    try (0..<count).map { _ in try scenario.claimOne().task.dossier }
  }

  @Test("a batch that is waiting lets whoever comes after it have every second turn", arguments: Backend.all)
  func turns(_ backend: Backend) throws {
    let scenario = try Scenario(backend)
    let batch = try (0..<40).map { _ in try submission(scenario, from: "import") }
    _ = try order(scenario, 4)
    let counter = try (0..<3).map { _ in try submission(scenario, from: "cli An") }
    let next = try order(scenario, 7)
    #expect(Set(counter).isSubset(of: next), "the counter waits behind the batch")
    #expect(next.count { batch.contains($0) } >= 3, "the batch stands still")
  }

  @Test("two batches go on in turns, though one has been worked on for long", arguments: Backend.all)
  func twoBatches(_ backend: Backend) throws {
    let scenario = try Scenario(backend)
    let first = try (0..<60).map { _ in try submission(scenario, from: "a") }
    _ = try order(scenario, 30)
    let second = try (0..<60).map { _ in try submission(scenario, from: "b") }
    let next = try order(scenario, 20)
    #expect((8...12).contains(next.count { second.contains($0) }), "\(next.count { second.contains($0) }) of 20")
    #expect(next.contains { first.contains($0) })
  }

  @Test("a party that had many turns before starts level with a new one once all is done", arguments: Backend.all)
  func forgets(_ backend: Backend) throws {
    let scenario = try Scenario(backend)
    for _ in 0..<30 { _ = try submission(scenario, from: "a") }
    for lease in try scenario.claim(100) { try scenario.record(lease, .documentEnds(.accepted)) }
    for lease in try scenario.claim(100) { try scenario.record(lease, .dossierEnds(.handedOff)) }
    for _ in 0..<20 { _ = try submission(scenario, from: "new") }
    let old = try (0..<3).map { _ in try submission(scenario, from: "a") }
    #expect(Set(old).isSubset(of: try order(scenario, 8)))
  }

  @Test("the higher priority goes first, and what waits longest is still served now and then", arguments: Backend.all)
  func ages(_ backend: Backend) throws {
    let scenario = try Scenario(backend)
    let patient = try submission(scenario, from: "patient")
    var served: Int?
    for round in 1...16 where served == nil {
      scenario.clock.advance(5)
      _ = try submission(scenario, from: "hasty \(round)", priority: 50)
      if try scenario.claimOne().task.dossier == patient { served = round }
    }
    let round = try #require(served, "a stream of higher priority starves the others")
    #expect(round > 1)
    #expect(round <= 8)
  }

  @Test("a dossier whose documents are through is finished before more is begun", arguments: Backend.all)
  func finishes(_ backend: Backend) throws {
    let scenario = try Scenario(backend)
    let first = try submission(scenario, from: "a")
    for _ in 0..<10 { _ = try submission(scenario, from: "a") }
    let lease = try scenario.claimOne()
    #expect(lease.task.dossier == first)
    try scenario.record(lease, .documentEnds(.accepted))
    let next = try scenario.claimOne()
    #expect(next.task.dossier == first)
    #expect(next.task.kind == .dossier)
  }

  // MARK: Limits

  private func limited(_ backend: Backend, _ limits: [String: Int]) throws -> Scenario {
    let scenario = try Scenario(backend)
    let other = PlanID(rawValue: String(repeating: "cd", count: 32))
    _ = try scenario.store.apply(
      StoredPlan(
        id: other, name: "limited", canonicalJSON: "{}", appliedAt: scenario.clock.now().wall, stageLimits: limits),
      by: "tester")
    return scenario
  }

  @Test("no more tasks are at a stage at one time than its limit, over all workers", arguments: Backend.all)
  func limitsClaims(_ backend: Backend) throws {
    let scenario = try limited(backend, ["read": 3])
    for _ in 0..<10 { try scenario.submit() }
    let other = WorkerID(rawValue: "worker-2")
    let mine = try scenario.claim(2)
    let theirs = try scenario.claim(5, by: other)
    #expect(mine.count == 2)
    #expect(theirs.count == 1)
    #expect(try scenario.claim(5).isEmpty)
    #expect(try scenario.store.millisecondsUntilNextTask() == nil)
    #expect(try scenario.store.hasUnfinishedWork())
    try scenario.record(mine[0], .stage("extract"))
    #expect(try scenario.claim(5, by: other).count == 1)
    try scenario.store.release(theirs[0].token)
    #expect(try scenario.claim(5).count == 1)
  }

  @Test("a task whose next stage is full gives its lease up and goes on there later", arguments: Backend.all)
  func limitsAdvances(_ backend: Backend) throws {
    let scenario = try limited(backend, ["extract": 1])
    for _ in 0..<3 { try scenario.submit() }
    let leases = try scenario.claim(3)
    #expect(leases.count == 3)
    #expect(try scenario.record(leases[0], .stage("extract")).taskState == .leased)
    #expect(try scenario.record(leases[1], .stage("extract")).taskState == .ready)
    let answers = try scenario.store.record(contentsOf: [
      (scenario.result(leases[2], .stage("extract")), leases[2].token)
    ])
    #expect(answers.map { $0?.taskState } == [.ready])
    #expect(try scenario.claim(3).isEmpty)
    let entered = try scenario.task(leases[0].task.id)
    #expect(entered.stage == "extract")
    try scenario.store.record(
      StageRecord(
        stage: "extract", uses: "no-op", startedAt: scenario.clock.now().wall, endedAt: scenario.clock.now().wall,
        outcome: "done", next: .documentEnds(.accepted)), under: leases[0].token)
    let documents = try scenario.claim(3).filter { $0.task.kind == .document }
    #expect(documents.map(\.task.stage) == ["extract"])
  }

  @Test("a plan without limits takes away those of the plan before it", arguments: Backend.all)
  func endsLimits(_ backend: Backend) throws {
    let scenario = try limited(backend, ["read": 1])
    for _ in 0..<3 { try scenario.submit() }
    #expect(try scenario.claim(3).count == 1)
    _ = try scenario.store.apply(
      StoredPlan(id: scenario.plan, name: "test", canonicalJSON: "{}", appliedAt: scenario.clock.now().wall),
      by: "tester")
    #expect(try scenario.claim(3).count == 2)
  }

  @Test("workers are listed with the plan that is active", arguments: Backend.all)
  func registration(_ backend: Backend) throws {
    let scenario = try Scenario(backend)
    let now = scenario.clock.now().wall
    try scenario.store.register(
      WorkerRegistration(id: scenario.worker, host: "máy 1", processID: 1, version: "1", startedAt: now, seenAt: now))
    #expect(try scenario.store.workers().map(\.plan) == [scenario.plan])
  }
}
