import Pipeline
import Stages

/// How a worker runs on this machine; what it does with a document is the plan's affair.
public struct WorkerConfiguration: Sendable {
  public var home: Home
  /// Stage hosts at work at one time.
  public var jobs: Int
  /// Take up `home.pipeline` at the start and whenever it changes. Off for workers that share a database, where
  /// `hoso pipeline apply` decides.
  public var appliesPipelineFile: Bool
  /// Refuse to start where a layer of the hosts' confinement is missing on this machine.
  public var requiresSandbox: Bool
  /// No task is claimed while the home's file system has less room than this.
  public var freeSpaceFloorInBytes: Int64
  public var leaseMilliseconds: Int64
  /// How long a drain may take before the present stages are given back unfinished.
  public var drainMilliseconds: Int64
  /// A host is replaced after so many documents, so that a library's leaks stay small. With 1 no host sees two: one
  /// that a hostile file has taken over never sees the next citizen's.
  public var documentsPerHost: Int
  /// The stage host's executable; nil finds it through `HOSO_STAGE_HOST` or beside the running program.
  public var stageHostPath: String?
  /// What stages of a plan may use. Tasks of plans with others are left to workers that know them.
  public var knownStages = Set(StageCatalogue.builtIn.map(\.name))
  /// Written into the store's registration and the packages.
  public var version: String

  public init(
    home: Home, jobs: Int, appliesPipelineFile: Bool = true,
    requiresSandbox: Bool = false, freeSpaceFloorInBytes: Int64 = 512 << 20, leaseMilliseconds: Int64 = 20_000,
    drainMilliseconds: Int64 = 25_000, documentsPerHost: Int = 200,
    stageHostPath: String? = nil,
    version: String = "1.0.0"
  ) {
    self.home = home
    self.jobs = jobs
    self.appliesPipelineFile = appliesPipelineFile
    self.requiresSandbox = requiresSandbox
    self.freeSpaceFloorInBytes = freeSpaceFloorInBytes
    self.leaseMilliseconds = leaseMilliseconds
    self.drainMilliseconds = drainMilliseconds
    self.documentsPerHost = documentsPerHost
    self.stageHostPath = stageHostPath
    self.version = version
  }
}
