public import Dossiers

/// A delivery: what one sender handed in at one time. It makes one dossier, or adds documents to one.
public struct Submission: Sendable, Codable {
  public let id: SubmissionID
  public let dossier: DossierID
  /// Given by the sender; the same key again returns the first answer.
  public let idempotencyKey: String?
  /// `cli`, `import`, `watch`, `http`, `zalo`.
  public let channel: String
  public let sender: String?
  public let receivedAt: Timestamp
}

public struct Dossier: Sendable, Codable {
  /// Where a dossier stands. The national status numbers are derived from it (`Dossiers`).
  public enum State: String, Sendable, Codable, CaseIterable {
    /// Handed in; documents are being worked on.
    case received
    /// A person must decide before it goes on.
    case review
    /// The sender must mend something.
    case rejected
    /// Receipt issued, package being made.
    case accepted
    case handedOff = "handed-off"
    /// The result is there.
    case resultReady = "result-ready"
    case cancelled
  }

  public let id: DossierID
  public let state: State
  /// The dossier code (mã hồ sơ), once the receipt is issued.
  public let code: String?
  public let procedure: String
  public let plan: PlanID
  public let channel: String
  public let sender: String?
  /// 1 at first; each supplement makes the next version.
  public let version: Int
  public let receivedAt: Timestamp
  public let dueAt: Timestamp?
  public let updatedAt: Timestamp
}

/// One file of a dossier.
public struct Document: Sendable, Codable {
  public enum State: String, Sendable, Codable, CaseIterable {
    case waiting, accepted, review, rejected, quarantined, cancelled
  }

  public let id: DocumentID
  public let dossier: DossierID
  /// Counted from 1 within the dossier.
  public let ordinal: Int
  /// The name that the sender gave the file.
  public let name: String
  /// 64 hex digits, lower case; the key in Storage.
  public let sha256: String
  public let byteCount: Int64
  public let mediaType: String?
  public let pageCount: Int?
  public let state: State
  public let receivedAt: Timestamp
}

/// A piece of work for the worker: a document through the document stages, or a dossier through the dossier stages.
public struct QueuedTask: Sendable, Codable {
  public enum Kind: String, Sendable, Codable {
    case document, dossier
  }

  public enum State: String, Sendable, Codable, CaseIterable {
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
  /// Deaths from outside (SIGKILL that we did not send, the worker's own death): up to ten.
  public let crashes: Int
  public let runAt: Timestamp
  public let worker: WorkerID?
  public let lastError: String?
}

/// One finished run of a stage, as the record keeps it.
public struct StageRun: Sendable, Codable {
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
}

/// A field as stored: what was read, or what a person set over it.
public struct StoredField: Sendable, Codable {
  public let document: DocumentID
  /// The index of its part among the document's parts, counted from 0.
  public let part: Int
  public let partKind: Part.Kind
  public let name: FieldName
  public let field: Field
  /// Below the plan's threshold: a person should look.
  public let flagged: Bool
}

public struct StoredProblem: Sendable, Codable {
  public let id: Int64
  public let dossier: DossierID
  public let document: DocumentID?
  public let stage: String
  public let problem: Problem
  public let openedAt: Timestamp
  /// Set when a person has decided, or a supplement has mended it.
  public let settledAt: Timestamp?
  public let settledBy: String?
}

public struct Event: Sendable, Codable {
  public let sequence: Int64
  public let at: Timestamp
  public let dossier: DossierID?
  public let document: DocumentID?
  public let task: TaskID?
  /// Dotted, lower-case: `dossier.received`, `stage.done`, `review.accepted`.
  public let type: String
  /// The worker's id or a person's name.
  public let actor: String
  public let data: JSONValue
}

public struct OutboxMessage: Sendable, Codable {
  public let id: Int64
  public let at: Timestamp
  public let dossier: DossierID
  /// `dossier.receipt-issued`, `dossier.handed-off`, `dossier.rejected`, …
  public let topic: String
  public let payload: JSONValue
  public let attempts: Int
}

/// The receipt (form 01) issued for a dossier.
public struct IssuedReceipt: Sendable, Codable {
  public let dossier: DossierID
  public let code: String
  public let agency: String
  public let issuedAt: Timestamp
  public let dueAt: Timestamp?
  /// SHA-256 over the sorted file hashes that the receipt binds, 64 hex digits.
  public let contentDigest: String
  public let keyID: String
  public let signature: String
  /// In Storage, once printed.
  public let pdfSHA256: String?
  public let pngSHA256: String?
}

/// A package on disk, made visible by this row.
public struct StoredPackage: Sendable, Codable {
  public let dossier: DossierID
  public let version: Int
  /// `bagit`, later `eark-sip`, `eark-aip`.
  public let format: String
  /// Relative to the installation's packages folder.
  public let path: String
  /// SHA-256 of the tag manifest: identifies the package's content.
  public let digest: String
  public let byteCount: Int64
  public let createdAt: Timestamp
}

public struct StoredPlan: Sendable, Codable {
  public let id: PlanID
  public let name: String
  /// The canonical JSON that the id is the digest of.
  public let canonicalJSON: String
  public let appliedAt: Timestamp
}

public struct WorkerRegistration: Sendable, Codable {
  public let id: WorkerID
  public let host: String
  public let processID: Int32
  public let version: String
  public let startedAt: Timestamp
  public let seenAt: Timestamp
}

/// A secret that signs receipts, shared by all workers of an installation.
public struct SigningKey: Sendable {
  public let id: String
  public let secret: [UInt8]
  public let createdAt: Timestamp
}
