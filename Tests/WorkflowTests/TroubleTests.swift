import Dossiers
import Testing
import Workflow

@Suite("Trouble")
struct TroubleTests {
  @Test("the third strike quarantines, keeps the evidence, and lets the dossier go on", arguments: Backend.all)
  func quarantines(_ backend: Backend) throws {
    let scenario = try Scenario(backend)
    let id = try scenario.submit(files: 2).dossier.id
    let good = try scenario.claimOne()
    try scenario.record(good, .documentEnds(.accepted))
    for strike in 1...3 {
      // Strikes are in the store: a later process goes on counting.
      let store = try scenario.reopened()
      let lease = try #require(
        try store.claim(ClaimRequest(worker: scenario.worker, limit: 1)).first)
      #expect(lease.task.strikes == strike - 1)
      let answer = try store.record(
        scenario.result(
          lease, outcome: "strike",
          .strike(error: "signal 11", evidence: ["signal": 11, "page": .integer(Int64(strike))])),
        under: lease.token)
      #expect(answer.taskState == (strike < 3 ? .ready : .quarantined))
      #expect(answer.dossierTaskReady == (strike == 3))
    }
    #expect(try scenario.store.documents(of: id).map(\.state) == [.accepted, .quarantined])
    #expect(try scenario.dossier(id).state == .review)
    #expect(try scenario.openProblems(id) == ["task.quarantined"])
    let event = try #require(try scenario.store.events(of: id).first { $0.type == "document.quarantined" })
    #expect(event.data["evidence"] == ["signal": 11, "page": 3])
    #expect(try scenario.store.events(of: id).filter { $0.type == "stage.strike" }.count == 3)
    #expect(try scenario.claimOne().task.kind == .dossier)
  }

  @Test(
    "strikes stay with the task when it moves on, attempts and deaths from outside do not", arguments: Backend.all)
  func countsApart(_ backend: Backend) throws {
    let scenario = try Scenario(backend)
    try scenario.submit()
    let now = scenario.clock.now().wall
    try scenario.record(scenario.claimOne(), outcome: "strike", .strike(error: "s", evidence: nil))
    try scenario.record(scenario.claimOne(), outcome: "crash", .crash(error: "c"))
    try scenario.record(scenario.claimOne(), outcome: "retry", .again(runAt: now, error: "busy"))
    let lease = try scenario.claimOne()
    #expect(lease.task.strikes == 1 && lease.task.crashes == 1 && lease.task.attempts == 1)
    #expect(lease.task.lastError == "busy")
    try scenario.record(lease, .stage("extract"))
    let task = try scenario.task(lease.task.id)
    #expect(task.strikes == 1 && task.crashes == 0 && task.attempts == 0 && task.lastError == nil)
    #expect(try scenario.store.runs(of: task.id).map(\.attempt) == [1, 1, 1, 2])
  }

  @Test("deaths from outside are counted apart, and the tenth fails the task", arguments: Backend.all)
  func crashes(_ backend: Backend) throws {
    let scenario = try Scenario(backend)
    let id = try scenario.submit().dossier.id
    for crash in 1...10 {
      scenario.clock.advance(60_000)
      let answer = try scenario.record(scenario.claimOne(), outcome: "crash", .crash(error: "killed"))
      #expect(answer.taskState == (crash < 10 ? .ready : .failed))
    }
    #expect(try scenario.store.documents(of: id).map(\.state) == [.review])
    #expect(try scenario.claimOne().task.kind == .dossier)
  }

  @Test("a task that dies again and again lets others go ahead, longer each time", arguments: Backend.all)
  func crashesWait(_ backend: Backend) throws {
    let scenario = try Scenario(backend)
    try scenario.submit()
    try scenario.record(scenario.claimOne(), outcome: "crash", .crash(error: "killed"))
    for wait: Int64 in [1_000, 2_000, 4_000, 8_000, 16_000, 32_000, 60_000, 60_000] {
      try scenario.record(scenario.claimOne(), outcome: "crash", .crash(error: "killed"))
      #expect(try scenario.store.millisecondsUntilNextTask() == wait)
      #expect(try scenario.claim(1).isEmpty)
      scenario.clock.advance(wait)
    }
  }

  @Test("a task that gives up sends its dossier to review", arguments: Backend.all)
  func fails(_ backend: Backend) throws {
    let scenario = try Scenario(backend)
    let id = try scenario.submit().dossier.id
    let answer = try scenario.record(scenario.claimOne(), outcome: "fault", .fails(error: "broken"))
    #expect(answer.taskState == .failed && answer.dossierTaskReady)
    #expect(try scenario.dossier(id).state == .review)
    let dossierTask = try scenario.claimOne()
    #expect(try scenario.record(dossierTask, outcome: "fault", .fails(error: "broken")).taskState == .failed)
    #expect(try scenario.dossier(id).state == .review)
    #expect(try scenario.store.tasks(states: [.failed], limit: 9).map(\.lastError) == ["broken", "broken"])
  }

  @Test(
    "an operator's retry makes a failed task ready, its counters at zero, its dossier at work",
    arguments: Backend.all)
  func retriesFailed(_ backend: Backend) throws {
    let scenario = try Scenario(backend)
    let id = try scenario.submit().dossier.id
    let failed = try scenario.claimOne()
    try scenario.record(failed, outcome: "fault", .fails(error: "broken"))
    try scenario.store.retry(failed.task.id, by: "Vận hành B")
    #expect(try scenario.dossier(id).state == .received)
    #expect(try scenario.openProblems(id).isEmpty)
    #expect(try scenario.dossierTask(id).state == .waiting)
    let lease = try scenario.claimOne()
    #expect(lease.task.id == failed.task.id)
    #expect(lease.task.stage == "read" && lease.task.attempts == 0)
    #expect(try scenario.record(lease, .documentEnds(.accepted)).dossierTaskReady)
    #expect(try scenario.eventTypes(id).contains("task.retried"))
  }

  @Test("a quarantined document can be tried again", arguments: Backend.all)
  func retriesQuarantined(_ backend: Backend) throws {
    let scenario = try Scenario(backend)
    let id = try scenario.submit().dossier.id
    for _ in 1...3 {
      try scenario.record(scenario.claimOne(), outcome: "strike", .strike(error: "s", evidence: nil))
    }
    let dossierTask = try scenario.claimOne()
    try scenario.record(dossierTask, outcome: "review", .review(resumeAt: "check"))
    let quarantined = try #require(try scenario.store.tasks(states: [.quarantined], limit: 1).first)
    try scenario.store.retry(quarantined.id, by: "Vận hành B")
    #expect(try scenario.store.documents(of: id).map(\.state) == [.waiting])
    let lease = try scenario.claimOne()
    #expect(lease.task.strikes == 0)
    try scenario.record(lease, .documentEnds(.accepted))
    #expect(try scenario.claimOne().task.kind == .dossier)
  }

  @Test("only failed, quarantined and scheduled tasks are retried", arguments: Backend.all)
  func refusesOtherRetries(_ backend: Backend) throws {
    let scenario = try Scenario(backend)
    let id = try scenario.submit().dossier.id
    let lease = try scenario.claimOne()
    #expect(errorCode { try scenario.store.retry(lease.task.id, by: "x") } == .conflict)
    try scenario.record(lease, .documentEnds(.accepted))
    #expect(errorCode { try scenario.store.retry(lease.task.id, by: "x") } == .conflict)
    #expect(errorCode { try scenario.store.retry(TaskID(rawValue: "none"), by: "x") } == .notFound)
    #expect(try !scenario.eventTypes(id).contains("task.retried"))
  }
}
