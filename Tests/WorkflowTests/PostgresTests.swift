import Dispatch
import Dossiers
import Foundation
import Synchronization
import Testing
import Workflow

@Suite("A store in PostgreSQL", .enabled(if: PostgresServer.url != nil))
struct PostgresTests {
  private func submission(_ key: String, plan: PlanID) -> NewSubmission {
    NewSubmission(
      idempotencyKey: key, channel: "cli", procedure: "1.001", plan: plan, firstDocumentStage: "read",
      firstDossierStage: "check", files: [.init(name: "a.jpg", sha256: Scenario.digest(1), byteCount: 1)])
  }

  private func planned(_ store: any WorkflowStore) throws -> PlanID {
    let plan = PlanID(rawValue: String(repeating: "ab", count: 32))
    _ = try store.apply(
      StoredPlan(id: plan, name: "test", canonicalJSON: "{}", appliedAt: Timestamp(milliseconds: 0)), by: "tester")
    return plan
  }

  @Test("connections cut again and again lose nothing and repeat nothing")
  func survivesCuts() throws {
    // A name of its own: other tests run beside this one.
    let url = try PostgresServer.makePlace() + "&application_name=hoso-cut"
    let store = try PostgresStore.open(url: url)
    let plan = try planned(store)
    let isOver = Mutex(false)
    let cuts = Mutex(0)
    let cutting = DispatchGroup()
    cutting.enter()
    // A thread of its own: the global queue's may all be waiting in other tests.
    Thread.detachNewThread {
      defer { cutting.leave() }
      guard let probe = try? PostgresProbe(url) else { return }
      while !isOver.withLock({ $0 }) {
        // Whatever they are doing: also in the midst of a commit.
        let cut = try? probe.value(
          """
          SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity
          WHERE application_name = 'hoso-cut' AND pid <> pg_backend_pid()
          """)
        cuts.withLock { $0 += Int(cut ?? "") ?? 0 }
        usleep(.random(in: 60_000...200_000))
      }
    }
    let errors = Mutex<[String]>([])
    DispatchQueue.concurrentPerform(iterations: 4) { thread in
      let worker = WorkerID(rawValue: "worker-\(thread)")
      do {
        for number in 0..<25 { _ = try store.submit(submission("\(thread)-\(number)", plan: plan)) }
        while let lease = try store.claim(ClaimRequest(worker: worker, limit: 1)).first {
          let now = Timestamp(milliseconds: 0)
          let end: StageRecord.Next = lease.task.kind == .document ? .documentEnds(.accepted) : .dossierEnds(.handedOff)
          try store.record(
            StageRecord(
              stage: lease.task.stage ?? "?", uses: "no-op", startedAt: now, endedAt: now, outcome: "done", next: end),
            under: lease.token)
        }
      } catch {
        errors.withLock { $0.append("\(error)") }
      }
    }
    isOver.withLock { $0 = true }
    cutting.wait()
    #expect(errors.withLock { $0 } == [])
    // How many there is time for depends on the machine.
    #expect(cuts.withLock { $0 } >= 1)
    let probe = try PostgresProbe(url)
    #expect(try probe.value("SELECT count(*) FROM dossiers") == "100")
    // A claim, submission or record that was run twice would show here.
    #expect(try probe.value("SELECT count(*) FROM dossiers WHERE state = 'handed-off'") == "100")
    #expect(try probe.value("SELECT count(*) FROM outbox WHERE topic = 'dossier.handed-off'") == "100")
    #expect(try probe.value("SELECT count(*) FROM stage_runs") == "200")
    #expect(try probe.value("SELECT count(*) FROM task_queue") == "0")
    #expect(try StoreCheck.run(on: store).map(\.fault) == [])
  }

  @Test("work that comes in elsewhere wakes a worker that waits")
  func wakes() throws {
    let url = try PostgresServer.makePlace()
    let store = try PostgresStore.open(url: url)
    let plan = try planned(store)
    let signal = try PostgresStore.open(url: url).makeWorkSignal()
    while signal.wait(milliseconds: 10) {}
    let submitted = DispatchGroup()
    submitted.enter()
    Thread.detachNewThread {
      _ = try? store.submit(submission("a", plan: plan))
      submitted.leave()
    }
    #expect(signal.wait(milliseconds: 30_000))
    submitted.wait()
    // Nothing further: the next wait runs its time.
    #expect(!signal.wait(milliseconds: 50))
  }

  @Test("what another process made ready ahead of the others is claimed within a second")
  func looksFromTheHead() throws {
    let url = try PostgresServer.makePlace()
    let (mine, other) = (try PostgresStore.open(url: url), try PostgresStore.open(url: url))
    let plan = try planned(mine)
    for number in 0..<60 { _ = try other.submit(submission("\(number)", plan: plan)) }
    _ = try mine.claim(ClaimRequest(worker: WorkerID(rawValue: "mine"), limit: 1))
    var urgent = submission("urgent", plan: plan)
    urgent.priority = 9
    let dossier = try other.submit(urgent).dossier.id
    let start = Date()
    var found = false
    while !found, let lease = try mine.claim(ClaimRequest(worker: WorkerID(rawValue: "mine"), limit: 1)).first {
      found = lease.task.dossier == dossier
      usleep(20_000)
    }
    #expect(found)
    #expect(Date().timeIntervalSince(start) < 5)
  }

  @Test("a newer schema is refused, and an unreachable server said within the patience given")
  func refuses() throws {
    let url = try PostgresServer.makePlace()
    _ = try PostgresStore.open(url: url)
    try PostgresProbe(url).run("INSERT INTO store_migrations VALUES (99, 'later', 'x', 0)")
    #expect(errorCode { _ = try PostgresStore.open(url: url) } == .newerSchema)
    #expect(errorCode { _ = try PostgresStore.open(url: "postgres://127.0.0.1:1/none") } == .unavailable)
  }

  @Test("many processes that find an empty database make one schema")
  func migratesOnce() throws {
    let url = try PostgresServer.makePlace()
    let errors = Mutex<[String]>([])
    DispatchQueue.concurrentPerform(iterations: 6) { _ in
      do { _ = try PostgresStore.open(url: url) } catch { errors.withLock { $0.append("\(error)") } }
    }
    #expect(errors.withLock { $0 } == [])
    #expect(try PostgresProbe(url).value("SELECT count(*) FROM store_migrations") == "7")
  }

  @Test("processes killed at random moments on one database: every dossier handed off once, no serial missing")
  func survivesKills() throws {
    let url = try PostgresServer.makePlace()
    let probe = try PostgresProbe(url)
    let dossiers = 80
    for number in 0..<8 {
      // Each brings dossiers of its own: however fast the machine is, the next one finds work too.
      let worker = "killed-\(number)"
      let process = try LoadProcess(
        url, worker: worker, threads: 2, dossiers: dossiers / 8 * (number + 1), leaseMilliseconds: 500)
      try process.waitUntilWorking {
        try probe.value("SELECT count(*) > 0 FROM stage_runs WHERE worker = '\(worker)'") == "t"
      }
      usleep(.random(in: 0...100_000))
      process.kill()
    }
    let last = try ["one", "two"].map {
      try LoadProcess(url, worker: $0, threads: 2, dossiers: dossiers, leaseMilliseconds: 20_000)
    }
    #expect(last.map { $0.wait() } == [0, 0])
    #expect(try probe.value("SELECT count(DISTINCT worker) FROM stage_runs WHERE worker LIKE 'killed-%'") == "8")
    #expect(try probe.value("SELECT count(*) FROM dossiers WHERE state = 'handed-off'") == "\(dossiers)")
    #expect(try probe.value("SELECT max(serial) FROM receipts") == "\(dossiers)")
    #expect(try probe.value("SELECT count(*) FROM events WHERE type = 'dossier.handed-off'") == "\(dossiers)")
    #expect(try StoreCheck.run(on: try PostgresStore.open(url: url)).map(\.fault) == [])
  }
}
