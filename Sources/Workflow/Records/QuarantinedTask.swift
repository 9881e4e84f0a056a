public import Dossiers

/// A task that was set aside after three strikes, with what is known of them.
public struct QuarantinedTask: Sendable, Codable {
  /// One death that the stage host brought on itself.
  public struct Strike: Sendable, Codable {
    public let at: Timestamp
    public let worker: WorkerID
    public let stage: String
    /// In English, for operators.
    public let error: String
    /// `cause`, `stage`, `page`, `signal` or the limit, `peakMemoryBytes`, `cpuMilliseconds`, `lastLines`.
    public let evidence: JSONValue

    public init(at: Timestamp, worker: WorkerID, stage: String, error: String, evidence: JSONValue) {
      self.at = at
      self.worker = worker
      self.stage = stage
      self.error = error
      self.evidence = evidence
    }
  }

  public let task: QueuedTask
  public let dossierState: Dossier.State
  public let dossierCode: String?
  /// nil where the dossier's own task was set aside.
  public let document: Document?
  /// Since it was last released, oldest first; the last one set it aside.
  public let strikes: [Strike]

  public init(
    task: QueuedTask, dossierState: Dossier.State, dossierCode: String?, document: Document?, strikes: [Strike]
  ) {
    self.task = task
    self.dossierState = dossierState
    self.dossierCode = dossierCode
    self.document = document
    self.strikes = strikes
  }

  /// When it was set aside.
  public var since: Timestamp? { strikes.last?.at }
}
