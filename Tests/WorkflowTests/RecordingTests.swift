import Dossiers
import Testing
import Workflow

@Suite("Recording")
struct RecordingTests {
  @Test(
    "a dossier goes from its documents' stages to its hand-off, and every step is in the record",
    arguments: Backend.all)
  func goesThrough(_ backend: Backend) throws {
    let scenario = try Scenario(backend)
    let id = try scenario.submit().dossier.id
    let lease = try scenario.claimOne()
    #expect(try scenario.record(lease, .stage("extract")).taskState == .leased)
    #expect(try scenario.task(lease.task.id).stage == "extract")
    var extract = scenario.result(lease, .documentEnds(.accepted))
    extract.stage = "extract"
    extract.mediaType = "image/jpeg"
    extract.pageCount = 2
    extract.output = ["n": 1, "tên": "Nguyễn Văn Mẫu\u{1}\"\\", "list": [nil, true, .number(2.5), -3]]
    extract.facts = ["document": ["isPhoto": true]]
    extract.peakMemoryBytes = 1 << 33
    extract.cpuMilliseconds = 12
    extract.detail = "chi tiết"
    let answer = try scenario.store.record(extract, under: lease.token)
    #expect(answer.taskState == .done && answer.dossierTaskReady)

    let document = try #require(try scenario.store.documents(of: id).first)
    #expect(document.state == .accepted && document.mediaType == "image/jpeg" && document.pageCount == 2)
    let runs = try scenario.store.runs(of: lease.task.id)
    #expect(runs.map(\.stage) == ["read", "extract"])
    #expect(runs[1].output == extract.output)
    #expect(runs[1].facts == extract.facts)
    #expect(runs[0].output == .null)
    #expect(runs[1].peakMemoryBytes == 1 << 33 && runs[1].cpuMilliseconds == 12 && runs[1].detail == "chi tiết")
    #expect(runs.allSatisfy { $0.plan == scenario.plan && $0.document == document.id && $0.attempt == 1 })

    let dossierLease = try scenario.claimOne()
    #expect(dossierLease.task.kind == .dossier && dossierLease.task.document == nil)
    try scenario.record(dossierLease, .stage("hand-off"))
    var handOff = scenario.result(dossierLease, .dossierEnds(.handedOff))
    handOff.stage = "hand-off"
    handOff.outbox = [("dossier.handed-off", ["code": "x"])]
    handOff.events = [("bundle.adopted", ["digest": "d"])]
    try scenario.store.record(handOff, under: dossierLease.token)
    #expect(try scenario.dossier(id).state == .handedOff)
    #expect(
      try scenario.eventTypes(id) == [
        "dossier.received", "stage.done", "stage.done", "stage.done", "stage.done", "bundle.adopted",
        "dossier.handed-off",
      ])
    #expect(try scenario.store.runs(of: id).count == 4)
    let messages = try scenario.store.pendingMessages(limit: 10)
    #expect(messages.map(\.topic) == ["dossier.handed-off"])
    #expect(messages.first?.payload == ["code": "x"])
    #expect(try !scenario.store.hasUnfinishedWork())
  }

  @Test("the dossier task waits for the last document, and only that record says so", arguments: Backend.all)
  func waitsForAllDocuments(_ backend: Backend) throws {
    let scenario = try Scenario(backend)
    let id = try scenario.submit(files: 3).dossier.id
    let leases = try scenario.claim(10)
    #expect(leases.count == 3)
    let answers = try zip(leases, [Document.State.rejected, .review, .accepted]).map { lease, state in
      try scenario.record(lease, .documentEnds(state)).dossierTaskReady
    }
    #expect(answers == [false, false, true])
    #expect(try scenario.dossierTask(id).state == .ready)
    #expect(try scenario.claimOne().task.kind == .dossier)
  }

  @Test("many records in one transaction: a lost lease spoils none of the others", arguments: Backend.all)
  func recordsInBatches(_ backend: Backend) throws {
    let scenario = try Scenario(backend)
    let id = try scenario.submit(files: 3).dossier.id
    let leases = try scenario.claim(3)
    let stale = LeaseToken(task: leases[1].token.task, worker: scenario.worker, claim: 99)
    let answers = try scenario.store.record(
      contentsOf: [
        (scenario.result(leases[0], .documentEnds(.accepted)), leases[0].token),
        (scenario.result(leases[1], .documentEnds(.accepted)), stale),
        (scenario.result(leases[2], .documentEnds(.accepted)), leases[2].token),
      ])
    #expect(answers.map { $0?.taskState } == [.done, nil, .done])
    #expect(try scenario.store.documents(of: id).map(\.state) == [.accepted, .waiting, .accepted])
    #expect(try scenario.store.record(contentsOf: []).isEmpty)
  }

  @Test("an end that does not fit the task's kind is refused and changes nothing", arguments: Backend.all)
  func refusesWrongEnds(_ backend: Backend) throws {
    let scenario = try Scenario(backend)
    let id = try scenario.submit().dossier.id
    let lease = try scenario.claimOne()
    #expect(errorCode { try scenario.record(lease, .dossierEnds(.handedOff)) } == .conflict)
    #expect(errorCode { try scenario.record(lease, .documentEnds(.waiting)) } == .conflict)
    #expect(try scenario.store.runs(of: id).isEmpty)
    try scenario.record(lease, .documentEnds(.accepted))
    let dossier = try scenario.claimOne()
    #expect(errorCode { try scenario.record(dossier, .documentEnds(.accepted)) } == .conflict)
  }

  @Test("fields below the threshold are flagged; what was read comes back as it was", arguments: Backend.all)
  func keepsParts(_ backend: Backend) throws {
    let scenario = try Scenario(backend)
    let id = try scenario.submit().dossier.id
    let lease = try scenario.claimOne()
    let card = Part(
      kind: .idCard, variant: "cccd-2021", sides: ["front", "back"], pages: [1, 2],
      fields: [
        .idNumber: Field(
          value: "001190000017", confidence: 0.99, source: .qr, verified: true, page: 1,
          box: Box(x0: 412, y0: 96, x1: 688, y1: 131)),
        .fullName: Field(value: "NGUYỄN VĂN MẪU", confidence: 0.61, source: .ocr, page: 1),
      ])
    let receipt = Part(
      kind: .receipt, pages: [3],
      fields: [
        .total: Field(value: 120_000, confidence: 0.9, source: .textLayer, page: 3),
        .items: Field(
          value: [["name": "Lệ phí", "amount": 120_000]], confidence: 0.95, source: .textLayer, page: 3),
      ])
    var first = scenario.result(lease, .stage("extract"))
    first.parts = [card]
    try scenario.store.record(first, under: lease.token)
    var second = scenario.result(lease, .documentEnds(.accepted))
    second.stage = "extract"
    second.parts = [receipt]
    try scenario.store.record(second, under: lease.token)

    let document = try #require(lease.task.document)
    #expect(try scenario.store.parts(of: document) == [card, receipt])
    let fields = try scenario.store.fields(of: id)
    #expect(fields.filter(\.flagged).map(\.name) == [.fullName])
    #expect(fields.map(\.part) == [0, 0, 1, 1])
    #expect(fields.first { $0.name == .idNumber }?.field == card.fields[.idNumber])
  }

  @Test("a stage that runs again replaces what it had found before", arguments: Backend.all)
  func replacesOnRepeat(_ backend: Backend) throws {
    let scenario = try Scenario(backend)
    let id = try scenario.submit().dossier.id
    func part(_ name: String) -> Part {
      Part(
        kind: .other, variant: name, pages: [1],
        fields: [.number: Field(value: "1", confidence: 1, source: .ocr, page: 1)])
    }
    func problem(_ code: String) -> Problem {
      Problem(
        code: ProblemCode(code), severity: .warning, page: 1, message: BilingualText(vi: "v", en: "e"),
        remedy: BilingualText(vi: "v2", en: "e2"))
    }
    let lease = try scenario.claimOne()
    var first = scenario.result(lease, .stage("extract"))
    first.parts = [part("a"), part("b")]
    first.problems = [problem("image.too-small")]
    try scenario.store.record(first, under: lease.token)
    var second = scenario.result(lease, .stage("read"))
    second.stage = "extract"
    second.parts = [part("c")]
    second.problems = [problem("image.damaged")]
    try scenario.store.record(second, under: lease.token)
    try scenario.store.release(lease.token)

    let again = try scenario.claimOne()
    var repeated = scenario.result(again, .documentEnds(.accepted))
    repeated.parts = [part("d")]
    try scenario.store.record(repeated, under: again.token)
    let document = try #require(lease.task.document)
    #expect(try scenario.store.parts(of: document).map(\.variant) == ["d", "c"])
    #expect(try scenario.openProblems(id) == ["image.damaged"])
    let settled = try #require(try scenario.store.problems(of: id).first)
    #expect(settled.settledAt != nil)
    #expect(settled.problem == problem("image.too-small"))
  }

  @Test("receipt prints and packages are kept and count as referenced files", arguments: Backend.all)
  func keepsPackages(_ backend: Backend) throws {
    let scenario = try Scenario(backend)
    let id = try scenario.submit().dossier.id
    let lease = try scenario.throughDocuments()
    _ = try scenario.store.issueReceipt(
      ReceiptRequest(
        agency: "H26.1", day: "260922", issuedAt: scenario.clock.now().wall, dueAt: nil, contentDigest: "cd",
        keyID: "k1"), under: lease.token, sign: { "signed " + $0 })
    var printed = scenario.result(lease, .stage("hand-off"))
    printed.receiptPrinted = ("pdf-digest", "png-digest")
    printed.package = StoredPackage(
      dossier: id, version: 1, format: "bagit", path: "a/b", digest: "d", byteCount: 9,
      createdAt: scenario.clock.now().wall)
    try scenario.store.record(printed, under: lease.token)
    #expect(try scenario.store.receipt(of: id)?.pdfSHA256 == "pdf-digest")
    #expect(try scenario.store.packages(of: id).map(\.path) == ["a/b"])
    #expect(try scenario.store.referencedFiles() == [Scenario.digest(0), "pdf-digest", "png-digest"])
  }

  @Test("a hand-off is said once a version, in the stage's words or the store's own", arguments: Backend.all)
  func handsOffOnce(_ backend: Backend) throws {
    let scenario = try Scenario(backend)
    let id = try scenario.submit().dossier.id
    let first = try scenario.throughDocuments()
    var early = scenario.result(first, .again(runAt: scenario.clock.now().wall, error: "x"))
    early.outbox = [("dossier.handed-off", ["said": "first"])]
    try scenario.store.record(early, under: first.token)
    try scenario.record(scenario.claimOne(), .dossierEnds(.handedOff))
    #expect(try scenario.store.pendingMessages(limit: 9).map(\.payload) == [["said": "first"]])

    try scenario.submit(supplements: id)
    try scenario.record(scenario.throughDocuments(), .dossierEnds(.handedOff))
    #expect(try scenario.store.pendingMessages(limit: 9).map(\.topic) == ["dossier.handed-off", "dossier.handed-off"])
    #expect(try scenario.store.tally().outboxPending == 2)
  }
}
