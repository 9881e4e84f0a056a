import Dossiers
import Pipeline
import Testing
import Worker

/// However a host dies or lies, the worker's side stays whole and says what happened.
@Suite("a stage host's death", .timeLimit(.minutes(3)))
struct HostDeathTests {
  @Test(
    "is told with its cause",
    arguments: [
      ("crash", "died by signal 11"), ("abort", "died by signal 6"), ("exit", "ended with code 7"),
      ("babble", "does not begin as a frame does"), ("promise-much", "bytes"),
      ("promise-pages", "a count of pages that no document has"), ("skip-pages", "a page that no document has"),
      ("be-too-sure", "a confidence that is none"),
    ])
  func cause(attack: String, words: String) throws {
    let finding = try #require(try Hostile.inspect([attack]).first)
    #expect(finding.hostDied)
    #expect(finding.inspection.problems.map(\.code.rawValue) == ["host.died"])
    #expect(finding.inspection.problems.first?.page == 1, "the page that it said it began")
    #expect(finding.steps.last?.failure?.contains(words) == true, "\(finding.steps.map(\.failure))")
  }

  @Test("does not touch the files after it, which come out in the order given")
  func othersGoOn() throws {
    let folder = try TemporaryFolder()
    let paths = try (1...12).map { try folder.write("file-\($0).pdf", [1]) }
    let inspector = Inspector(
      plan: Plan(
        name: "crash", stages: [PlannedStage(id: "one", uses: "crash", scope: .document, sort: .contained)]),
      jobs: 2, scratch: folder.path, stageHostPath: Programs.hostileHost)
    var seen: [String] = []
    try inspector.inspect(paths) {
      seen.append($0.inspection.file)
      #expect($0.hostDied)
      return true
    }
    #expect(seen == paths)
  }

  @Test("a host that floods its standard error neither blocks nor fills memory")
  func flood() throws {
    let finding = try #require(try Hostile.inspect(["flood-errors"]).first)
    #expect(finding.steps.last?.output == .string("done"))
  }

  @Test("a stage that throws is reported, and the host goes on")
  func complaint() throws {
    let findings = try Hostile.inspect(["echo", "throw"], files: 2)
    for finding in findings {
      #expect(!finding.hostDied)
      #expect(finding.inspection.problems.map(\.code.rawValue) == ["stage.failed"])
    }
  }

  @Test("the words of 500 pages pass through the channel")
  func largeOutput() throws {
    let limits = StageLimits(timeMilliseconds: 120_000, memoryBytes: 2 << 30)
    let finding = try #require(
      try Hostile.inspect(["large"], settings: ["words": 500_000], limits: limits).first)
    #expect(finding.inspection.problems.isEmpty)
    #expect(finding.steps.last?.output?.array?.count == 500_000)
  }

  @Test("without a stage host the error names the remedy")
  func noHost() throws {
    let folder = try TemporaryFolder()
    let inspector = Inspector(
      plan: Plan(name: "none", stages: []), jobs: 1, scratch: folder.path, stageHostPath: "/nowhere/hoso-stage-host")
    #expect(throws: WorkerError.self) { try inspector.inspect(["x"]) { _ in true } }
  }
}
