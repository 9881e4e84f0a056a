import Dossiers
import Foundation
import Pipeline
import Testing
import Worker
import Workflow

@Suite("Pages shared among lanes", .serialized)
struct PageTests {
  /// A document of so many pages whose stage `read` can be shared.
  private func plan(
    _ home: TestHome, pages: Int, _ settings: [String: JSONValue], limits: StageLimits = PageTests.limits
  ) throws -> Plan {
    try home.apply([
      TestHome.stage("one", "count", ["pages": .integer(Int64(pages))]),
      TestHome.stage("read", "locate-document", settings, limits: limits),
    ])
  }

  private static let limits = StageLimits(timeMilliseconds: 20_000, memoryBytes: 512 << 20)

  private func made(_ home: TestHome, _ dossier: Dossier) throws -> [(page: Int64, host: Int64)] {
    let task = try #require(try home.task(dossier))
    let run = try #require(try home.store.runs(of: task.id).last)
    #expect(run.outcome == "done")
    let made = try #require(run.output.array)
    return made.map { ($0["page"]?.integer ?? 0, $0["host"]?.integer ?? 0) }
  }

  @Test("a lane without a task helps with the pages of a long document, and each page is made once")
  func shares() throws {
    let home = try TestHome()
    let dossier = try home.enqueue(plan(home, pages: 12, ["milliseconds": 100]))
    try home.worker(jobs: 2).run(untilIdle: true)
    #expect(try home.state(dossier) == .handedOff)
    let made = try made(home, dossier)
    #expect(made.map(\.page).sorted() == Array(1...12))
    #expect(Set(made.map(\.host)).count == 2)
  }

  @Test("a document with a single lane, or of few pages, stays with one host", arguments: [(1, 12), (2, 3)])
  func staysTogether(_ jobs: Int, _ pages: Int) throws {
    let home = try TestHome()
    let dossier = try home.enqueue(plan(home, pages: pages, ["milliseconds": 20]))
    try home.worker(jobs: jobs).run(untilIdle: true)
    let made = try made(home, dossier)
    #expect(made.map(\.page) == Array(1...Int64(pages)))
    #expect(Set(made.map(\.host)).count == 1)
  }

  /// Twelve pages for `read` and, where they hold for it, for `again`.
  private func enqueueTwice(
    _ home: TestHome, _ condition: Condition? = nil, _ settings: [String: JSONValue] = ["milliseconds": 20]
  ) throws -> Dossier {
    let again = PlannedStage(
      id: "again", uses: "read-barcodes", scope: .document, sort: .contained, settings: settings, when: condition,
      limits: PageTests.limits)
    return try home.enqueue(
      try home.apply([
        TestHome.stage("one", "count", ["pages": 12]), TestHome.stage("read", "locate-document", limits: Self.limits),
        again,
      ]))
  }

  private func pages(_ run: StageRun) -> [[Int64]] {
    (run.output.array ?? []).map { [$0["page"]?.integer ?? 0, $0["host"]?.integer ?? 0] }.sorted { $0[0] < $1[0] }
  }

  @Test("each page goes through stages in a row on one host, and each stage is recorded with all of its pages")
  func stagesInARow() throws {
    let home = try TestHome()
    let dossier = try enqueueTwice(home)
    try home.worker(jobs: 2).run(untilIdle: true)
    #expect(try home.state(dossier) == .handedOff)
    let runs = try home.store.runs(of: #require(try home.task(dossier)).id)
    #expect(runs.map(\.stage) == ["one", "read", "again"])
    #expect(runs.allSatisfy { $0.outcome == "done" && $0.startedAt <= $0.endedAt })
    #expect(pages(runs[1]).map { $0[0] } == Array(1...12))
    #expect(pages(runs[1]) == pages(runs[2]))
  }

  @Test("a stage in a row looks only at pages for which its condition holds, by what the stage before found on each")
  func conditionInARow() throws {
    let home = try TestHome()
    let dossier = try enqueueTwice(home, .fact("regions", .equals(1)))
    try home.worker(jobs: 2).run(untilIdle: true)
    let runs = try home.store.runs(of: #require(try home.task(dossier)).id)
    #expect(pages(runs[1]).count == 12)
    #expect(pages(runs[2]).map { $0[0] } == [1, 3, 5, 7, 9, 11])
  }

  @Test("a stage in a row that is paused is not run ahead of its time")
  func pausedInARow() throws {
    let home = try TestHome()
    try home.store.pause(stage: "again", by: "tester")
    let dossier = try enqueueTwice(home, nil, ["dies": 1])
    try home.worker(jobs: 2).run(untilIdle: true)
    let task = try #require(try home.task(dossier))
    #expect(task.stage == "again")
    #expect(task.strikes == 0)
    #expect(try home.store.runs(of: task.id).map(\.stage) == ["one", "read"])
  }

  @Test("a death in a later stage of a row is told with that stage and its page")
  func deathInARow() throws {
    let home = try TestHome()
    let dossier = try enqueueTwice(home, nil, ["dies": 7])
    try home.worker(jobs: 2).run(untilIdle: true)
    let task = try #require(try home.task(dossier))
    #expect(task.state == .quarantined)
    #expect(task.strikes == 3)
    let event = try #require(try home.store.events(of: dossier.id).first { $0.type == "document.quarantined" })
    #expect(event.data["evidence"]?["stage"] == "again")
    #expect(event.data["evidence"]?["page"] == 7)
  }

  @Test("a task goes before help: others do not wait behind a long document")
  func tasksFirst() throws {
    let home = try TestHome()
    let long = try home.enqueue(plan(home, pages: 40, ["milliseconds": 200]))
    let running = RunningWorker(home.worker(jobs: 2), untilIdle: true)
    try eventually { try home.task(long)?.stage == "read" }
    let short = try home.enqueue(try home.apply([TestHome.stage("one", "echo")]))
    Bell.ring(in: home.home)
    try eventually { try home.state(short) == .handedOff }
    #expect(try home.state(long) == .received, "the long one was still being read")
    try eventually { running.hasEnded }
    #expect(try home.state(long) == .handedOff)
  }

  @Test("a page that kills hosts costs a strike each time, whoever took it, and is named in the evidence")
  func strikes() throws {
    let home = try TestHome()
    let dossier = try home.enqueue(plan(home, pages: 9, ["milliseconds": 20, "dies": 6]))
    try home.worker(jobs: 3).run(untilIdle: true)
    let task = try #require(try home.task(dossier))
    #expect(task.state == .quarantined)
    #expect(task.strikes == 3)
    #expect(try home.store.runs(of: task.id).map(\.outcome) == ["done", "strike", "strike", "strike"])
    let event = try #require(try home.store.events(of: dossier.id).first { $0.type == "document.quarantined" })
    #expect(event.data["evidence"]?["page"] == 6)
  }

  @Test("a helper's host killed from outside costs nothing: the page is made again")
  func helperKilled() throws {
    let home = try TestHome()
    let dossier = try home.enqueue(plan(home, pages: 12, ["milliseconds": 300]))
    let running = RunningWorker(home.worker(jobs: 2), untilIdle: true)
    try eventually { try home.task(dossier)?.stage == "read" && Children.hosts(of: home.home).count == 2 }
    // The first host is the task's own, which opened the document; the other one came to help.
    let helper = try #require(Children.hosts(of: home.home).max())
    kill(helper, SIGKILL)
    try eventually { running.hasEnded }
    #expect(try home.state(dossier) == .handedOff)
    #expect(try made(home, dossier).map(\.page).sorted() == Array(1...12))
    let task = try #require(try home.task(dossier))
    #expect(task.crashes + task.strikes == 0)
  }

  @Test("the time limit is the whole stage's, however many hosts share it")
  func limit() throws {
    let home = try TestHome()
    let dossier = try home.enqueue(
      plan(home, pages: 40, ["milliseconds": 200], limits: StageLimits(timeMilliseconds: 900)))
    try home.worker(jobs: 2).run(untilIdle: true)
    let codes = try home.store.problems(of: dossier.id).map(\.problem.code.rawValue)
    #expect(Set(codes) == ["task.quarantined", "limits.time"])
  }

  @Test("cancelled, the helpers' work ends within a second too")
  func cancel() throws {
    let home = try TestHome()
    let dossier = try home.enqueue(plan(home, pages: 8, ["milliseconds": 15_000]))
    let running = RunningWorker(home.worker(jobs: 2))
    try eventually { try home.task(dossier)?.stage == "read" && Children.hosts(of: home.home).count == 2 }
    let task = try #require(try home.task(dossier))
    // Both are at a page by now, or will find none.
    usleep(300_000)
    let hosts = Children.hosts(of: home.home)
    try home.store.cancel(task.id, by: "tester")
    let began = Date()
    try eventually(within: 5) { Set(Children.hosts(of: home.home)).isDisjoint(with: hosts) }
    #expect(Date().timeIntervalSince(began) < 2)
    try running.stop()
    #expect(try home.store.runs(of: task.id).map(\.outcome) == ["done"])
  }
}
