import Dossiers
import Glibc
import Logs
import Pipeline
import Storage
import Workflow

/// What a run of the worker shares among its threads.
final class WorkerRoom: Sendable {
  let configuration: WorkerConfiguration
  let worker: WorkerID
  let store: any WorkflowStore
  let files: any FileStore
  let log: any Log
  let hosts: HostPool
  let stageHost: String
  /// This run's own scratch folder, on the packages' file system.
  let scratch: String
  let plans: PlanCache
  let office: Office
  let board = Monitor(Board())
  let bell: BellListener
  let metrics: WorkerMetrics
  private let startedAt = WorkerRoom.now()

  init(
    configuration: WorkerConfiguration, worker: WorkerID, store: any WorkflowStore, files: any FileStore,
    log: any Log, stageHost: String, office: Office, metrics: WorkerMetrics, bell: BellListener
  ) {
    self.configuration = configuration
    self.worker = worker
    self.store = store
    self.files = files
    self.log = log
    self.stageHost = stageHost
    self.office = office
    self.bell = bell
    self.metrics = metrics
    scratch = "\(configuration.home.scratch)/\(worker)"
    hosts = HostPool(executable: stageHost, scratch: scratch)
    plans = PlanCache(store: store, knownStages: configuration.knownStages)
  }

  var program: String { "hoso \(configuration.version)" }

  /// By the wall, for the record.
  static func now() -> Timestamp {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Timestamp(milliseconds: Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000)
  }

  /// Says which child works on a lease, so that it can be ended with it; ends it at once where the lease is lost.
  func attach(_ process: ChildProcess, to token: LeaseToken) {
    let isLost = board.change { board in
      board.held[token]?.process = process
      return board.held[token]?.isLost ?? true
    }
    if isLost { process.stop(.unwanted) }
  }

  /// The work on a lease is over: whatever becomes of the lease now concerns no child.
  func detach(_ token: LeaseToken) {
    board.change { $0.held[token]?.process = nil }
  }

  /// Says which other child works on a lease too, to be ended with it; ends it at once where the lease is lost.
  func join(_ process: ChildProcess, _ token: LeaseToken) {
    let isLost = board.change { board in
      board.held[token]?.helpers.append(process)
      return board.held[token]?.isLost ?? true
    }
    if isLost { process.stop(.unwanted) }
  }

  func leave(_ process: ChildProcess, _ token: LeaseToken) {
    board.change { $0.held[token]?.helpers.removeAll { $0 === process } }
  }

  func isLost(_ token: LeaseToken) -> Bool {
    board.read { $0.held[token]?.isLost ?? true }
  }

  /// This machine's, or container's, name.
  static var hostName: String {
    var name = [CChar](repeating: 0, count: 256)
    gethostname(&name, name.count - 1)
    return String(decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// This worker as the store lists it.
  func registration() -> WorkerRegistration {
    WorkerRegistration(
      id: worker, host: Self.hostName, processID: getpid(), version: configuration.version, startedAt: startedAt,
      seenAt: Self.now())
  }
}
