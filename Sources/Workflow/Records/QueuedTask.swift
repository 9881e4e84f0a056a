public import Dossiers

/// A piece of work for the worker: a document through the document stages, or a dossier through the dossier stages.
public struct QueuedTask: Sendable, Codable {
  public enum Kind: String, Sendable, Codable {
    case document, dossier
  }

  public enum State: String, Sendable, Codable, CaseIterable {
    /// A dossier task whose documents are not all through.
    case waiting
    /// Runs when its time has come and its stage is not paused.
    case ready
    /// A worker holds its lease.
    case leased
    /// Waits for a person (`hoso review`).
    case review
    case done
    /// Gave up after its attempts; an operator may retry it.
    case failed
    case quarantined
    case cancelled

    /// Those that something is still to come of, by itself or by a person.
    public static let unfinished = Set(allCases).subtracting([.done, .cancelled])
  }

  public let id: TaskID
  public let kind: Kind
  public let dossier: DossierID
  public let document: DocumentID?
  public let plan: PlanID
  public let state: State
  /// The id of the stage to run next; nil when all are through.
  public let stage: String?
  /// Higher first.
  public let priority: Int
  /// Tries of the present stage that ended in `retry` or `fault`.
  public let attempts: Int
  /// Deaths that the host brought on itself: a limit or a signal of its own making. Three quarantine.
  public let strikes: Int
  /// Deaths from outside over the present stage (SIGKILL that we did not send, the worker's own death): up to ten.
  public let crashes: Int
  public let runAt: Timestamp
  public let worker: WorkerID?
  public let lastError: String?

  public init(
    id: TaskID, kind: Kind, dossier: DossierID, document: DocumentID?, plan: PlanID, state: State, stage: String?,
    priority: Int, attempts: Int, strikes: Int, crashes: Int, runAt: Timestamp, worker: WorkerID?,
    lastError: String?
  ) {
    self.id = id
    self.kind = kind
    self.dossier = dossier
    self.document = document
    self.plan = plan
    self.state = state
    self.stage = stage
    self.priority = priority
    self.attempts = attempts
    self.strikes = strikes
    self.crashes = crashes
    self.runAt = runAt
    self.worker = worker
    self.lastError = lastError
  }
}
