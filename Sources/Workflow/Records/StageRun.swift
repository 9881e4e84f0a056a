public import Dossiers

/// One finished run of a stage, as the record keeps it.
public struct StageRun: Sendable, Codable {
  /// A decimal number that grows with each run.
  public let id: StageRunID
  public let task: TaskID
  public let dossier: DossierID
  public let document: DocumentID?
  public let plan: PlanID
  public let stage: String
  public let uses: String
  public let attempt: Int
  public let worker: WorkerID
  public let startedAt: Timestamp
  public let endedAt: Timestamp
  /// A `StageOutcome`'s raw value, `strike`, `crash` or `skipped` (its `when` did not hold).
  public let outcome: String
  /// The stage's output and facts, for the stages after it, also after a restart.
  public let output: JSONValue
  public let facts: JSONValue
  public let detail: String?
  public let peakMemoryBytes: Int64?
  public let cpuMilliseconds: Int64?

  public init(
    id: StageRunID, task: TaskID, dossier: DossierID, document: DocumentID?, plan: PlanID, stage: String,
    uses: String, attempt: Int, worker: WorkerID, startedAt: Timestamp, endedAt: Timestamp, outcome: String,
    output: JSONValue, facts: JSONValue, detail: String?, peakMemoryBytes: Int64?, cpuMilliseconds: Int64?
  ) {
    self.id = id
    self.task = task
    self.dossier = dossier
    self.document = document
    self.plan = plan
    self.stage = stage
    self.uses = uses
    self.attempt = attempt
    self.worker = worker
    self.startedAt = startedAt
    self.endedAt = endedAt
    self.outcome = outcome
    self.output = output
    self.facts = facts
    self.detail = detail
    self.peakMemoryBytes = peakMemoryBytes
    self.cpuMilliseconds = cpuMilliseconds
  }
}
