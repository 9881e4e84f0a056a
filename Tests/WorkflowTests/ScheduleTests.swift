import Dossiers
import Testing
import Workflow

@Suite("Schedules")
struct ScheduleTests {
  /// A task put off for a minute.
  private func scheduled(_ backend: Backend) throws -> (Scenario, TaskID) {
    let scenario = try Scenario(backend)
    try scenario.submit()
    let lease = try scenario.claimOne()
    try scenario.record(
      lease, outcome: "retry", .again(runAt: scenario.clock.now().wall.adding(milliseconds: 60_000), error: "busy"))
    return (scenario, lease.task.id)
  }

  @Test("a scheduled retry runs when its time has come, not before", arguments: Backend.all)
  func waits(_ backend: Backend) throws {
    let (scenario, task) = try scheduled(backend)
    #expect(try scenario.claim().isEmpty)
    #expect(try scenario.store.millisecondsUntilNextTask() == 60_000)
    #expect(try scenario.store.hasUnfinishedWork())
    scenario.clock.advance(59_999)
    #expect(try scenario.claim().isEmpty)
    #expect(try scenario.store.millisecondsUntilNextTask() == 1)
    scenario.clock.advance(1)
    #expect(try scenario.store.millisecondsUntilNextTask() == 0)
    #expect(try scenario.claimOne().task.id == task)
    #expect(try scenario.store.millisecondsUntilNextTask() == nil)
  }

  @Test("a wall clock set back does not keep a scheduled task waiting", arguments: Backend.all)
  func survivesJumpBack(_ backend: Backend) throws {
    let (scenario, task) = try scheduled(backend)
    scenario.clock.jumpWall(-365 * 86_400_000)
    #expect(try #require(try scenario.store.millisecondsUntilNextTask()) <= 60_000)
    scenario.clock.advance(60_000)
    #expect(try scenario.claimOne().task.id == task)
  }

  @Test("a wall clock set back does not hide fresh tasks", arguments: Backend.all)
  func showsFreshTasks(_ backend: Backend) throws {
    let scenario = try Scenario(backend)
    try scenario.submit()
    scenario.clock.jumpWall(-86_400_000)
    #expect(try scenario.store.millisecondsUntilNextTask() == 0)
    #expect(try scenario.claim().count == 1)
  }

  @Test("after a boot with the clock in the past a task waits no longer than its backoff", arguments: Backend.all)
  func survivesBoot(_ backend: Backend) throws {
    let (scenario, task) = try scheduled(backend)
    scenario.clock.jumpWall(-365 * 86_400_000)
    scenario.clock.reboot(as: "boot-2")
    let now = scenario.clock.now().wall
    try scenario.store.register(
      WorkerRegistration(id: scenario.worker, host: "h", processID: 1, version: "1", startedAt: now, seenAt: now))
    #expect(try scenario.claim().isEmpty)
    scenario.clock.advance(60_000)
    #expect(try scenario.claimOne().task.id == task)
  }

  @Test(
    "tasks of plans that a worker does not know are left to others, and it is idle without them", arguments: Backend.all
  )
  func foreignPlans(_ backend: Backend) throws {
    let scenario = try Scenario(backend)
    try scenario.submit(files: 2)
    let foreign: Set = [scenario.plan]
    let others: Set = [PlanID(rawValue: "another"), PlanID(rawValue: "yet another")]
    let older = ClaimRequest(worker: WorkerID(rawValue: "older"), limit: 5, foreignPlans: foreign)
    // By turn and, now and then, by age.
    for _ in 0..<16 { #expect(try scenario.store.claim(older).isEmpty) }
    #expect(try scenario.store.millisecondsUntilNextTask(foreignPlans: foreign) == nil)
    #expect(try !scenario.store.hasUnfinishedWork(foreignPlans: foreign))
    #expect(try scenario.store.millisecondsUntilNextTask(foreignPlans: others) == 0)
    #expect(try scenario.store.hasUnfinishedWork(foreignPlans: others))
    let newer = ClaimRequest(worker: WorkerID(rawValue: "newer"), limit: 5, foreignPlans: others)
    #expect(try scenario.store.claim(newer).count == 2)
    #expect(try scenario.store.hasUnfinishedWork(foreignPlans: foreign), "somebody is at them")
  }

  @Test("an operator's retry ends the wait", arguments: Backend.all)
  func retriesNow(_ backend: Backend) throws {
    let (scenario, task) = try scheduled(backend)
    try scenario.store.retry(task, by: "Vận hành B")
    let lease = try scenario.claimOne()
    #expect(lease.task.id == task)
    #expect(lease.task.attempts == 0)
  }

  @Test(
    "a paused stage's tasks wait; the others are claimed past them, however many they are",
    arguments: Backend.all)
  func pauses(_ backend: Backend) throws {
    let scenario = try Scenario(backend)
    for _ in 0..<50 { try scenario.submit(priority: 9) }
    let young = try scenario.submit(documentStages: false)
    try scenario.store.pause(stage: "read", by: "Vận hành B")
    try scenario.store.pause(stage: "read", by: "Vận hành B")
    #expect(try scenario.store.pausedStages() == ["read"])
    let lease = try scenario.claimOne()
    #expect(lease.task.dossier == young.dossier.id)
    try scenario.record(lease, .dossierEnds(.handedOff))
    #expect(try scenario.claim(10).isEmpty)
    #expect(try scenario.store.millisecondsUntilNextTask() == nil)
    // What nobody may run is not work that `--until-idle` waits for.
    #expect(try !scenario.store.hasUnfinishedWork())
    try scenario.store.resume(stage: "read", by: "Vận hành B")
    #expect(try scenario.claim(100).count == 50)
  }

  @Test("a task that comes to a paused stage gives its lease up and waits there", arguments: Backend.all)
  func stopsAtPausedStage(_ backend: Backend) throws {
    let scenario = try Scenario(backend)
    try scenario.submit()
    let lease = try scenario.claimOne()
    try scenario.store.pause(stage: "extract", by: "Vận hành B")
    #expect(try scenario.record(lease, .stage("extract")).taskState == .ready)
    #expect(errorCode { try scenario.record(lease, .documentEnds(.accepted)) } == .leaseLost)
    #expect(try scenario.claim().isEmpty)
    try scenario.store.resume(stage: "extract", by: "Vận hành B")
    #expect(try scenario.claimOne().task.stage == "extract")
  }
}
