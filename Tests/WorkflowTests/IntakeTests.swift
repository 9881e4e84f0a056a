import Dossiers
import Testing
import Workflow

@Suite("Intake")
struct IntakeTests {
  @Test("a submission makes its dossier, its documents in order and their ready tasks", arguments: Backend.all)
  func submits(_ backend: Backend) throws {
    let scenario = try Scenario(backend)
    let answer = try scenario.submit(files: 3)
    #expect(!answer.wasKnown)
    #expect(answer.dossier.state == .received)
    #expect(answer.dossier.version == 1)
    let documents = try scenario.store.documents(of: answer.dossier.id)
    #expect(documents.map(\.ordinal) == [1, 2, 3])
    #expect(documents.map(\.state) == [.waiting, .waiting, .waiting])
    #expect(documents[1].name == "tệp 2.jpg")
    let tasks = try scenario.store.tasks(states: nil, limit: 10)
    #expect(tasks.filter { $0.kind == .document && $0.state == .ready && $0.stage == "read" }.count == 3)
    #expect(tasks.filter { $0.kind == .dossier && $0.state == .waiting }.count == 1)
    #expect(try scenario.store.dossier(submission: answer.submission.id)?.id == answer.dossier.id)
    #expect(try scenario.eventTypes(answer.dossier.id) == ["dossier.received"])
  }

  @Test("the same idempotency key gives the first answer again, also after reopening", arguments: Backend.all)
  func knowsKeys(_ backend: Backend) throws {
    let scenario = try Scenario(backend)
    let first = try scenario.submit(key: "lần-1")
    let again = try scenario.submit(key: "lần-1")
    let later = try scenario.reopened().submit(scenario.submission(key: "lần-1"))
    for answer in [again, later] {
      #expect(answer.wasKnown)
      #expect(answer.dossier.id == first.dossier.id)
      #expect(answer.submission.id == first.submission.id)
    }
    #expect(try scenario.store.dossiers(DossierFilter()).count == 1)
    #expect(try scenario.store.documents(of: first.dossier.id).count == 1)
  }

  @Test(
    "a key that comes again with other files, or for another purpose, is refused and leaves nothing",
    arguments: Backend.all)
  func refusesReusedKeys(_ backend: Backend) throws {
    let scenario = try Scenario(backend)
    let first = try scenario.submit(files: 2, key: "K").dossier.id
    let other = try scenario.submit().dossier.id
    try scenario.submit(key: "S", supplements: first)
    #expect(errorCode { try scenario.submit(files: 1, key: "K") } == .keyReused)
    #expect(errorCode { try scenario.submit(files: 2, key: "K", supplements: first) } == .keyReused)
    #expect(errorCode { try scenario.submit(key: "S") } == .keyReused)
    #expect(errorCode { try scenario.submit(key: "S", supplements: other) } == .keyReused)
    #expect(try scenario.submit(key: "S", supplements: first).wasKnown)
    #expect(try scenario.submit(files: 2, key: "K").wasKnown)
    #expect(try scenario.store.dossiers(DossierFilter()).count == 2)
    #expect(try scenario.store.documents(of: first).count == 3)
  }

  @Test("a key's first answer is found without submitting; an unknown key has none", arguments: Backend.all)
  func answersKeys(_ backend: Backend) throws {
    let scenario = try Scenario(backend)
    #expect(try scenario.store.answer(idempotencyKey: "lần-1")?.submission.id == nil)
    let first = try scenario.submit(key: "lần-1")
    let answer = try #require(try scenario.store.answer(idempotencyKey: "lần-1"))
    #expect(answer.wasKnown && answer.submission.id == first.submission.id)
    #expect(try scenario.store.dossiers(DossierFilter()).count == 1)
  }

  @Test("what the sender told of themselves is kept with each delivery", arguments: Backend.all)
  func keepsContact(_ backend: Backend) throws {
    let scenario = try Scenario(backend)
    var told = scenario.submission()
    told.contact = Contact(phone: "0900000001", address: "Số 1, phố Mẫu", request: "Cấp bản sao")
    let dossier = try scenario.store.submit(told).dossier.id
    try scenario.submit(supplements: dossier)
    #expect(try scenario.store.submissions(of: dossier).map(\.contact) == [told.contact, nil])
  }

  @Test(
    "a plan without document stages has its documents accepted and its dossier task ready at once",
    arguments: Backend.all)
  func submitsWithoutDocumentStages(_ backend: Backend) throws {
    let scenario = try Scenario(backend)
    let answer = try scenario.submit(files: 2, documentStages: false)
    #expect(try scenario.store.documents(of: answer.dossier.id).map(\.state) == [.accepted, .accepted])
    let lease = try scenario.claimOne()
    #expect(lease.task.kind == .dossier)
    #expect(lease.task.stage == "check")
  }

  @Test(
    "a plan without dossier stages lets the worst document decide", arguments: Backend.all,
    [(Document.State.accepted, Dossier.State.accepted), (.review, .review), (.rejected, .rejected)])
  func submitsWithoutDossierStages(_ backend: Backend, _ ends: (Document.State, Dossier.State)) throws {
    let scenario = try Scenario(backend)
    let answer = try scenario.submit(files: 2, dossierStages: false)
    try scenario.record(scenario.claimOne(), .documentEnds(.accepted))
    try scenario.record(scenario.claimOne(), .documentEnds(ends.0))
    #expect(try scenario.dossier(answer.dossier.id).state == ends.1)
    #expect(try !scenario.store.hasUnfinishedWork())
  }

  @Test("a submission without files, or on an unknown plan, is refused and leaves nothing", arguments: Backend.all)
  func refuses(_ backend: Backend) throws {
    let scenario = try Scenario(backend)
    #expect(errorCode { try scenario.submit(files: 0) } == .conflict)
    var stray = scenario.submission()
    stray.plan = PlanID(rawValue: "none")
    #expect(errorCode { _ = try scenario.store.submit(stray) } == .conflict)
    #expect(try scenario.store.tally().dossiers.isEmpty)
  }

  @Test("files handed in before are found by their digest, newest first", arguments: Backend.all)
  func findsDuplicates(_ backend: Backend) throws {
    let scenario = try Scenario(backend)
    let first = try scenario.submit()
    scenario.clock.advance(5)
    let second = try scenario.submit()
    let found = try scenario.store.documents(withSHA256: Scenario.digest(0))
    #expect(found.map(\.dossier) == [second.dossier.id, first.dossier.id])
    #expect(try scenario.store.documents(withSHA256: "00").isEmpty)
  }

  @Test("dossiers are listed newest first, page by page, by state and channel", arguments: Backend.all)
  func lists(_ backend: Backend) throws {
    let scenario = try Scenario(backend)
    let ids = try (0..<5).map { _ in try scenario.submit().dossier.id }
    let page = try scenario.store.dossiers(DossierFilter(limit: 2)).map(\.id)
    #expect(page == [ids[4], ids[3]])
    #expect(try scenario.store.dossiers(DossierFilter(limit: 9, before: ids[3])).map(\.id) == [ids[2], ids[1], ids[0]])
    #expect(try scenario.store.dossiers(DossierFilter(states: [.review, .rejected])).isEmpty)
    #expect(try scenario.store.dossiers(DossierFilter(states: [.received], channel: "cli")).count == 5)
    #expect(try scenario.store.dossiers(DossierFilter(channel: "http")).isEmpty)
  }
}
