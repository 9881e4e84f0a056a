public import Dossiers

/// One stage's result with everything that follows from it, recorded in one transaction.
public struct StageRecord: Sendable {
  /// What the task does next.
  public enum Next: Sendable {
    /// On to the stage with this id, under the same lease; where that stage is paused the lease is given up and the
    /// answer's state is `ready`.
    case stage(String)
    /// All stages are through. For a document task: the document's state. For a dossier task: the dossier's.
    case documentEnds(Document.State)
    case dossierEnds(Dossier.State)
    /// The same stage again, not before `runAt`; counts an attempt.
    case again(runAt: Timestamp, error: String)
    /// The task gives up; its dossier goes to review.
    case fails(error: String)
    /// The host died by its own doing: a strike. The store quarantines on the third and says so in the answer.
    case strike(error: String, evidence: JSONValue)
    /// The host died from outside: counted apart; fails after the tenth.
    case crash(error: String)
    /// Waits for a person; `resumeAt` is the stage to go on with once accepted.
    case review(resumeAt: String)
  }

  public var stage: String
  public var uses: String
  public var startedAt: Timestamp
  public var endedAt: Timestamp
  public var outcome: String
  public var output: JSONValue = .null
  public var facts: JSONValue = .null
  public var detail: String?
  public var peakMemoryBytes: Int64?
  public var cpuMilliseconds: Int64?
  /// Problems and parts count once the stage came to an end: not with `again` or `crash`, and with `strike`
  /// only where it leads to quarantine.
  public var problems: [Problem] = []
  /// The document's parts found by this stage, with flags per field by the plan's threshold.
  public var parts: [Part] = []
  public var confidenceThreshold: Double = 0.9
  public var mediaType: String?
  public var pageCount: Int?
  /// Appended after the store's own `stage.<outcome>` event.
  public var events: [(type: String, data: JSONValue)] = []
  public var outbox: [(topic: String, payload: JSONValue)] = []
  public var receiptPrinted: (pdfSHA256: String, pngSHA256: String)?
  public var package: StoredPackage?
  /// Pictures of the dossier that later ones show better.
  public var superseded: [SupersededPicture] = []
  public var next: Next

  public init(
    stage: String, uses: String, startedAt: Timestamp, endedAt: Timestamp, outcome: String, next: Next
  ) {
    self.stage = stage
    self.uses = uses
    self.startedAt = startedAt
    self.endedAt = endedAt
    self.outcome = outcome
    self.next = next
  }
}
