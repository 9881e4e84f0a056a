import Dossiers
import Testing
import Workflow

@Suite("Operators, outbox, plans and keys")
struct OperatorTests {
  @Test("a cancelled document task is gone for workers, and the dossier goes on without it", arguments: Backend.all)
  func cancelsDocument(_ backend: Backend) throws {
    let scenario = try Scenario(backend)
    let id = try scenario.submit(files: 2).dossier.id
    let leases = try scenario.claim(2)
    try scenario.record(leases[0], .documentEnds(.accepted))
    try scenario.store.cancel(leases[1].task.id, by: "Vận hành B")
    #expect(errorCode { try scenario.record(leases[1], .documentEnds(.accepted)) } == .leaseLost)
    #expect(try scenario.store.documents(of: id).map(\.state) == [.accepted, .cancelled])
    #expect(try scenario.store.documents(of: id).map(\.stateName) == ["accepted", "cancelled"])
    #expect(try scenario.claimOne().task.kind == .dossier)
    #expect(errorCode { try scenario.store.cancel(leases[1].task.id, by: "x") } == .conflict)
    #expect(errorCode { try scenario.store.cancel(leases[0].task.id, by: "x") } == .conflict)
  }

  @Test("cancelling a dossier's task cancels the dossier and all its work", arguments: Backend.all)
  func cancelsDossier(_ backend: Backend) throws {
    let scenario = try Scenario(backend)
    let id = try scenario.submit(files: 2).dossier.id
    _ = try scenario.claimOne()
    try scenario.store.cancel(scenario.dossierTask(id).id, by: "Vận hành B")
    #expect(try scenario.dossier(id).state == .cancelled)
    #expect(try scenario.store.tasks(states: [.cancelled], limit: 9).count == 3)
    #expect(try !scenario.store.hasUnfinishedWork())
    #expect(try scenario.eventTypes(id).last == "dossier.cancelled")
  }

  @Test("what was decided of a dossier stands when a task that failed in it is put away", arguments: Backend.all)
  func cancelsAfterTheDecision(_ backend: Backend) throws {
    let scenario = try Scenario(backend)
    let id = try scenario.submit(files: 2).dossier.id
    let failed = try scenario.claimOne()
    try scenario.record(failed, outcome: "fault", .fails(error: "broken"))
    try scenario.record(scenario.throughDocuments(), .dossierEnds(.handedOff))
    try scenario.store.cancel(failed.task.id, by: "Vận hành B")
    #expect(try scenario.task(failed.task.id).state == .cancelled)
    #expect(try scenario.dossier(id).state == .handedOff)
    #expect(try scenario.store.documents(of: id).map(\.state) == [.review, .accepted])
  }

  @Test("with its dossier's acceptance a failed document's task is over", arguments: Backend.all)
  func closesFailedTasks(_ backend: Backend) throws {
    let scenario = try Scenario(backend)
    let id = try scenario.submit(files: 2).dossier.id
    let failed = try scenario.claimOne()
    try scenario.record(failed, outcome: "fault", .fails(error: "broken"))
    try scenario.record(scenario.throughDocuments(), outcome: "review", .review(resumeAt: "hand-off"))
    try scenario.store.accept(id, by: "Cán bộ A", note: nil)
    #expect(try scenario.task(failed.task.id).state == .cancelled)
    #expect(try scenario.store.documents(of: id).map(\.state) == [.accepted, .accepted])
    #expect(errorCode { try scenario.store.cancel(failed.task.id, by: "x") } == .conflict)
    #expect(errorCode { try scenario.store.retry(failed.task.id, by: "x") } == .conflict)
    #expect(try scenario.claimOne().task.stage == "hand-off")
  }

  @Test("tasks are listed by their state, and counted", arguments: Backend.all)
  func lists(_ backend: Backend) throws {
    let scenario = try Scenario(backend)
    try scenario.submit(files: 3)
    let lease = try scenario.claimOne()
    try scenario.record(scenario.claimOne(), .documentEnds(.accepted))
    #expect(try scenario.store.tasks(states: [.leased], limit: 9).map(\.id) == [lease.task.id])
    #expect(try scenario.store.tasks(states: [.ready, .done], limit: 9).count == 2)
    #expect(try scenario.store.tasks(states: nil, limit: 2).count == 2)
    #expect(try scenario.store.tasks(states: [], limit: 2).isEmpty)
    let tally = try scenario.store.tally()
    #expect(tally.tasks == ["ready": 1, "leased": 1, "done": 1, "waiting": 1])
    #expect(tally.dossiers == ["received": 1])
  }

  @Test("a message stays in the outbox until it is sent, and rests after a failure", arguments: Backend.all)
  func sends(_ backend: Backend) throws {
    let scenario = try Scenario(backend)
    try scenario.submit(documentStages: false)
    try scenario.record(scenario.claimOne(), .dossierEnds(.handedOff))
    let message = try #require(try scenario.store.pendingMessages(limit: 9).first)
    let later = scenario.clock.now().wall.adding(milliseconds: 5_000)
    try scenario.store.markFailed(message.id, error: "refused", retryAt: later)
    #expect(try scenario.store.pendingMessages(limit: 9).isEmpty)
    scenario.clock.advance(5_000)
    #expect(try scenario.store.pendingMessages(limit: 9).map(\.attempts) == [1])
    try scenario.store.markSent(message.id)
    #expect(try scenario.store.pendingMessages(limit: 9).isEmpty)
    #expect(try scenario.store.tally().outboxPending == 0)
    #expect(errorCode { try scenario.store.markSent(999) } == .notFound)
    #expect(errorCode { try scenario.store.markFailed(message.id, error: "x", retryAt: later) } == .notFound)
  }

  @Test("a plan becomes active once, and every plan that ever ran stays", arguments: Backend.all)
  func appliesPlans(_ backend: Backend) throws {
    let scenario = try Scenario(backend)
    let first = try #require(try scenario.store.activePlan())
    let second = StoredPlan(
      id: PlanID(rawValue: "two"), name: "hai", canonicalJSON: #"{"a":1}"#,
      appliedAt: scenario.clock.now().wall.adding(milliseconds: 1))
    #expect(try scenario.store.apply(second, by: "Vận hành B"))
    #expect(try !scenario.store.apply(second, by: "Vận hành B"))
    #expect(try scenario.store.activePlan()?.id == second.id)
    #expect(try scenario.store.plan(second.id)?.canonicalJSON == #"{"a":1}"#)
    #expect(try scenario.store.apply(first, by: "Vận hành B"))
    #expect(try scenario.store.plans().map(\.id) == [first.id, second.id])
    #expect(try scenario.reopened().activePlan()?.id == first.id)
  }

  @Test("the signing key is made once, and a rotated one leaves the older ones for checking", arguments: Backend.all)
  func keepsKeys(_ backend: Backend) throws {
    let scenario = try Scenario(backend)
    let secret: [UInt8] = (0..<32).map { $0 &* 9 }
    let key = try scenario.store.currentSigningKey { secret }
    #expect(key.secret == secret)
    #expect(try scenario.reopened().currentSigningKey { [1] }.id == key.id)
    let next = try scenario.store.rotateSigningKey(secret: [2, 0, 2])
    #expect(next.id != key.id)
    #expect(try scenario.store.currentSigningKey { [3] }.secret == [2, 0, 2])
    #expect(try scenario.store.signingKey(key.id)?.secret == secret)
    #expect(try scenario.store.signingKey("none") == nil)
  }
}
