import Dossiers
import Files
import Foundation
import Pipeline
import Stages
import Testing
import Worker
import Workflow

@Suite("the worker", .serialized, .timeLimit(.minutes(5)))
struct WorkerTests {
  @Test("a dossier comes through all its stages and is handed off once")
  func wholeWay() throws {
    let home = try TestHome()
    let plan = try home.apply([TestHome.stage("one", "echo"), TestHome.stage("two", "echo")])
    let dossiers = try (1...5).map { try home.enqueue(plan, documents: $0) }
    try home.worker().run(untilIdle: true)
    for dossier in dossiers {
      #expect(try home.state(dossier) == .handedOff)
      let runs = try home.store.runs(of: dossier.id)
      #expect(runs.allSatisfy { $0.outcome == "done" })
      #expect(runs.filter { $0.document == nil }.map(\.stage) == ["complete", "receipt", "bundle", "hand-off"])
      #expect(try home.store.receipt(of: dossier.id)?.pdfSHA256 != nil)
      #expect(try home.store.packages(of: dossier.id).count == 1)
    }
    let topics = try home.store.pendingMessages(limit: 100).map(\.topic)
    #expect(topics.count { $0 == "dossier.handed-off" } == 5)
    #expect(topics.count { $0 == "dossier.receipt-issued" } == 5)
    #expect(try home.store.workers().isEmpty, "a worker that has ended is not listed")
    #expect(try FileManager.default.contentsOfDirectory(atPath: home.home.scratch).isEmpty)
  }

  @Test("a document that kills its host three times is quarantined with evidence, and the others go on")
  func threeStrikes() throws {
    let home = try TestHome()
    let bad = try home.apply([TestHome.stage("one", "echo"), TestHome.stage("two", "crash")])
    let good = try home.apply([TestHome.stage("one", "echo")])
    let victim = try home.enqueue(bad)
    let others = try (1...3).map { _ in try home.enqueue(good) }
    try home.worker().run(untilIdle: true)
    for other in others { #expect(try home.state(other) == .handedOff) }
    #expect(try home.state(victim) == .review)
    let task = try #require(try home.task(victim))
    #expect(task.state == .quarantined)
    #expect(task.strikes == 3)
    #expect(task.stage == "two")
    let runs = try home.store.runs(of: task.id)
    #expect(runs.map(\.outcome) == ["done", "strike", "strike", "strike"], "the first stage ran once")
    let event = try #require(try home.store.events(of: victim.id).first { $0.type == "document.quarantined" })
    #expect(event.data["evidence"]?["signal"] == 11)
    #expect(event.data["evidence"]?["page"] == 1)
    let codes = try home.store.problems(of: victim.id).map(\.problem.code.rawValue)
    #expect(Set(codes) == ["task.quarantined", "host.died"])

    // A person takes the file as it is: the dossier goes on.
    try home.store.accept(victim.id, by: "tester", note: nil)
    try home.worker().run(untilIdle: true)
    #expect(try home.state(victim) == .handedOff)
  }

  @Test("a document beyond its time is quarantined with the limit's own problem")
  func timeLimit() throws {
    let home = try TestHome()
    let plan = try home.apply([TestHome.stage("one", "spin", limits: StageLimits(timeMilliseconds: 300))])
    let dossier = try home.enqueue(plan)
    try home.worker(jobs: 1).run(untilIdle: true)
    let codes = try home.store.problems(of: dossier.id).map(\.problem.code.rawValue)
    #expect(Set(codes) == ["task.quarantined", "limits.time"])
  }

  @Test("a host killed from outside costs a crash, not a strike, and the run resumes at the unfinished stage")
  func killedFromOutside() throws {
    let home = try TestHome()
    let plan = try home.apply([
      TestHome.stage("one", "echo"), TestHome.stage("two", "slow", ["milliseconds": 1_500]),
    ])
    let dossier = try home.enqueue(plan)
    let running = RunningWorker(home.worker(jobs: 1), untilIdle: true)
    try eventually { try home.task(dossier)?.stage == "two" }
    let host = try #require(Children.hosts(of: home.home).first)
    kill(host, SIGKILL)
    try eventually { running.hasEnded }
    #expect(try home.state(dossier) == .handedOff)
    let task = try #require(try home.task(dossier))
    #expect(task.crashes == 1)
    #expect(task.strikes == 0)
    #expect(try home.store.runs(of: task.id).map(\.outcome) == ["done", "crash", "done"])
  }

  @Test("a cancelled task's work ends within a second and nothing of it is recorded")
  func cancel() throws {
    let home = try TestHome()
    let plan = try home.apply([TestHome.stage("one", "sleep")])
    let dossier = try home.enqueue(plan)
    let running = RunningWorker(home.worker(jobs: 1))
    try eventually { try home.task(dossier)?.state == .leased && !Children.hosts(of: home.home).isEmpty }
    let task = try #require(try home.task(dossier))
    let hosts = Children.hosts(of: home.home)
    try home.store.cancel(task.id, by: "tester")
    let began = Date()
    try eventually(within: 5) { Set(Children.hosts(of: home.home)).isDisjoint(with: hosts) }
    #expect(Date().timeIntervalSince(began) < 1)
    try running.stop()
    #expect(try home.store.runs(of: task.id).isEmpty)
  }

  @Test("a drain lets the present stage end and gives the task back, without an attempt or a crash")
  func drain() throws {
    let home = try TestHome()
    let plan = try home.apply([
      TestHome.stage("one", "slow", ["milliseconds": 800]), TestHome.stage("two", "sleep"),
    ])
    let dossier = try home.enqueue(plan)
    let running = RunningWorker(home.worker(jobs: 1))
    try eventually { try home.task(dossier)?.state == .leased && !Children.hosts(of: home.home).isEmpty }
    usleep(200_000)
    try running.stop()
    let task = try #require(try home.task(dossier))
    #expect(task.state == .ready)
    #expect(task.stage == "two")
    #expect(task.attempts == 0)
    #expect(task.crashes == 0)
    #expect(try home.store.runs(of: task.id).map(\.outcome) == ["done"])
  }

  @Test("a second stop ends at once, and the task is there for the next worker")
  func secondStop() throws {
    let home = try TestHome()
    let plan = try home.apply([TestHome.stage("one", "sleep")])
    let dossier = try home.enqueue(plan)
    let running = RunningWorker(home.worker(jobs: 1))
    try eventually { try home.task(dossier)?.state == .leased && !Children.hosts(of: home.home).isEmpty }
    let began = Date()
    try running.stop(times: 2)
    #expect(Date().timeIntervalSince(began) < 2)
    let task = try #require(try home.task(dossier))
    #expect(task.state == .ready)
    #expect(task.crashes == 0)
    #expect(Children.hosts(of: home.home).isEmpty)
  }

  @Test("a drain under a backlog of thousands of tasks is quick")
  func backlog() throws {
    let home = try TestHome()
    let plan = try home.apply([TestHome.stage("one", "slow", ["milliseconds": 50])])
    for _ in 0..<30 { try home.enqueue(plan, documents: 100) }
    let running = RunningWorker(home.worker())
    try eventually { try home.store.tasks(states: [.done], limit: 1).count == 1 }
    let began = Date()
    try running.stop()
    #expect(Date().timeIntervalSince(began) < 3)
    #expect(try home.store.tasks(states: [.leased], limit: 1).isEmpty)
  }

  @Test("a fault of ours is tried again with a growing pause")
  func fault() throws {
    let home = try TestHome()
    let plan = try home.apply([TestHome.stage("one", "throw")])
    let dossier = try home.enqueue(plan)
    let running = RunningWorker(home.worker(jobs: 1))
    try eventually { try home.task(dossier)?.attempts == 2 }
    try running.stop()
    let task = try #require(try home.task(dossier))
    #expect(task.state == .ready)
    #expect(task.lastError == "fault: as asked")
    let runs = try home.store.runs(of: task.id)
    #expect(runs.map(\.outcome) == ["fault", "fault"])
    #expect(runs[1].startedAt.milliseconds - runs[0].endedAt.milliseconds >= 700)
  }

  @Test("a rejected document rejects its dossier, and says which file and what to do")
  func rejected() throws {
    let home = try TestHome()
    let plan = try home.apply([TestHome.stage("one", "refuse"), TestHome.stage("two", "crash")])
    let dossier = try home.enqueue(plan)
    try home.worker(jobs: 1).run(untilIdle: true)
    #expect(try home.state(dossier) == .rejected)
    let message = try #require(try home.store.pendingMessages(limit: 10).first { $0.topic == "dossier.rejected" })
    #expect(message.payload["problems"]?.array?.first?["code"] == "test.as-asked")
    #expect(message.payload["problems"]?.array?.first?["file"] == "1.pdf")
    #expect(try home.store.receipt(of: dossier.id) == nil)
  }

  @Test("a doubtful document is read to its end, waits for a person, and goes on when accepted")
  func review() throws {
    let home = try TestHome()
    let plan = try home.apply([TestHome.stage("one", "doubt"), TestHome.stage("two", "echo")])
    let dossier = try home.enqueue(plan)
    try home.worker(jobs: 1).run(untilIdle: true)
    #expect(try home.state(dossier) == .review)
    let task = try #require(try home.task(dossier))
    #expect(try home.store.runs(of: task.id).map(\.outcome) == ["review", "done"])
    try home.store.accept(dossier.id, by: "tester", note: nil)
    try home.worker(jobs: 1).run(untilIdle: true)
    #expect(try home.state(dossier) == .handedOff)
  }

  @Test("large outputs go to Storage, and the record says where")
  func largeOutput() throws {
    let home = try TestHome()
    let plan = try home.apply([TestHome.stage("one", "large", ["words": 50_000]), TestHome.stage("two", "echo")])
    let dossier = try home.enqueue(plan)
    try home.worker(jobs: 1).run(untilIdle: true)
    let run = try #require(try home.store.runs(of: dossier.id).first { $0.stage == "one" })
    let digest = try #require(run.output["stored"]?.string)
    #expect(try home.store.referencedFiles().contains(digest))
    #expect(try RunOutput.value(of: run, files: home.files).array?.count == 50_000)
  }

  @Test("nothing is begun while the disk is below its floor, and the log says so")
  func spaceFloor() throws {
    let home = try TestHome()
    let plan = try home.apply([TestHome.stage("one", "echo")])
    let dossier = try home.enqueue(plan)
    let running = RunningWorker(home.worker { $0.freeSpaceFloorInBytes = Int64.max })
    try eventually { home.log.has("disk.low") }
    #expect(try home.task(dossier)?.state == .ready)
    try running.stop()
    #expect(try home.store.runs(of: dossier.id).isEmpty)
  }

  @Test("two workers on one home hand each dossier off once")
  func twoWorkers() throws {
    let home = try TestHome()
    let plan = try home.apply([TestHome.stage("one", "echo")])
    let dossiers = try (1...20).map { _ in try home.enqueue(plan, documents: 2) }
    let workers = (1...2).map { _ in RunningWorker(home.worker(jobs: 1), untilIdle: true) }
    try eventually(within: 60) { workers.allSatisfy(\.hasEnded) }
    for dossier in dossiers { #expect(try home.state(dossier) == .handedOff) }
    let handedOff = try home.store.pendingMessages(limit: 1000).filter { $0.topic == "dossier.handed-off" }
    #expect(handedOff.count == 20)
    #expect(Set(try dossiers.compactMap { try home.store.dossier($0.id)?.code }).count == 20)
  }

  @Test("an older worker leaves a plan with unknown stages to newer ones, untried, and does the rest")
  func olderBinary() throws {
    let home = try TestHome()
    let old = try home.apply([TestHome.stage("one", "echo")])
    let new = try home.apply([TestHome.stage("one", "echo"), TestHome.stage("two", "doubt")])
    let plain = try home.enqueue(old)
    let strange = try (1...3).map { _ in try home.enqueue(new) }
    let older = home.worker { $0.knownStages.remove("doubt") }
    try older.run(untilIdle: true)
    #expect(try home.state(plain) == .handedOff)
    #expect(home.log.lines.count { $0.hasPrefix("plan.foreign ") } == 1, "said once")
    for dossier in strange {
      let task = try #require(try home.task(dossier))
      #expect(task.state == .ready && task.attempts == 0 && task.crashes == 0)
    }
    try home.worker().run(untilIdle: true)
    for dossier in strange { #expect(try home.state(dossier) == .review, "what the stage asks for") }
  }

  @Test("what a killed worker left in the scratch folder is swept, what one in another container is at work on is not")
  func sweepsScratch() throws {
    let home = try TestHome()
    let plan = try home.apply([TestHome.stage("one", "echo")])
    try home.enqueue(plan)
    var name = [CChar](repeating: 0, count: 256)
    gethostname(&name, 255)
    let here = String(decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    // No process has a number as high as that.
    for (letter, host) in [("a", here), ("b", here + "-2")] {
      let id = String(repeating: letter, count: 26)
      let now = Timestamp(milliseconds: Int64(Date().timeIntervalSince1970 * 1000))
      try home.store.register(
        WorkerRegistration(
          id: WorkerID(rawValue: id), host: host, processID: .max, version: "1", startedAt: now, seenAt: now))
      try Folder.create("\(home.home.scratch)/\(id)/document")
    }
    try home.worker().run(untilIdle: true)
    let left = try FileManager.default.contentsOfDirectory(atPath: home.home.scratch)
    #expect(left == [String(repeating: "b", count: 26)])
  }

  @Test("a ring is answered at once")
  func pickUp() throws {
    let home = try TestHome()
    let plan = try home.apply([TestHome.stage("one", "echo")])
    let running = RunningWorker(home.worker(jobs: 1))
    try home.enqueue(plan)
    Bell.ring(in: home.home)
    // The first one starts the lane's host.
    try eventually { try home.store.tally().dossiers["handed-off"] == 1 }
    var delays: [Int64] = []
    for count in 2...21 {
      let dossier = try home.enqueue(plan)
      let rung = Int64(Date().timeIntervalSince1970 * 1000)
      Bell.ring(in: home.home)
      try eventually { try home.store.tally().dossiers["handed-off"] == count }
      let first = try #require(try home.store.runs(of: dossier.id).first)
      delays.append(first.startedAt.milliseconds - rung)
    }
    try running.stop()
    let sorted = delays.sorted()
    print("pick-up after a ring: median \(sorted[10]) ms, longest \(sorted[19]) ms")
    #expect(sorted[10] < 500, "the polling floor is a second: rings are not answered")
  }

  @Test("a changed pipeline.json is taken up, and a broken one is refused while the old plan goes on")
  func planWatch() throws {
    let home = try TestHome()
    let path = home.home.pipeline
    func write(_ text: String) throws { try Data(text.utf8).write(to: URL(fileURLWithPath: path), options: .atomic) }
    func pipeline(_ name: String) -> String {
      #"{"pipeline": "\#(name)", "stages": [{"id": "validate", "uses": "validate-file"}]}"#
    }
    try write(pipeline("first"))
    let running = RunningWorker(home.worker(jobs: 1))
    try eventually { try home.store.activePlan()?.name == "first" }
    try write(#"{"pipeline": "broken", "stages": [{"id": "x", "uses": "validate-fiel"}]}"#)
    try eventually { home.log.has("plan.refused") }
    #expect(home.log.lines.contains { $0.hasPrefix("plan.refused") && $0.contains("validate-file") })
    #expect(try home.store.activePlan()?.name == "first")
    try write(pipeline("second"))
    try eventually { try home.store.activePlan()?.name == "second" }
    try running.stop()
  }

  @Test("a worker whose renewals fail for too long ends its work before its leases run out")
  func cutOff() throws {
    let home = try TestHome()
    let plan = try home.apply([TestHome.stage("one", "sleep")])
    let dossier = try home.enqueue(plan)
    let running = RunningWorker(home.worker(jobs: 1) { $0.leaseMilliseconds = 3_000 })
    try eventually { try home.task(dossier)?.state == .leased && !Children.hosts(of: home.home).isEmpty }
    let hosts = Children.hosts(of: home.home)
    // Another process holds the store's write lock: every renewal fails.
    let lock = try StoreLock(home.home.store)
    let began = Date()
    try eventually { Set(Children.hosts(of: home.home)).isDisjoint(with: hosts) }
    #expect(Date().timeIntervalSince(began) < 3)
    #expect(home.log.has("lease.all-lost"))
    lock.release()
    try running.stop(times: 2)
  }
}
