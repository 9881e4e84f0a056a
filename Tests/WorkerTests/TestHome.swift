import Dossiers
import Files
import Foundation
import Logs
import Pipeline
import Stages
import Storage
import Synchronization
import Worker
import Workflow

/// A home with a real store and real files, a plan of the hostile host's stages, and a worker to run it.
final class TestHome {
  let folder: TemporaryFolder
  let home: Home
  let store: any WorkflowStore
  let files: any FileStore
  let log = KeptLog()

  init() throws {
    folder = try TemporaryFolder()
    home = Home(path: folder.path + "/home")
    try home.prepare()
    store = try SQLiteStore.open(path: home.store)
    files = try FolderStore(path: home.files)
  }

  /// A plan of document stages, with the usual dossier stages after them.
  func apply(_ documentStages: [PlannedStage], dossierStages: [PlannedStage] = TestHome.dossierStages) throws -> Plan {
    let plan = Plan(name: "test", stages: documentStages + dossierStages)
    _ = try store.apply(plan.stored, by: "test")
    return plan
  }

  static func stage(
    _ id: String, _ uses: String, _ settings: [String: JSONValue] = [:],
    limits: StageLimits = StageLimits(timeMilliseconds: 20_000, memoryBytes: 512 << 20)
  ) -> PlannedStage {
    PlannedStage(id: id, uses: uses, scope: .document, sort: .contained, settings: settings, limits: limits)
  }

  static let dossierStages = [
    PlannedStage(id: "complete", uses: "check-completeness", scope: .dossier, sort: .brokered),
    PlannedStage(
      id: "receipt", uses: "issue-receipt", scope: .dossier, sort: .transactional,
      settings: ["agency": "H26.1", "lookupBase": "https://example.vn"]),
    PlannedStage(id: "bundle", uses: "bundle-dossier", scope: .dossier, sort: .brokered),
    PlannedStage(id: "hand-off", uses: "hand-off", scope: .dossier, sort: .transactional),
  ]

  @discardableResult
  func enqueue(_ plan: Plan, documents: Int = 1, priority: Int = 0) throws -> Dossier {
    let files = try (1...documents).map { number -> NewSubmission.File in
      let file = try self.files.put(Array("document \(number) \(UUID())".utf8))
      return NewSubmission.File(name: "\(number).pdf", sha256: file.sha256, byteCount: file.byteCount)
    }
    let submission = NewSubmission(
      channel: "test", procedure: ProcedureCatalogue.builtIn.standard.code, plan: PlanID(rawValue: plan.id),
      firstDocumentStage: plan.firstStage(of: .document)?.id, firstDossierStage: plan.firstStage(of: .dossier)?.id,
      priority: priority, files: files)
    return try store.submit(submission).dossier
  }

  /// A dossier, or a supplement, of documents that hold the very results that the stage `recite` makes of them.
  @discardableResult
  func enqueue(_ results: [StageResult], plan: Plan, supplements: DossierID? = nil) throws -> Dossier {
    let files = try results.enumerated().map { index, result -> NewSubmission.File in
      let file = try self.files.put(Array(try JSONEncoder().encode(result)) + Array(" \n".utf8))
      return NewSubmission.File(name: "anh-\(index + 1).jpg", sha256: file.sha256, byteCount: file.byteCount)
    }
    return try store.submit(
      NewSubmission(
        channel: "test", procedure: ProcedureCatalogue.builtIn.standard.code, plan: PlanID(rawValue: plan.id),
        firstDocumentStage: plan.firstStage(of: .document)?.id, firstDossierStage: plan.firstStage(of: .dossier)?.id,
        files: files, supplements: supplements)
    ).dossier
  }

  func worker(jobs: Int = 2, _ change: (inout WorkerConfiguration) -> Void = { _ in }) -> Worker {
    var configuration = WorkerConfiguration(home: home, jobs: jobs, stageHostPath: Programs.hostileHost)
    configuration.freeSpaceFloorInBytes = 1 << 20
    configuration.knownStages.formUnion([
      "echo", "large", "slow", "refuse", "doubt", "sleep", "spin", "crash", "abort", "exit", "throw", "babble", "pages",
      "count", "recite",
    ])
    change(&configuration)
    return Worker(configuration: configuration, store: store, files: files, log: log)
  }

  func state(_ dossier: Dossier) throws -> Dossier.State? {
    try store.dossier(dossier.id)?.state
  }

  func task(_ dossier: Dossier, _ kind: QueuedTask.Kind = .document) throws -> QueuedTask? {
    try store.tasks(states: nil, limit: 10_000).first { $0.dossier == dossier.id && $0.kind == kind }
  }
}

/// A worker on a thread of its own.
final class RunningWorker: Sendable {
  let worker: Worker
  private let ended = Mutex<(any Error)??>(nil)

  init(_ worker: Worker, untilIdle: Bool = false) {
    self.worker = worker
    Thread.detachNewThread { [self] in
      var failure: (any Error)?
      do {
        try worker.run(untilIdle: untilIdle)
      } catch {
        failure = error
      }
      ended.withLock { $0 = .some(failure) }
    }
  }

  var hasEnded: Bool { ended.withLock { $0 != nil } }

  /// Stops it and waits; throws what its run threw.
  func stop(times: Int = 1) throws {
    for _ in 0..<times { worker.stop() }
    try eventually(within: 40) { hasEnded }
    if case .some(.some(let error)) = ended.withLock({ $0 }) { throw error }
  }
}

struct NotInTime: Error {}

/// Waits for a condition, looking often.
func eventually(within seconds: Double = 20, _ condition: () throws -> Bool) throws {
  let end = Date(timeIntervalSinceNow: seconds)
  while Date() < end {
    if try condition() { return }
    usleep(2_000)
  }
  throw NotInTime()
}

/// A log that keeps its events.
final class KeptLog: Log {
  private let events = Mutex<[String]>([])

  func write(_ level: LogLevel, _ event: String, _ values: [(String, any CustomStringConvertible & Sendable)]) {
    let line = ([event] + values.map { "\($0)=\($1)" }).joined(separator: " ")
    events.withLock { $0.append(line) }
  }

  var lines: [String] { events.withLock { $0 } }
  func has(_ event: String) -> Bool { lines.contains { $0 == event || $0.hasPrefix(event + " ") } }
}

/// Processes that workers have started.
enum Children {
  /// The living stage hosts of a home, by their working folder: other tests run beside this one.
  static func hosts(of home: Home) -> [pid_t] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
    return names.compactMap { pid_t($0) }.filter { pid in
      let folder = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/\(pid)/cwd")
      return folder?.hasPrefix(home.scratch + "/") == true
    }
  }
}
