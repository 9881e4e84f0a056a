import Dossiers
import Foundation
import Pipeline
import Stages
import Storage
import Testing
import Worker
import Workflow

/// The antivirus stage, against a clamd that misbehaves and against the real one.
@Suite("a scan-virus stage", .serialized, .timeLimit(.minutes(3)))
struct ScanTests {
  private static let clamd = ProcessInfo.processInfo.environment["HOSO_TEST_CLAMD"]
  private static let harmless = ProcessInfo.processInfo.environment["HOSO_TEST_CLAMD_TEXT"] ?? ""

  static var hasClamd: Bool {
    if clamd == nil { print("skipped: no clamd (Tests/run starts one)") }
    return clamd != nil
  }

  private func stage(_ clamd: String, _ more: [String: JSONValue] = [:], seconds: Int64 = 20) -> PlannedStage {
    PlannedStage(
      id: "virus", uses: "scan-virus", scope: .document, sort: .brokered,
      settings: ["clamd": .string(clamd)].merging(more) { $1 },
      limits: StageLimits(timeMilliseconds: seconds * 1000))
  }

  private func enqueue(_ bytes: [UInt8], _ plan: Plan, in home: TestHome) throws -> Dossier {
    let file = try home.files.put(bytes)
    return try home.store.submit(
      NewSubmission(
        channel: "test", procedure: ProcedureCatalogue.builtIn.standard.code, plan: PlanID(rawValue: plan.id),
        firstDocumentStage: "virus", firstDossierStage: plan.firstStage(of: .dossier)?.id,
        files: [.init(name: "1.pdf", sha256: file.sha256, byteCount: file.byteCount)])
    ).dossier
  }

  /// The first run of the stage on such a document, with clamd at that place.
  private func firstRun(_ stage: PlannedStage, bytes: [UInt8], in home: TestHome) throws -> StageRun {
    let plan = try home.apply([stage], dossierStages: [])
    let dossier = try enqueue(bytes, plan, in: home)
    let running = RunningWorker(home.worker(jobs: 1))
    try eventually { try !home.store.runs(of: dossier.id).isEmpty }
    try running.stop()
    return try #require(try home.store.runs(of: dossier.id).first)
  }

  @Test("sends the whole file, whatever its length", arguments: [0, 1, 131_072, 131_073, 3_000_000])
  func sendsAll(count: Int) throws {
    let home = try TestHome()
    let clamd = try FakeClamd(at: home.folder.path + "/c", .reply(Array("stream: OK\0".utf8)))
    defer { clamd.stop() }
    let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    let run = try firstRun(stage(clamd.path), bytes: bytes, in: home)
    #expect(run.outcome == "done")
    #expect(run.output == ["scanner": "ClamAV 1.4.6/1/test", "found": nil])
    #expect(clamd.content == bytes)
  }

  @Test(
    "anything but a plain OK is tried again, and never taken for clean",
    arguments: [
      "stream: OK", "OK\0", "stream: ok\0", "stream: OK \0", "stream:OK\0", "stream: OK\n\0", "\0", "",
      "stream: Can't allocate memory ERROR\0", "stream:  FOUND\0", "UNKNOWN COMMAND\0", "1: stream: OK\0",
      "stream: lstat() failed. ERROR\0", String(repeating: "x", count: 10_000),
    ])
  func neverClean(reply: String) throws {
    let home = try TestHome()
    let clamd = try FakeClamd(at: home.folder.path + "/c", .reply(Array(reply.utf8)))
    defer { clamd.stop() }
    let run = try firstRun(stage(clamd.path), bytes: Array("tệp".utf8), in: home)
    #expect(run.outcome == "retry", "\(reply)")
    #expect(run.detail?.isEmpty == false)
  }

  @Test("what is found stands in the refusal, in the record, and in the message to the sender")
  func found() throws {
    let home = try TestHome()
    let clamd = try FakeClamd(at: home.folder.path + "/c", .reply(Array("stream: Win.Test.EICAR_HDB-1 FOUND\0".utf8)))
    defer { clamd.stop() }
    let plan = try home.apply([stage(clamd.path), TestHome.stage("two", "echo")])
    let dossier = try enqueue(Array("tệp".utf8), plan, in: home)
    try home.worker(jobs: 1).run(untilIdle: true)
    #expect(try home.state(dossier) == .rejected)
    let problem = try #require(try home.store.problems(of: dossier.id).first?.problem)
    #expect(problem.code.rawValue == "virus.found" && problem.severity == .rejects)
    #expect(problem.message.vi.contains("mã độc") && problem.message.en.contains("Win.Test.EICAR_HDB-1"))
    let runs = try home.store.runs(of: dossier.id).filter { $0.document != nil }
    #expect(runs.map(\.stage) == ["virus"], "nothing reads the file after that")
    #expect(runs.first?.output["found"] == "Win.Test.EICAR_HDB-1")
    #expect(try home.store.pendingMessages(limit: 9).map(\.topic) == ["dossier.rejected"])
  }

  @Test("nobody there, somebody else there, or nobody who answers: tried again, with the reason")
  func unreachable() throws {
    let home = try TestHome()
    let absent = try firstRun(stage(home.folder.path + "/nobody"), bytes: [1], in: home)
    #expect(absent.outcome == "retry" && absent.detail?.contains("cannot be reached") == true)
    #expect(try home.store.tasks(states: [.ready], limit: 9).count == 1, "it waits in the queue")
    for behaviour in [FakeClamd.Behaviour.silent, .hangUp(after: 1, saying: [])] {
      let home = try TestHome()
      let clamd = try FakeClamd(at: home.folder.path + "/c", behaviour)
      defer { clamd.stop() }
      #expect(try firstRun(stage(clamd.path, seconds: 1), bytes: [1], in: home).outcome == "retry")
    }
    let other = try TestHome()
    let stranger = try FakeClamd(
      at: other.folder.path + "/c", version: "220 mail.example.vn\0", .reply(Array("stream: OK\0".utf8)))
    defer { stranger.stop() }
    #expect(try firstRun(stage(stranger.path), bytes: [1], in: other).outcome == "retry")
    #expect(stranger.content.isEmpty, "no stranger is sent the file")
  }

  @Test("a file too large for clamd goes to a person, not through")
  func tooLarge() throws {
    let home = try TestHome()
    let run = try firstRun(
      stage(home.folder.path + "/c", ["maxBytes": 10]), bytes: Array(repeating: 1, count: 11), in: home)
    #expect(run.outcome == "review")
    let other = try TestHome()
    let clamd = try FakeClamd(
      at: other.folder.path + "/c",
      .hangUp(after: 100_000, saying: Array("INSTREAM size limit exceeded. ERROR\0".utf8)))
    defer { clamd.stop() }
    let large = try firstRun(stage(clamd.path), bytes: Array(repeating: 1, count: 2_000_000), in: other)
    #expect(large.outcome == "review")
    #expect(try other.store.problems(of: large.dossier).map(\.problem.code.rawValue) == ["virus.not-scanned"])
  }

  @Test("a cancelled scan ends within a second")
  func cancels() throws {
    let home = try TestHome()
    let clamd = try FakeClamd(at: home.folder.path + "/c", .silent)
    defer { clamd.stop() }
    let plan = try home.apply([stage(clamd.path)], dossierStages: [])
    let dossier = try enqueue([1], plan, in: home)
    let running = RunningWorker(home.worker(jobs: 1))
    try eventually { !clamd.content.isEmpty }
    let began = Date()
    try home.store.cancel(try #require(try home.task(dossier)).id, by: "tester")
    try eventually { home.log.has("lease.lost") }
    #expect(Date().timeIntervalSince(began) < 1.2)
    try running.stop()
    #expect(try home.store.runs(of: dossier.id).isEmpty)
  }

  @Test("the real clamd refuses the test text, passes others, and its word is in the package", .enabled(if: hasClamd))
  func real() throws {
    let socket = try #require(Self.clamd)
    let home = try TestHome()
    let dossierStages = TestHome.dossierStages.map { stage in
      stage.id == "bundle"
        ? PlannedStage(
          id: "bundle", uses: stage.uses, scope: .dossier, sort: .brokered, settings: ["format": "eark-sip"]) : stage
    }
    let plan = try home.apply([stage(socket)], dossierStages: dossierStages)
    let clean = try enqueue(Array("một tệp bình thường".utf8), plan, in: home)
    let bad = try enqueue(Array("trước \(Self.harmless) sau".utf8), plan, in: home)
    let large = try enqueue(Array(repeating: 0x41, count: 3 << 20), plan, in: home)
    try home.worker().run(untilIdle: true)
    #expect(try home.state(clean) == .handedOff)
    #expect(try home.state(bad) == .rejected)
    #expect(try home.store.problems(of: bad.id).first?.problem.message.en.contains("Hoso.Test.Harmless") == true)
    #expect(try home.state(large) == .review, "clamd's own limit is 1 MiB here")
    let package = try #require(try home.store.packages(of: clean.id).first)
    let folder = home.home.packages + "/" + package.path
    let premis = try #require(
      FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String }.first {
        $0.lowercased().hasSuffix("metadata/preservation/premis.xml")
      })
    let text = try String(contentsOfFile: folder + "/" + premis, encoding: .utf8)
    #expect(text.contains("virus check") && text.contains("ClamAV") && text.contains("nothing found"))
  }

  @Test(
    "an address is the path of a socket or tcp:HOST:PORT",
    arguments: [
      ("/run/clamav/clamd.ctl", true), ("tcp:127.0.0.1:3310", true), ("tcp:[::1]:3310", true),
      ("tcp:av.example.vn:3310", true), ("clamd.ctl", false), ("tcp:127.0.0.1", false), ("tcp::3310", false),
      ("tcp:a:0", false), ("tcp:a:70000", false), ("/" + String(repeating: "x", count: 200), false), ("", false),
    ])
  func addresses(text: String, isOne: Bool) {
    #expect((ClamdAddress(text) != nil) == isOne)
  }
}
