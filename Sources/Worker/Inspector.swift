public import Dossiers
public import Pipeline

/// Runs a plan's contained document stages on files without a store, for `hoso inspect` and `hoso pipeline try`.
public struct Inspector: Sendable {
  /// What one stage made of one file.
  public struct Step: Sendable {
    public let stage: PlannedStage
    /// Empty where the stage looks at the file as a whole.
    public let pages: [Int]
    /// nil for a stage that was skipped, whose `when` did not hold, and for one whose host died.
    public let result: StageResult?
    public let milliseconds: Int64
    public let cpuMilliseconds: Int64
    public let peakMemoryBytes: Int64
  }

  /// Everything that became of one file.
  public struct Finding: Sendable {
    public let inspection: Inspection
    public let steps: [Step]
    public let milliseconds: Int64
    /// A host died over this file, by its own doing or not.
    public let hostDied: Bool
  }

  public let plan: Plan
  public let jobs: Int

  /// `stageHostPath` nil: `HOSO_STAGE_HOST`, or beside the running program. Scratch folders lie below `scratch`.
  public init(plan: Plan, jobs: Int, scratch: String, stageHostPath: String? = nil) {
    self.plan = plan
    self.jobs = jobs
  }

  /// Calls `found` for each file in the order given, as soon as it and those before it are through; returning
  /// false ends early. Throws a `WorkerError` where no host can be started.
  public func inspect(_ paths: [String], found: (Finding) -> Bool) throws {}
}
