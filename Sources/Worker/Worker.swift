import CPosix
import Dossiers
import Files
import Glibc
public import Logs
import Pipeline
import Stages
public import Storage
import Synchronization
public import Workflow

/// Claims tasks under leases, runs their stages, records what they made.
///
/// Several workers may share a home or a database: leases keep them apart, and one that dies is replaced by the
/// others within its lease.
public final class Worker: Sendable {
  private let configuration: WorkerConfiguration
  private let store: any WorkflowStore
  private let files: any FileStore
  private let log: any Log
  /// What it did since it was made.
  public let metrics = WorkerMetrics()
  private let stops: Mutex<Stops>

  private struct Stops {
    var count = 0
    /// Wakes the run that is under way.
    var bell: BellListener?
  }

  public init(
    configuration: WorkerConfiguration, store: any WorkflowStore, files: any FileStore, log: any Log
  ) {
    self.configuration = configuration
    self.store = store
    self.files = files
    self.log = log
    stops = Mutex(Stops())
  }

  /// Works until told to stop; with `untilIdle`, until no task is ready, scheduled or leased. Blocks.
  ///
  /// Throws a `WorkerError` where it cannot start (no plan, no stage host, a missing wall that is required) and a
  /// `StoreError` where the store cannot be used at all.
  public func run(untilIdle: Bool = false) throws {
    let room = try open()
    defer { close(room) }
    stops.withLock { $0.bell = room.bell }
    defer { stops.withLock { $0.bell = nil } }
    var watch = HomeWatch(
      configuration: configuration, store: store, office: room.office, log: log, worker: room.worker
    ) { plan in try room.hosts.prepare { HostCheck.shortcomings(of: plan, in: $0) } }
    watch.look()
    guard try store.activePlan() != nil else {
      throw WorkerError(.noPlan, "no plan is active, and \(configuration.home.pipeline) gives none")
    }
    let isOver = Flag(false)
    room.board.change { $0.renewedAt = hoso_boot_milliseconds() }
    var keepers = [
      try WorkerThread { Heartbeat(room: room).run { isOver.value } },
      try WorkerThread { LeaseGuard(room: room).run { isOver.value } },
    ]
    // Work that comes in elsewhere rings here too.
    if let signal = (store as? any SignallingStore)?.makeWorkSignal() {
      keepers.append(
        try WorkerThread {
          while !isOver.value { if signal.wait(milliseconds: 500) { room.bell.wake() } }
        })
    }
    var lanes: [WorkerThread] = []
    defer {
      // However the loop ends: lanes first, then those that keep their leases.
      room.board.change { if $0.phase == .working { $0.phase = .draining } }
      for lane in lanes { lane.join() }
      isOver.value = true
      room.board.change { _ in }
      for keeper in keepers { keeper.join() }
    }
    for _ in 0..<max(1, configuration.jobs) { lanes.append(try WorkerThread { Lane(room: room).run() }) }
    try claimLoop(room, &watch, untilIdle: untilIdle)
  }

  /// Ends the work: the first call lets the present stages finish, the second stops at once. Any thread may call.
  public func stop() {
    let bell = stops.withLock { stops in
      stops.count += 1
      return stops.bell
    }
    bell?.wake()
  }

  private var stopCount: Int { stops.withLock(\.count) }

  // MARK: Beginning and end

  private func open() throws -> WorkerRoom {
    let executable = try StageHostLocation.find(configuration.stageHostPath)
    do {
      try configuration.home.prepare()
    } catch {
      throw WorkerError(.home, error.description)
    }
    let worker = WorkerID.make(at: WorkerRoom.now())
    let room = WorkerRoom(
      configuration: configuration, worker: worker, store: store, files: files, log: log, stageHost: executable,
      office: try Office(of: configuration.home, log: log),
      metrics: metrics, bell: try BellListener(home: configuration.home, worker: worker.rawValue))
    // Which also takes away the bells of workers that were killed.
    Bell.ring(in: configuration.home)
    ScratchFolders.sweep(configuration.home.scratch, workers: try store.workers(), host: WorkerRoom.hostName)
    let layers = try room.hosts.prepare(\.layers)
    let missing = layers.filter { !$0.isActive }
    for layer in missing {
      log.warning("sandbox.layer-missing", ("layer", layer.name.rawValue), ("detail", layer.detail))
    }
    if configuration.requiresSandbox, !missing.isEmpty {
      throw WorkerError(
        .sandboxIncomplete,
        "missing around stage hosts: \(missing.map(\.name.rawValue).joined(separator: ", ")); hoso doctor says more")
    }
    if let plan = try store.activePlan().map({ try room.plans.plan($0.id) }) {
      for shortcoming in try room.hosts.prepare({ HostCheck.shortcomings(of: plan, in: $0) }) {
        log.error("plan.cannot-run", ("plan", plan.id), ("lacks", shortcoming))
      }
    }
    try store.register(room.registration())
    log.notice(
      "worker.started", ("worker", worker), ("jobs", configuration.jobs),
      ("sandbox", layers.filter(\.isActive).map(\.name.rawValue).joined(separator: "+")))
    return room
  }

  private func close(_ room: WorkerRoom) {
    room.hosts.end()
    do {
      try store.deregister(room.worker)
    } catch {
      // Its leases run out by themselves.
      log.warning("worker.not-deregistered", ("worker", room.worker), ("error", error))
    }
    _ = try? Folder.removeTree(room.scratch)
    log.notice("worker.ended", ("worker", room.worker))
  }

  // MARK: The loop

  private static let pollMilliseconds: Int64 = 1_000
  private static let reclaimMilliseconds: Int64 = 3_000

  private func claimLoop(_ room: WorkerRoom, _ watch: inout HomeWatch, untilIdle: Bool) throws {
    var space = SpaceWatch(configuration: configuration, log: log)
    var nextReclaim: Int64 = 0
    var storeFailures = 0
    while stopCount == 0 {
      var pause = Self.pollMilliseconds
      do {
        watch.look()
        if hoso_boot_milliseconds() >= nextReclaim {
          nextReclaim = hoso_boot_milliseconds() + Self.reclaimMilliseconds
          for task in try store.reclaimExpired() {
            log.warning("task.reclaimed", ("task", task.id), ("crashes", task.crashes))
          }
        }
        let demand = room.board.read(\.demand)
        if demand > 0, space.hasRoom() {
          if try claim(demand, room) { continue }
          if untilIdle, room.board.read({ $0.held.isEmpty }), try isIdle(room) { return }
          pause = min(pause, try store.millisecondsUntilNextTask(foreignPlans: room.plans.foreign) ?? pause)
          // Ready by the clock, yet not given: another worker was quicker. Not a reason to spin.
          if pause == 0 { pause = 5 }
        }
        storeFailures = 0
      } catch {
        storeFailures += 1
        metrics.met(error)
        log.warning("store.failed", ("error", error))
        // What waiting cannot mend ends the worker.
        if error.code == .corrupt || error.code == .newerSchema { throw error }
        pause = min(5_000, 100 << Int64(min(storeFailures, 6)))
      }
      room.bell.wait(milliseconds: pause)
    }
    drain(room)
  }

  /// True when something was claimed.
  private func claim(_ limit: Int, _ room: WorkerRoom) throws(StoreError) -> Bool {
    let leases = try store.claim(
      ClaimRequest(
        worker: room.worker, limit: limit, leaseMilliseconds: configuration.leaseMilliseconds,
        foreignPlans: room.plans.foreign))
    guard !leases.isEmpty else { return false }
    let ours = leases.filter { !isForeign($0, room) }
    room.board.change { board in
      for lease in ours { board.held[lease.token] = Board.Held(lease: lease) }
      board.waiting += ours
    }
    return true
  }

  private func isIdle(_ room: WorkerRoom) throws(StoreError) -> Bool {
    try !store.hasUnfinishedWork(foreignPlans: room.plans.foreign)
  }

  /// Whether the task's plan is beyond this program, as an older one's beside newer workers is. It goes back to the
  /// queue as it was, and no more of that plan are claimed: tried here, they would use up their tries.
  private func isForeign(_ lease: Lease, _ room: WorkerRoom) -> Bool {
    let reason: String?
    do {
      reason = try room.plans.foreignness(of: lease.task.plan)
    } catch {
      // The task itself will meet the same trouble, and says so.
      return false
    }
    guard let reason else { return false }
    log.error(
      "plan.foreign", ("plan", lease.task.plan), ("reason", reason),
      ("effect", "its tasks are left to workers of a version that knows it"))
    giveBack(lease.token)
    return true
  }

  /// Lets the present stages come to their end, within the time that is given for it.
  private func drain(_ room: WorkerRoom) {
    log.notice("worker.draining", ("tasks", room.board.read { $0.held.count }))
    let waiting = room.board.change { board -> [LeaseToken] in
      board.phase = .draining
      let tokens = board.waiting.map(\.token)
      board.waiting = []
      for token in tokens { board.held[token] = nil }
      return tokens
    }
    for token in waiting { giveBack(token) }
    let deadline = hoso_boot_milliseconds() + configuration.drainMilliseconds
    while stopCount < 2, room.board.read({ !$0.held.isEmpty }), hoso_boot_milliseconds() < deadline {
      room.bell.wait(milliseconds: 200)
    }
    let rest = room.board.change { board -> [LeaseToken] in
      board.phase = .stopping
      let tokens = Array(board.held.keys)
      for token in tokens { board.lose(token) }
      return tokens
    }
    if !rest.isEmpty { log.notice("worker.stopping", ("tasks", rest.count)) }
    for token in rest { giveBack(token) }
  }

  private func giveBack(_ token: LeaseToken) {
    do {
      try store.release(token)
    } catch {
      // Ended meanwhile, or it runs out by itself.
      log.debug("lease.not-released", ("task", token.task), ("error", error))
    }
  }
}
