import Dossiers
import Testing
import Workflow

@Suite("Review")
struct ReviewTests {
  private let reason = BilingualText(vi: "Ảnh mờ, không đọc được.", en: "The photo is blurred.")

  private func inReview(_ backend: Backend) throws -> (Scenario, DossierID) {
    let scenario = try Scenario(backend)
    let id = try scenario.submit(files: 2).dossier.id
    let first = try scenario.claimOne()
    var unsure = scenario.result(first, outcome: "review", .documentEnds(.review))
    unsure.problems = [
      Problem(
        code: ProblemCode("card.conflict"), severity: .review, message: BilingualText(vi: "v", en: "e"),
        remedy: BilingualText(vi: "v", en: "e"))
    ]
    try scenario.store.record(unsure, under: first.token)
    try scenario.record(scenario.throughDocuments(), outcome: "review", .review(resumeAt: "hand-off"))
    return (scenario, id)
  }

  @Test("a dossier parked for a person goes on at its stage once accepted", arguments: Backend.all)
  func accepts(_ backend: Backend) throws {
    let (scenario, id) = try inReview(backend)
    #expect(try scenario.store.dossiersInReview(limit: 9).map(\.id) == [id])
    #expect(try scenario.claim().isEmpty)
    #expect(try !scenario.store.hasUnfinishedWork())
    scenario.clock.advance(1000)
    try scenario.store.accept(id, by: "Cán bộ A", note: "đã đối chiếu bản gốc")
    #expect(try scenario.dossier(id).state == .received)
    #expect(try scenario.store.documents(of: id).map(\.state) == [.accepted, .accepted])
    #expect(try scenario.openProblems(id).isEmpty)
    #expect(try scenario.store.problems(of: id).first?.settledBy == "Cán bộ A")
    let decision = try #require(try scenario.store.events(of: id).last)
    #expect(decision.type == "review.accepted" && decision.actor == "Cán bộ A")
    #expect(decision.at == scenario.clock.now().wall)
    #expect(decision.data["note"] == "đã đối chiếu bản gốc")
    #expect(try scenario.claimOne().task.stage == "hand-off")
    #expect(errorCode { try scenario.store.accept(id, by: "Cán bộ A", note: nil) } == .conflict)
  }

  @Test(
    "a document parked for a person holds its dossier back, and goes on at its stage once accepted",
    arguments: Backend.all)
  func acceptsParkedDocument(_ backend: Backend) throws {
    let scenario = try Scenario(backend)
    let id = try scenario.submit(files: 2).dossier.id
    try scenario.record(scenario.claimOne(), outcome: "review", .review(resumeAt: "extract"))
    #expect(try !scenario.record(scenario.claimOne(), .documentEnds(.accepted)).dossierTaskReady)
    #expect(try scenario.dossierTask(id).state == .waiting)
    #expect(try scenario.dossier(id).state == .review)
    try scenario.store.accept(id, by: "Cán bộ A", note: nil)
    #expect(try scenario.store.documents(of: id).map(\.state) == [.waiting, .accepted])
    let lease = try scenario.claimOne()
    #expect(lease.task.stage == "extract")
    #expect(try scenario.record(lease, .documentEnds(.accepted)).dossierTaskReady)
  }

  @Test(
    "a rejection ends the dossier with the reason, for the sender and for whoever comes next",
    arguments: Backend.all)
  func rejects(_ backend: Backend) throws {
    let (scenario, id) = try inReview(backend)
    try scenario.store.reject(id, by: "Cán bộ A", reason: reason)
    #expect(try scenario.dossier(id).state == .rejected)
    #expect(try scenario.dossierTask(id).state == .done)
    let open = try scenario.store.problems(of: id).filter { $0.settledAt == nil }
    #expect(open.map(\.problem.code) == [.rejectedByPerson])
    #expect(open.first?.problem.message == reason)
    #expect(open.first?.problem.severity == .rejects)
    let message = try #require(try scenario.store.pendingMessages(limit: 9).last)
    #expect(message.topic == "dossier.rejected")
    #expect(message.payload["reason"]?["vi"] == .string(reason.vi))
    #expect(errorCode { try scenario.store.reject(id, by: "Cán bộ A", reason: reason) } == .conflict)
    #expect(errorCode { try scenario.store.accept(id, by: "Cán bộ A", note: nil) } == .conflict)
  }

  @Test("a rejection takes the work away from the workers that hold it", arguments: Backend.all)
  func rejectsUnderWay(_ backend: Backend) throws {
    let scenario = try Scenario(backend)
    let id = try scenario.submit(files: 2).dossier.id
    let held = try scenario.claimOne()
    try scenario.store.reject(id, by: "Cán bộ A", reason: reason)
    #expect(errorCode { try scenario.record(held, .documentEnds(.accepted)) } == .leaseLost)
    #expect(try scenario.claim(9).isEmpty)
    #expect(try scenario.store.documents(of: id).map(\.state) == [.cancelled, .cancelled])
  }

  @Test("a field set by a person is shown; what was read stays in the record", arguments: Backend.all)
  func setsFields(_ backend: Backend) throws {
    let scenario = try Scenario(backend)
    let id = try scenario.submit().dossier.id
    let lease = try scenario.claimOne()
    var read = scenario.result(lease, .documentEnds(.accepted))
    let box = Box(x0: 1, y0: 2, x1: 3, y1: 4)
    read.parts = [
      Part(
        kind: .idCard, pages: [2],
        fields: [.fullName: Field(value: "NGUYEN", confidence: 0.4, source: .ocr, page: 2, box: box)])
    ]
    try scenario.store.record(read, under: lease.token)
    let document = try #require(lease.task.document)
    try scenario.store.setField(.fullName, to: "NGUYỄN A", part: 0, of: document, by: "Cán bộ A")
    try scenario.store.setField(.fullName, to: "NGUYỄN B", part: 0, of: document, by: "Cán bộ A")
    try scenario.store.setField(.sex, to: "Nữ", part: 0, of: document, by: "Cán bộ A")
    let fields = try scenario.store.fields(of: id)
    #expect(fields.map(\.name) == [.fullName, .sex])
    #expect(fields.allSatisfy { $0.field.source == .person && !$0.flagged && !$0.field.verified })
    #expect(fields[0].field.value == "NGUYỄN B" && fields[0].field.box == box && fields[0].field.page == 2)
    #expect(fields[1].field.page == 2)
    #expect(try scenario.store.parts(of: document).first?.fields[.fullName]?.value == "NGUYỄN B")
    let events = try scenario.store.events(of: id).filter { $0.type == "field.set" }
    #expect(events.map { $0.data["value"] } == ["NGUYỄN A", "NGUYỄN B", "Nữ"])
    #expect(events.allSatisfy { $0.actor == "Cán bộ A" })
    #expect(
      errorCode { try scenario.store.setField(.sex, to: "Nữ", part: 7, of: document, by: "A") } == .notFound)
  }

  @Test("a field of a dossier that has gone on is not set: its package stands", arguments: Backend.all)
  func setsNoFieldsLater(_ backend: Backend) throws {
    let scenario = try Scenario(backend)
    let id = try scenario.submit().dossier.id
    let lease = try scenario.claimOne()
    var read = scenario.result(lease, .documentEnds(.accepted))
    read.parts = [
      Part(kind: .idCard, pages: [1], fields: [.sex: Field(value: "Nam", confidence: 1, source: .qr, page: 1)])
    ]
    try scenario.store.record(read, under: lease.token)
    let document = try #require(lease.task.document)
    let last = try scenario.claimOne()
    try scenario.record(last, .dossierEnds(.handedOff))
    #expect(try scenario.store.dossier(id)?.state == .handedOff)
    #expect(errorCode { try scenario.store.setField(.sex, to: "Nữ", part: 0, of: document, by: "A") } == .conflict)
    #expect(try scenario.store.fields(of: id).first?.field.value == "Nam")
    #expect(try scenario.store.events(of: id).allSatisfy { $0.type != "field.set" })
  }

  @Test("accepting a dossier whose task failed runs it again at the stage that failed", arguments: Backend.all)
  func acceptsFailed(_ backend: Backend) throws {
    let scenario = try Scenario(backend)
    let id = try scenario.submit().dossier.id
    let lease = try scenario.throughDocuments()
    try scenario.record(lease, .stage("hand-off"))
    var broken = scenario.result(lease, outcome: "fault", .fails(error: "no space"))
    broken.stage = "hand-off"
    try scenario.store.record(broken, under: lease.token)
    try scenario.store.accept(id, by: "Cán bộ A", note: nil)
    let again = try scenario.claimOne()
    #expect(again.task.stage == "hand-off" && again.task.attempts == 0)
  }
}
