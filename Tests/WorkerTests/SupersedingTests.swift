import Dossiers
import Foundation
import Pipeline
import Testing
import Worker
import Workflow

@Suite("a better picture settles the blurred one", .serialized, .timeLimit(.minutes(5)))
struct SupersedingTests {
  private static func card(_ side: String, number: String?, confidence: Double) -> Part {
    let fields: [FieldName: String] =
      number.map { [.idNumber: $0, .fullName: "NGUYỄN THỊ MẪU", .dateOfBirth: "1990-01-01"] } ?? [:]
    return Part(
      kind: .idCard, sides: [side], pages: [1],
      fields: fields.mapValues { Field(value: .string($0), confidence: confidence, source: .ocr, page: 1) })
  }

  private static func problem(_ code: ProblemCode, _ severity: Problem.Severity = .review) -> Problem {
    Problem(
      code: code, severity: severity, page: 1, message: BilingualText(vi: "Ảnh thẻ bị mờ.", en: "Blurred."),
      remedy: BilingualText(vi: "Vui lòng chụp lại.", en: "Please take it again."))
  }

  private static let number = "001190000017"
  private static let blurred = StageResult(
    problems: [problem(.readingBlurred)], parts: [card("front", number: number, confidence: 0.5)])
  private static let sharp = StageResult(parts: [card("front", number: number, confidence: 0.97)])

  private func plan(_ home: TestHome) throws -> Plan { try home.apply([TestHome.stage("read", "recite")]) }

  /// A home whose dossier waits for a person because of these documents.
  private func waiting(_ results: [StageResult]) throws -> (TestHome, Plan, Dossier) {
    let home = try TestHome()
    let plan = try plan(home)
    let dossier = try home.enqueue(results, plan: plan)
    try home.worker(jobs: 1).run(untilIdle: true)
    try #require(try home.state(dossier) == .review)
    return (home, plan, dossier)
  }

  @Test("the dossier goes on by itself; officer, citizen, log and package are told; the first picture stays")
  func settles() throws {
    let (home, plan, dossier) = try waiting([Self.blurred])
    try home.enqueue([Self.sharp], plan: plan, supplements: dossier.id)
    try home.worker(jobs: 1).run(untilIdle: true)
    #expect(try home.state(dossier) == .handedOff)
    let documents = try home.store.documents(of: dossier.id)
    #expect(documents.map(\.stateName) == ["accepted", "accepted"])
    let problem = try #require(try home.store.problems(of: dossier.id).first)
    #expect(problem.settledBy == "superseded by document 2")
    #expect(try home.store.problems(of: dossier.id).allSatisfy { $0.settledAt != nil || $0.document == nil })
    let event = try #require(try home.store.events(of: dossier.id).first { $0.type == "document.superseded" })
    #expect(event.document == documents[0].id)
    #expect(event.data["basis"] == "same-paper")
    let told = try #require(try home.store.pendingMessages(limit: 99).first { $0.topic == "document.superseded" })
    #expect(told.payload["file"] == "anh-1.jpg" && told.payload["by"] == [2])
    #expect(home.log.lines.contains { $0.hasPrefix("document.superseded ") && $0.contains("by=2") })

    let package = try #require(try home.store.packages(of: dossier.id).first { $0.version == 2 })
    let folder = home.home.packages + "/" + package.path
    let metadata = try String(contentsOfFile: folder + "/data/metadata/dossier.json", encoding: .utf8)
    let json = try JSONDecoder().decode(JSONValue.self, from: Data(metadata.utf8))
    let archived = try #require(json["documents"]?.array)
    #expect(archived.map { $0["supersededBy"] } == [[2], nil])
    #expect(
      archived.allSatisfy { document in
        FileManager.default.fileExists(atPath: folder + "/data/" + (document["original"]?["path"]?.string ?? "?"))
      })
  }

  @Test("a supplement that is no better, or of somebody else, leaves the dossier to the officer")
  func staysInReview() throws {
    let others = [
      Self.blurred, StageResult(parts: [Self.card("back", number: Self.number, confidence: 0.97)]),
      StageResult(parts: [Self.card("front", number: "079085000023", confidence: 0.97)]), StageResult(),
    ]
    for other in others {
      let (home, plan, dossier) = try waiting([Self.blurred])
      try home.enqueue([other], plan: plan, supplements: dossier.id)
      try home.worker(jobs: 1).run(untilIdle: true)
      #expect(try home.state(dossier) == .review)
      #expect(try home.store.problems(of: dossier.id).first?.settledAt == nil)
    }
  }

  @Test("what else holds the dossier up goes on doing so: a conflict, a stage that asks for a person")
  func neverMore() throws {
    var conflict = Self.blurred
    conflict.problems.append(Self.problem(.identityConflict))
    let (home, plan, dossier) = try waiting([conflict])
    try home.enqueue([Self.sharp], plan: plan, supplements: dossier.id)
    try home.worker(jobs: 1).run(untilIdle: true)
    #expect(try home.state(dossier) == .review)
    let open = try home.store.problems(of: dossier.id).filter { $0.settledAt == nil }
    #expect(open.map(\.problem.code) == [.identityConflict])
    #expect(try home.store.documents(of: dossier.id).map(\.state) == [.review, .accepted])

    let doubting = try TestHome()
    let stages = [TestHome.stage("read", "recite"), TestHome.stage("house", "recite", ["as": "outcome"])]
    let silent = try doubting.enqueue([Self.blurred], plan: try doubting.apply(stages))
    try doubting.worker(jobs: 1).run(untilIdle: true)
    try doubting.enqueue([Self.sharp], plan: try doubting.apply(stages), supplements: silent.id)
    try doubting.worker(jobs: 1).run(untilIdle: true)
    #expect(try doubting.state(silent) == .review, "a stage asked for a person and named no problem")
  }

  @Test("where nothing could be read of the first one, it stays noted")
  func unread() throws {
    let (home, plan, dossier) = try waiting([StageResult(problems: [Self.problem(.readingTooDark)])])
    try home.enqueue([Self.sharp], plan: plan, supplements: dossier.id)
    try home.worker(jobs: 1).run(untilIdle: true)
    #expect(try home.state(dossier) == .handedOff)
    let problems = try home.store.problems(of: dossier.id)
    #expect(problems.filter { $0.settledAt == nil && $0.document != nil }.map(\.problem.code) == [.documentSuperseded])
    #expect(problems.first?.settledBy == "superseded by document 2")
    let event = try #require(try home.store.events(of: dossier.id).first { $0.type == "document.superseded" })
    #expect(event.data["basis"] == "completeness")
  }
}
