import CPosix
import Dossiers
import Logs
import Pipeline
import Stages
import Workflow

/// Takes up the operator's files while the worker runs: the pipeline, and by the office the catalogue and the calendar. A
/// broken one is refused with a line in the log, and what held before goes on.
struct HomeWatch {
  private let home: Home
  private let appliesPipeline: Bool
  private let store: any WorkflowStore
  private let office: Office
  private let log: any Log
  private let worker: WorkerID
  private let shortcomings: (Plan) throws -> [String]
  private var pipeline: WatchedFile
  private var nextLook: Int64 = 0

  private static let everyMilliseconds: Int64 = 1_000

  /// `shortcomings` tells what this machine lacks for a plan.
  init(
    configuration: WorkerConfiguration, store: any WorkflowStore, office: Office, log: any Log, worker: WorkerID,
    shortcomings: @escaping (Plan) throws -> [String]
  ) {
    self.shortcomings = shortcomings
    home = configuration.home
    appliesPipeline = configuration.appliesPipelineFile
    self.store = store
    self.office = office
    self.log = log
    self.worker = worker
    pipeline = WatchedFile(path: home.pipeline)
  }

  /// Looks, at most once a second.
  mutating func look() {
    let now = hoso_boot_milliseconds()
    guard now >= nextLook else { return }
    nextLook = now + Self.everyMilliseconds
    if appliesPipeline, let bytes = pipeline.changed() { apply(bytes) }
    office.look()
  }

  private func apply(_ bytes: [UInt8]) {
    do {
      let plan = try PlanReader.read(bytes, catalogue: StageCatalogue.builtIn)
      if try store.activePlan()?.id.rawValue != plan.id {
        let lacking = try shortcomings(plan)
        guard lacking.isEmpty else { throw WorkerError(.badPlan, lacking.joined(separator: "; ")) }
      }
      if try store.apply(plan.stored, by: worker.rawValue) {
        log.notice("plan.applied", ("plan", plan.id), ("name", plan.name))
      }
    } catch let faults as PlanErrors {
      log.error("plan.refused", ("file", home.pipeline), ("faults", faults.description(in: home.pipeline)))
    } catch {
      log.error("plan.refused", ("file", home.pipeline), ("error", "\(error)"))
    }
  }
}
