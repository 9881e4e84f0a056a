import Dossiers
import Testing
import Workflow

/// Tasks that go on with another plan than their dossier began with.
@Suite("Moving to another plan")
struct ReplanningTests {
  private let other = PlanID(rawValue: String(repeating: "cd", count: 32))

  private func failed(
    _ backend: Backend, files: Int = 1, dossierStages: Bool = true
  ) throws -> (Scenario, DossierID, QueuedTask) {
    let scenario = try Scenario(backend)
    let plan = StoredPlan(id: other, name: "other", canonicalJSON: "{}", appliedAt: scenario.clock.now().wall)
    _ = try scenario.store.apply(plan, by: "tester")
    let id = try scenario.submit(files: files, dossierStages: dossierStages).dossier.id
    let lease = try scenario.claimOne()
    try scenario.record(lease, .stage("extract"))
    let again = StageRecord(
      stage: "extract", uses: "no-op", startedAt: scenario.clock.now().wall, endedAt: scenario.clock.now().wall,
      outcome: "fault", next: .fails(error: "no data for xyz"))
    try scenario.store.record(again, under: lease.token)
    return (scenario, id, try scenario.task(lease.task.id))
  }

  private func move(_ scenario: Scenario, firstDossierStage: String? = "gate") -> PlanMove {
    PlanMove(
      from: scenario.plan, to: other, restart: "text", kept: ["read"], firstDocumentStage: "read",
      firstDossierStage: firstDossierStage)
  }

  @Test("a failed task goes on where the plans part, and its dossier follows it", arguments: Backend.all)
  func moves(_ backend: Backend) throws {
    let (scenario, id, task) = try failed(backend)
    // The dossier's task is under way already: it is taken back.
    #expect(try scenario.claimOne().task.kind == .dossier)
    try scenario.store.retry(task.id, moving: move(scenario), by: "Vận hành B")
    let lease = try scenario.claimOne()
    #expect(lease.task.id == task.id && lease.task.stage == "text" && lease.task.plan == other)
    #expect(lease.task.attempts == 0)
    #expect(try scenario.openProblems(id).isEmpty)
    #expect(try scenario.dossier(id).plan == other)
    #expect(try scenario.store.runs(of: task.id).map(\.stage) == ["read", "extract"])
    let event = try #require(try scenario.store.events(of: id).last { $0.type == "task.replanned" })
    #expect(event.actor == "Vận hành B" && event.data["to"] == .string(other.rawValue))
    try scenario.record(lease, .documentEnds(.accepted))
    let next = try scenario.claimOne()
    #expect(next.task.kind == .dossier && next.task.stage == "gate" && next.task.plan == other)
    try scenario.submit(supplements: id)
    #expect(try scenario.claimOne().task.plan == other)
  }

  @Test("a plan with stages for the dossier gives one without its task", arguments: Backend.all)
  func makesDossierTask(_ backend: Backend) throws {
    let (scenario, id, task) = try failed(backend, dossierStages: false)
    try scenario.store.retry(task.id, moving: move(scenario), by: "B")
    try scenario.record(scenario.claimOne(), .documentEnds(.accepted))
    #expect(try scenario.claimOne().task.stage == "gate")
    #expect(try scenario.dossier(id).state == .received)
  }

  @Test("what does not fit is refused, and nothing is changed", arguments: Backend.all)
  func refuses(_ backend: Backend) throws {
    let (scenario, id, task) = try failed(backend, files: 2)
    var stale = move(scenario)
    stale.from = other
    #expect(errorCode { try scenario.store.retry(task.id, moving: stale, by: "B") } == .conflict)
    let less = move(scenario, firstDossierStage: nil)
    #expect(errorCode { try scenario.store.retry(task.id, moving: less, by: "B") } == .conflict)
    let ready = try scenario.claimOne().task.id
    #expect(errorCode { try scenario.store.retry(ready, moving: move(scenario), by: "B") } == .conflict)
    #expect(
      errorCode { try scenario.store.retry(TaskID(rawValue: "no"), moving: move(scenario), by: "B") } == .notFound)
    #expect(try scenario.dossier(id).plan == scenario.plan)
    #expect(try scenario.task(task.id).state == .failed)
  }

  @Test("a dossier that was handed off without the document is not moved", arguments: Backend.all)
  func refusesAfterTheHandOff(_ backend: Backend) throws {
    let (scenario, id, task) = try failed(backend)
    try scenario.record(scenario.claimOne(), .dossierEnds(.handedOff))
    #expect(errorCode { try scenario.store.retry(task.id, moving: move(scenario), by: "B") } == .conflict)
    #expect(try scenario.dossier(id).plan == scenario.plan)
  }
}
