import Dossiers
import Testing
import Workflow

@Suite("Supplements")
struct SupplementTests {
  @Test(
    "a supplement makes the next version, runs its documents, and starts the dossier over with its code",
    arguments: Backend.all)
  func supplements(_ backend: Backend) throws {
    let scenario = try Scenario(backend)
    let id = try scenario.submit().dossier.id
    let lease = try scenario.throughDocuments()
    let receipt = try issueReceipt(scenario, lease)
    try scenario.record(lease, .dossierEnds(.handedOff))

    let answer = try scenario.submit(files: 2, supplements: id)
    #expect(answer.dossier.id == id)
    #expect(answer.dossier.version == 2)
    #expect(answer.dossier.state == .received)
    #expect(answer.dossier.code == receipt.code)
    let documents = try scenario.store.documents(of: id)
    #expect(documents.map(\.ordinal) == [1, 2, 3])
    #expect(documents.map(\.version) == [1, 2, 2])
    #expect(documents.map(\.state) == [.accepted, .waiting, .waiting])
    #expect(try scenario.store.submissions(of: id).count == 2)

    let again = try scenario.throughDocuments()
    #expect(again.task.id == lease.task.id)
    #expect(again.task.stage == "check")
    #expect(try issueReceipt(scenario, again).code == receipt.code)
    try scenario.record(again, .dossierEnds(.handedOff))
    #expect(try scenario.dossier(id).version == 2)
  }

  @Test("a supplement takes the dossier task from the worker that holds it", arguments: Backend.all)
  func fencesOldVersion(_ backend: Backend) throws {
    let scenario = try Scenario(backend)
    let id = try scenario.submit().dossier.id
    let held = try scenario.throughDocuments()
    try scenario.submit(supplements: id)
    #expect(errorCode { try scenario.record(held, .dossierEnds(.handedOff)) } == .leaseLost)
    #expect(try scenario.dossierTask(id).state == .waiting)
    let fresh = try scenario.throughDocuments()
    #expect(fresh.token.claim > held.token.claim)
  }

  @Test("a supplement answers what the sender was asked to mend", arguments: Backend.all)
  func settlesProblems(_ backend: Backend) throws {
    let scenario = try Scenario(backend)
    let id = try scenario.submit().dossier.id
    let first = try scenario.claimOne()
    var refused = scenario.result(first, outcome: "rejected", .documentEnds(.rejected))
    refused.problems = [
      Problem(
        code: ProblemCode("image.truncated"), severity: .rejects, message: BilingualText(vi: "v", en: "e"),
        remedy: BilingualText(vi: "v", en: "e"))
    ]
    try scenario.store.record(refused, under: first.token)
    try scenario.record(scenario.claimOne(), outcome: "rejected", .dossierEnds(.rejected))
    #expect(try scenario.openProblems(id) == ["image.truncated"])
    try scenario.submit(key: "bổ sung", supplements: id)
    #expect(try scenario.openProblems(id).isEmpty)
    #expect(try scenario.store.problems(of: id).first?.settledBy == "supplement")
    // The refused file no longer stands in the dossier's way.
    #expect(try scenario.store.documents(of: id).map(\.state) == [.cancelled, .waiting])
    #expect(try scenario.store.documents(of: id).map(\.stateName) == ["replaced", "waiting"])
    let shown = try scenario.place.rows("SELECT state FROM hoso_v1_documents ORDER BY ordinal")
    #expect(shown == [["replaced"], ["waiting"]])
    let again = try scenario.submit(key: "bổ sung", supplements: id)
    #expect(again.wasKnown && again.dossier.version == 2)
  }

  @Test(
    "a document that waits for a person keeps its dossier where people look, supplement or not",
    arguments: Backend.all)
  func staysInReview(_ backend: Backend) throws {
    let scenario = try Scenario(backend)
    let id = try scenario.submit().dossier.id
    try scenario.record(scenario.claimOne(), outcome: "review", .review(resumeAt: "extract"))
    try scenario.submit(supplements: id)
    #expect(try scenario.store.dossiersInReview(limit: 9).map(\.id) == [id])
    try scenario.store.accept(id, by: "Cán bộ A", note: nil)
    #expect(try scenario.dossier(id).state == .received)
    #expect(try scenario.throughDocuments().task.stage == "check")
    #expect(try scenario.store.documents(of: id).map(\.state) == [.accepted, .accepted])
  }

  @Test("a cancelled or unknown dossier takes no supplement", arguments: Backend.all)
  func refuses(_ backend: Backend) throws {
    let scenario = try Scenario(backend)
    let id = try scenario.submit().dossier.id
    try scenario.store.cancel(scenario.dossierTask(id).id, by: "Vận hành B")
    #expect(errorCode { try scenario.submit(supplements: id) } == .conflict)
    #expect(errorCode { try scenario.submit(supplements: DossierID(rawValue: "none")) } == .notFound)
    #expect(try scenario.store.submissions(of: id).count == 1)
  }

  private func issueReceipt(_ scenario: Scenario, _ lease: Lease) throws -> IssuedReceipt {
    try scenario.store.issueReceipt(
      ReceiptRequest(
        agency: "H26.1", day: "260922", issuedAt: scenario.clock.now().wall, dueAt: nil, contentDigest: "cd",
        keyID: "k1"), under: lease.token, sign: { "signed " + $0 })
  }
}
