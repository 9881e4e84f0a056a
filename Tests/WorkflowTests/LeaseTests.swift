import Dossiers
import Testing
import Workflow

@Suite("Leases")
struct LeaseTests {
  @Test("tasks are claimed by priority, then by age, each once", arguments: Backend.all)
  func claimsInOrder(_ backend: Backend) throws {
    let scenario = try Scenario(backend)
    let low = try scenario.submit(files: 2)
    scenario.clock.advance(10)
    let high = try scenario.submit(priority: 5)
    scenario.clock.advance(10)
    let young = try scenario.submit()
    let leases = try scenario.claim(10)
    #expect(
      leases.map(\.task.dossier) == [high.dossier.id, low.dossier.id, low.dossier.id, young.dossier.id])
    #expect(Set(leases.map(\.task.id)).count == 4)
    #expect(leases.allSatisfy { $0.task.state == .leased && $0.task.worker == scenario.worker })
    #expect(try scenario.claim(10).isEmpty)
  }

  @Test("a worker whose lease was taken over changes nothing", arguments: Backend.all)
  func fences(_ backend: Backend) throws {
    let scenario = try Scenario(backend)
    let answer = try scenario.submit()
    let stale = try scenario.claimOne()
    scenario.clock.advance(20_001)
    #expect(try scenario.store.reclaimExpired().map(\.id) == [stale.task.id])
    // The same worker claims again: the claim number alone tells the two apart.
    let fresh = try scenario.claimOne()
    #expect(fresh.token.worker == stale.token.worker)
    #expect(fresh.token.claim > stale.token.claim)
    let before = try scenario.eventTypes(answer.dossier.id)
    #expect(errorCode { try scenario.record(stale, .documentEnds(.rejected)) } == .leaseLost)
    #expect(errorCode { try scenario.store.release(stale.token) } == .leaseLost)
    #expect(try scenario.store.renew([stale.token], leaseMilliseconds: 1000).isEmpty)
    #expect(try scenario.eventTypes(answer.dossier.id) == before)
    #expect(try scenario.store.runs(of: stale.task.id).isEmpty)
    try scenario.record(fresh, .documentEnds(.accepted))
    #expect(errorCode { try scenario.record(fresh, .documentEnds(.rejected)) } == .leaseLost)
    #expect(try scenario.store.documents(of: answer.dossier.id).map(\.state) == [.accepted])
  }

  @Test("a claim number never comes back, even when the task leaves the queue and returns", arguments: Backend.all)
  func fencesAcrossReviews(_ backend: Backend) throws {
    let scenario = try Scenario(backend)
    let answer = try scenario.submit()
    let first = try scenario.claimOne()
    try scenario.record(first, .review(resumeAt: "extract"))
    try scenario.store.accept(answer.dossier.id, by: "Cán bộ A", note: nil)
    let second = try scenario.claimOne()
    #expect(second.task.id == first.task.id)
    #expect(second.token.claim > first.token.claim)
    #expect(errorCode { try scenario.record(first, .documentEnds(.accepted)) } == .leaseLost)
  }

  @Test("a heartbeat keeps a lease and says which are lost", arguments: Backend.all)
  func renews(_ backend: Backend) throws {
    let scenario = try Scenario(backend)
    try scenario.submit(files: 2)
    let leases = try scenario.claim(2)
    scenario.clock.advance(15_000)
    #expect(try scenario.store.renew([leases[0].token], leaseMilliseconds: 20_000) == [leases[0].token])
    scenario.clock.advance(10_000)
    #expect(try scenario.store.reclaimExpired().map(\.id) == [leases[1].task.id])
    #expect(try scenario.store.renew(leases.map(\.token), leaseMilliseconds: 20_000) == [leases[0].token])
  }

  @Test("a released task is ready again and counts nothing", arguments: Backend.all)
  func releases(_ backend: Backend) throws {
    let scenario = try Scenario(backend)
    try scenario.submit()
    let lease = try scenario.claimOne()
    try scenario.record(lease, .stage("extract"))
    try scenario.store.release(lease.token)
    let again = try scenario.claimOne(by: WorkerID(rawValue: "worker-2"))
    #expect(again.task.stage == "extract")
    #expect(again.task.attempts == 0 && again.task.crashes == 0 && again.task.strikes == 0)
  }

  @Test("a lease that ran out counts a crash from outside, and the tenth fails the task", arguments: Backend.all)
  func countsCrashes(_ backend: Backend) throws {
    let scenario = try Scenario(backend)
    let answer = try scenario.submit()
    for crash in 1...9 {
      scenario.clock.advance(60_000)
      _ = try scenario.claimOne()
      scenario.clock.advance(20_001)
      let task = try #require(try scenario.store.reclaimExpired().first)
      #expect(task.state == .ready)
      #expect(task.crashes == crash)
      #expect(task.strikes == 0 && task.attempts == 0)
    }
    scenario.clock.advance(60_000)
    _ = try scenario.claimOne()
    scenario.clock.advance(20_001)
    #expect(try scenario.store.reclaimExpired().map(\.state) == [.failed])
    #expect(try scenario.dossier(answer.dossier.id).state == .review)
    #expect(try scenario.openProblems(answer.dossier.id) == ["task.failed"])
  }

  @Test(
    "setting the wall clock neither ends a lease nor makes it last", arguments: Backend.all,
    [Int64(-86_400_000), 86_400_000])
  func survivesClockJumps(_ backend: Backend, _ jump: Int64) throws {
    let scenario = try Scenario(backend)
    try scenario.submit()
    let lease = try scenario.claimOne()
    scenario.clock.jumpWall(jump)
    #expect(try scenario.store.reclaimExpired().isEmpty)
    #expect(try scenario.store.renew([lease.token], leaseMilliseconds: 20_000) == [lease.token])
    scenario.clock.advance(20_001)
    #expect(try scenario.store.reclaimExpired().count == 1)
  }

  @Test("leases of another boot have run out, whatever their time says", arguments: Backend.all)
  func endsLeasesOfAnotherBoot(_ backend: Backend) throws {
    let scenario = try Scenario(backend)
    try scenario.submit()
    let lease = try scenario.claimOne()
    scenario.clock.reboot(as: "boot-2")
    #expect(try scenario.store.reclaimExpired().map(\.id) == [lease.task.id])
    #expect(try scenario.claimOne().task.id == lease.task.id)
  }

  @Test("a worker that deregisters gives back what it holds, and only that", arguments: Backend.all)
  func deregisters(_ backend: Backend) throws {
    let scenario = try Scenario(backend)
    let other = WorkerID(rawValue: "worker-2")
    for id in [scenario.worker, other] {
      try scenario.store.register(
        WorkerRegistration(
          id: id, host: "máy-1", processID: 42, version: "1", startedAt: scenario.clock.now().wall,
          seenAt: scenario.clock.now().wall))
    }
    try scenario.submit(files: 2)
    let mine = try scenario.claimOne()
    let theirs = try scenario.claimOne(by: other)
    try scenario.store.deregister(scenario.worker)
    #expect(try scenario.store.workers().map(\.id) == [other])
    #expect(try scenario.task(mine.task.id).state == .ready)
    #expect(try scenario.task(mine.task.id).crashes == 0)
    #expect(try scenario.task(theirs.task.id).state == .leased)
  }

  @Test("a heartbeat shows when a worker was last seen", arguments: Backend.all)
  func seesWorkers(_ backend: Backend) throws {
    let scenario = try Scenario(backend)
    let start = scenario.clock.now().wall
    try scenario.store.register(
      WorkerRegistration(
        id: scenario.worker, host: "máy-1", processID: 42, version: "1", startedAt: start, seenAt: start))
    try scenario.submit()
    let lease = try scenario.claimOne()
    scenario.clock.advance(7_000)
    _ = try scenario.store.renew([lease.token], leaseMilliseconds: 20_000)
    #expect(try scenario.store.workers().first?.seenAt == start.adding(milliseconds: 7_000))
  }

  @Test("workers of another boot are forgotten when the next one comes", arguments: Backend.all)
  func forgetsWorkers(_ backend: Backend) throws {
    let scenario = try Scenario(backend)
    let now = scenario.clock.now().wall
    func register(_ name: String) throws {
      try scenario.store.register(
        WorkerRegistration(
          id: WorkerID(rawValue: name), host: "máy-1", processID: 1, version: "1", startedAt: now, seenAt: now))
    }
    try register("a")
    try register("b")
    #expect(try scenario.store.workers().map(\.id.rawValue) == ["a", "b"])
    scenario.clock.reboot(as: "boot-2")
    try register("c")
    #expect(try scenario.store.workers().map(\.id.rawValue) == ["c"])
  }
}
