public import Dossiers

/// What reception hands to the store, after the files are safe in Storage.
public struct NewSubmission: Sendable {
  public struct File: Sendable {
    public var name: String
    public var sha256: String
    public var byteCount: Int64
    public init(name: String, sha256: String, byteCount: Int64) {
      self.name = name
      self.sha256 = sha256
      self.byteCount = byteCount
    }
  }

  public var idempotencyKey: String?
  public var channel: String
  public var sender: String?
  public var procedure: String
  public var plan: PlanID
  /// The id of the plan's first document stage and first dossier stage.
  public var firstDocumentStage: String?
  public var firstDossierStage: String?
  public var priority: Int
  public var files: [File]
  /// Set to add documents to a dossier that exists: a supplement.
  public var supplements: DossierID?

  public init(
    idempotencyKey: String? = nil, channel: String, sender: String? = nil, procedure: String, plan: PlanID,
    firstDocumentStage: String?, firstDossierStage: String?, priority: Int = 0, files: [File],
    supplements: DossierID? = nil
  ) {
    self.idempotencyKey = idempotencyKey
    self.channel = channel
    self.sender = sender
    self.procedure = procedure
    self.plan = plan
    self.firstDocumentStage = firstDocumentStage
    self.firstDossierStage = firstDossierStage
    self.priority = priority
    self.files = files
    self.supplements = supplements
  }
}

/// The store's answer to a submission; `wasKnown` when the idempotency key had been used before.
public struct SubmissionAnswer: Sendable {
  public let submission: Submission
  public let dossier: Dossier
  public let wasKnown: Bool
}

/// The proof that a worker holds a task: every write names it, and fails once the lease is lost.
public struct LeaseToken: Sendable, Hashable {
  public let task: TaskID
  public let worker: WorkerID
  /// Counts the claims of the task: a worker whose lease was taken over holds an old number.
  public let claim: Int64

  public init(task: TaskID, worker: WorkerID, claim: Int64) {
    self.task = task
    self.worker = worker
    self.claim = claim
  }
}

/// A claimed task.
public struct Lease: Sendable {
  public let token: LeaseToken
  public let task: QueuedTask
}

/// One stage's result with everything that follows from it, recorded in one transaction.
public struct StageRecord: Sendable {
  /// What the task does next.
  public enum Next: Sendable {
    /// On to the stage with this id.
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

/// The task's state after a record: what the store decided.
public struct RecordAnswer: Sendable {
  public let taskState: QueuedTask.State
  /// True when this record ended the last document of a dossier and its dossier task became ready.
  public let dossierTaskReady: Bool
}

/// What a claim may take.
public struct ClaimRequest: Sendable {
  public var worker: WorkerID
  public var limit: Int
  public var leaseMilliseconds: Int64

  public init(worker: WorkerID, limit: Int, leaseMilliseconds: Int64 = 20_000) {
    self.worker = worker
    self.limit = limit
    self.leaseMilliseconds = leaseMilliseconds
  }
}

/// What the receipt stage asks for. The store gives the next serial of the day once per dossier.
public struct ReceiptRequest: Sendable {
  public var agency: String
  /// YYMMDD in Asia/Ho_Chi_Minh.
  public var day: String
  public var issuedAt: Timestamp
  public var dueAt: Timestamp?
  public var contentDigest: String
  public var keyID: String

  public init(
    agency: String, day: String, issuedAt: Timestamp, dueAt: Timestamp?, contentDigest: String, keyID: String
  ) {
    self.agency = agency
    self.day = day
    self.issuedAt = issuedAt
    self.dueAt = dueAt
    self.contentDigest = contentDigest
    self.keyID = keyID
  }
}
