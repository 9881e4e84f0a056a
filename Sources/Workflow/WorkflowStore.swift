public import Dossiers

/// The workflow store, as the capabilities that its users need. All calls block: call them from a thread that may
/// wait, never from Swift's cooperative pool. Every write is one transaction, durable when the call returns.
public typealias WorkflowStore = SubmissionIntake & TaskQueue & StageRecorder & DossierReader & ReviewDesk
  & PlanShelf & Outbox & OperatorDesk & QuarantineDesk & KeyRing & AccessKeys & ResultDesk & BatchShelf & DeliveryDesk
  & ChatDesk & TokenShelf

/// The way in.
public protocol SubmissionIntake: Sendable {
  /// Records a delivery with its documents and their tasks. A known idempotency key gives the first answer again
  /// where it brings the same files for the same purpose, and throws `.keyReused` where it does not.
  func submit(_ submission: NewSubmission) throws(StoreError) -> SubmissionAnswer
  /// The answer that this key was given before; nil where it is new.
  func answer(idempotencyKey key: String) throws(StoreError) -> SubmissionAnswer?
  /// Documents with these bytes that were handed in before, newest first.
  func documents(withSHA256 sha256: String) throws(StoreError) -> [Document]
}

/// Claiming work, under leases.
public protocol TaskQueue: Sendable {
  /// Registers a worker, or shows that it is still there: `renew` does that too, for a worker that holds leases.
  func register(_ worker: WorkerRegistration) throws(StoreError)
  /// Takes ready tasks whose time has come, highest priority and oldest first; skips paused stages.
  func claim(_ request: ClaimRequest) throws(StoreError) -> [Lease]
  /// Extends leases; returns those still held. One that is missing was lost: stop its work, change nothing.
  func renew(_ tokens: [LeaseToken], leaseMilliseconds: Int64) throws(StoreError) -> Set<LeaseToken>
  /// Gives a task back untouched (a shutdown): neither an attempt nor a crash is counted.
  func release(_ token: LeaseToken) throws(StoreError)
  /// Makes tasks whose lease ran out ready again and counts a crash from outside each. Returns them.
  func reclaimExpired() throws(StoreError) -> [QueuedTask]
  /// Ends a worker's registration and gives back whatever it still holds.
  func deregister(_ worker: WorkerID) throws(StoreError)
  /// Milliseconds until the next scheduled task may run; nil when none waits. 0 when one is ready now. Tasks of
  /// `foreignPlans` do not count.
  func millisecondsUntilNextTask(foreignPlans: Set<PlanID>) throws(StoreError) -> Int64?
  /// True while any task is ready, scheduled or leased: `--until-idle` runs until it is false. Tasks at paused stages
  /// do not count, nor do those of `foreignPlans` that nobody is at.
  func hasUnfinishedWork(foreignPlans: Set<PlanID>) throws(StoreError) -> Bool
}

extension TaskQueue {
  /// The same where every plan is known.
  public func millisecondsUntilNextTask() throws(StoreError) -> Int64? {
    try millisecondsUntilNextTask(foreignPlans: [])
  }
  /// The same where every plan is known.
  public func hasUnfinishedWork() throws(StoreError) -> Bool { try hasUnfinishedWork(foreignPlans: []) }
}

/// Recording what stages made, fenced by the lease.
public protocol StageRecorder: Sendable {
  /// Throws `.leaseLost` and changes nothing when the token is no longer the task's.
  @discardableResult
  func record(_ record: StageRecord, under token: LeaseToken) throws(StoreError) -> RecordAnswer
  /// Many records in one transaction, for bulk work. An answer is nil where the lease was lost: nothing of that
  /// record was written, the others stand.
  func record(contentsOf records: [(record: StageRecord, token: LeaseToken)]) throws(StoreError) -> [RecordAnswer?]
  /// The finished runs of a task, oldest first: what a resumed task starts from.
  func runs(of task: TaskID) throws(StoreError) -> [StageRun]
  /// Gives the dossier its code and receipt row, once: a second call returns the first one's answer. The code is
  /// `agency-day-serial`; the signature is filled in with `sign`, called inside the transaction: it must not
  /// call the store.
  func issueReceipt(
    _ request: ReceiptRequest, under token: LeaseToken, sign: (_ code: String) -> String
  ) throws(StoreError) -> IssuedReceipt
}

public protocol DossierReader: Sendable {
  func dossier(_ id: DossierID) throws(StoreError) -> Dossier?
  func dossier(code: String) throws(StoreError) -> Dossier?
  func dossier(submission: SubmissionID) throws(StoreError) -> Dossier?
  func dossiers(_ filter: DossierFilter) throws(StoreError) -> [Dossier]
  func submissions(of dossier: DossierID) throws(StoreError) -> [Submission]
  func documents(of dossier: DossierID) throws(StoreError) -> [Document]
  func document(_ id: DocumentID) throws(StoreError) -> Document?
  /// The parts of a document with what people set laid over what was read.
  func parts(of document: DocumentID) throws(StoreError) -> [Part]
  func fields(of dossier: DossierID) throws(StoreError) -> [StoredField]
  func problems(of dossier: DossierID) throws(StoreError) -> [StoredProblem]
  func runs(of dossier: DossierID) throws(StoreError) -> [StageRun]
  func events(of dossier: DossierID) throws(StoreError) -> [Event]
  func receipt(of dossier: DossierID) throws(StoreError) -> IssuedReceipt?
  func packages(of dossier: DossierID) throws(StoreError) -> [StoredPackage]
  /// Counts by state, for `hoso status` without a code.
  func tally() throws(StoreError) -> StoreTally
}

public struct DossierFilter: Sendable {
  public var states: Set<Dossier.State>?
  public var limit: Int
  /// Only those received before this dossier: paging, newest first.
  public var before: DossierID?
  public var channel: String?
  /// The procedure's code.
  public var procedure: String?
  /// Received then or later.
  public var receivedFrom: Timestamp?
  /// Received before then.
  public var receivedBefore: Timestamp?

  public init(
    states: Set<Dossier.State>? = nil, limit: Int = 100, before: DossierID? = nil, channel: String? = nil
  ) {
    self.states = states
    self.limit = limit
    self.before = before
    self.channel = channel
  }
}

public struct StoreTally: Sendable, Codable {
  public let dossiers: [String: Int]
  public let tasks: [String: Int]
  public let outboxPending: Int
  public init(dossiers: [String: Int], tasks: [String: Int], outboxPending: Int) {
    self.dossiers = dossiers
    self.tasks = tasks
    self.outboxPending = outboxPending
  }
}

/// What people decide; each decision is an event with name and time.
public protocol ReviewDesk: Sendable {
  func dossiersInReview(limit: Int) throws(StoreError) -> [Dossier]
  /// Sets a field by hand; the read value stays in the record. `.conflict` for a dossier that has been accepted or has
  /// gone on from there.
  func setField(
    _ name: FieldName, to value: JSONValue, part: Int, of document: DocumentID, by person: String
  ) throws(StoreError)
  /// Settles what is open and lets the dossier go on (documents in review become accepted, their failed tasks end).
  func accept(_ dossier: DossierID, by person: String, note: String?) throws(StoreError)
  func reject(_ dossier: DossierID, by person: String, reason: BilingualText) throws(StoreError)
  /// The citizen takes the dossier back: its work ends. Not once it is handed off.
  func withdraw(_ dossier: DossierID, by person: String) throws(StoreError)
}

/// The plans that ever ran, and the one that new dossiers begin with.
public protocol PlanShelf: Sendable {
  /// Keeps the plan and makes it the active one. True when it was not active before.
  func apply(_ plan: StoredPlan, by actor: String) throws(StoreError) -> Bool
  func activePlan() throws(StoreError) -> StoredPlan?
  func plan(_ id: PlanID) throws(StoreError) -> StoredPlan?
  func plans() throws(StoreError) -> [StoredPlan]
}

/// Messages for whoever comes next; delivered at least once, marked when sent.
public protocol Outbox: Sendable {
  func pendingMessages(limit: Int) throws(StoreError) -> [OutboxMessage]
  func markSent(_ id: Int64) throws(StoreError)
  func markFailed(_ id: Int64, error: String, retryAt: Timestamp) throws(StoreError)
}

/// Messages of the outbox on their way to several addressees, each of which gets every message at least once.
public protocol DeliveryDesk: Sendable {
  /// Messages that the target has not got and whose time has come, oldest first; until the time given nobody else
  /// gets them.
  func claimDeliveries(to target: String, limit: Int, until: Timestamp) throws(StoreError) -> [OutboxMessage]
  /// When all of `targets` have got it, the message counts as sent.
  func markDelivered(_ message: Int64, to target: String, of targets: Set<String>) throws(StoreError)
  func markUndelivered(_ message: Int64, to target: String, error: String, retryAt: Timestamp) throws(StoreError)
}

/// Citizens' chats with the office's account.
public protocol ChatDesk: Sendable {
  /// Keeps what came; false where its id is known. The citizen was heard: what waited for that may be said now.
  func receive(_ event: ChatEvent) throws(StoreError) -> Bool
  /// The oldest unfinished event of each citizen, where it came before `receivedBefore`; until the time given nobody
  /// else gets it, nor any later one of the same citizen.
  func claimChatEvents(
    limit: Int, receivedBefore: Timestamp, until: Timestamp
  ) throws(StoreError) -> [ChatEvent]
  func markFailed(chatEvent id: String, error: String, retryAt: Timestamp) throws(StoreError)
  /// A citizen who never wrote has a new chat.
  func chat(with citizen: String) throws(StoreError) -> Chat
  /// What was gathered and not handed in, in the order in which it was sent.
  func chatFiles(of citizen: String) throws(StoreError) -> [ChatFile]
  /// Records an answer, and what it follows from as done, in one transaction. False, and nothing is changed, where
  /// the event was done before.
  @discardableResult
  func record(_ turn: ChatTurn) throws(StoreError) -> Bool
  /// Chats with gathered files whose citizens were not heard since then, nor asked whether that is all.
  func quietChats(since: Timestamp, limit: Int) throws(StoreError) -> [Chat]
  /// Dossiers that were handed in by this chat, newest first.
  func dossiers(fromChatWith citizen: String) throws(StoreError) -> [DossierID]
  /// The citizen whose chat brought the dossier.
  func citizen(of dossier: DossierID) throws(StoreError) -> String?

  /// What is to be said next to each citizen; until the time given nobody else gets it.
  func claimChatMessages(limit: Int, until: Timestamp) throws(StoreError) -> [ChatMessage]
  func markSaid(_ id: Int64) throws(StoreError)
  /// `counts` is false for waits that are no failures.
  func markUnsaid(_ id: Int64, error: String, retryAt: Timestamp, counts: Bool) throws(StoreError)
  func giveUp(chatMessage id: Int64, error: String) throws(StoreError)
  /// What citizens wrote to the office about its service, newest first.
  func feedback(limit: Int) throws(StoreError) -> [Feedback]
}

/// Tokens of services that the office uses, kept where every process finds the newest.
public protocol TokenShelf: Sendable {
  func token(of service: String) throws(StoreError) -> ServiceToken?
  /// True for one caller until the time given: that one renews the token.
  func beginRenewing(
    _ service: String, seed: String, firstRefresh: String, until: Timestamp
  ) throws(StoreError) -> Bool
  func keep(_ token: ServiceToken) throws(StoreError)
  /// It did not come to that: another may try.
  func endRenewing(_ service: String) throws(StoreError)
}

public protocol OperatorDesk: Sendable {
  func tasks(states: Set<QueuedTask.State>?, limit: Int) throws(StoreError) -> [QueuedTask]
  func task(_ id: TaskID) throws(StoreError) -> QueuedTask?
  /// Makes a failed, quarantined or scheduled task ready now, its counters at zero.
  func retry(_ task: TaskID, by actor: String) throws(StoreError)
  /// The same for a failed or quarantined task that goes on with another plan: its dossier's supplements and its
  /// dossier's own task follow. Noted as `task.replanned`.
  func retry(_ task: TaskID, moving move: PlanMove, by actor: String) throws(StoreError)
  /// Ends a task: a document's takes the document out of its dossier, a dossier's ends the dossier. Where the dossier
  /// was decided upon already, nothing but the task is changed.
  func cancel(_ task: TaskID, by actor: String) throws(StoreError)
  func pause(stage: String, by actor: String) throws(StoreError)
  func resume(stage: String, by actor: String) throws(StoreError)
  func pausedStages() throws(StoreError) -> [String]
  func workers() throws(StoreError) -> [WorkerRegistration]
  /// What is in the queue, for those who watch it: reads all of it.
  func queueTally() throws(StoreError) -> QueueTally
  /// SHA-256 of everything in Storage that some row refers to, each once.
  func referencedFiles() throws(StoreError) -> Set<String>
  /// A page of all packages, in the order of their keys; `last` is the last one of the page before.
  func packages(after last: StoredPackage?, limit: Int) throws(StoreError) -> [StoredPackage]
  /// Keeps an event that concerns no dossier: a backup, a restore, a sweep.
  func noteUpkeep(_ type: String, by actor: String, data: JSONValue) throws(StoreError)
}

/// What was set aside because it killed its stage host three times; each decision is an event with name and time.
public protocol QuarantineDesk: Sendable {
  /// Oldest first.
  func quarantined(limit: Int) throws(StoreError) -> [QuarantinedTask]
  /// nil where the task is not in quarantine.
  func quarantined(_ task: TaskID) throws(StoreError) -> QuarantinedTask?
  /// Puts it back into the queue at the stage that it died in, its strikes at zero. `.notFound`, or `.conflict`
  /// where it is not in quarantine or its dossier has gone on without it.
  func release(quarantined task: TaskID, by person: String) throws(StoreError)
  /// Refuses the document for good: its dossier goes on without it, or, where it was the only one, goes back to its
  /// sender with the reason. Errors as with `release`.
  func drop(quarantined task: TaskID, by person: String, reason: BilingualText) throws(StoreError)
}

public protocol KeyRing: Sendable {
  /// The key that signs new receipts, made with `make` when there is none yet (`make` must not call the store).
  func currentSigningKey(make: () -> [UInt8]) throws(StoreError) -> SigningKey
  func signingKey(_ id: String) throws(StoreError) -> SigningKey?
  /// Makes a new current key; older ones stay for checking.
  func rotateSigningKey(secret: [UInt8]) throws(StoreError) -> SigningKey
}

/// The keys that other systems show when they call. Only digests of their secrets are kept.
public protocol AccessKeys: Sendable {
  func addKey(_ key: AccessKey, secretSHA256: String) throws(StoreError)
  /// nil where there is no such key; a revoked one is given out with its `revokedAt`.
  func accessKey(_ id: String) throws(StoreError) -> (key: AccessKey, secretSHA256: String)?
  func accessKeys() throws(StoreError) -> [AccessKey]
  /// Throws `.notFound`; a key revoked before stays so.
  func revokeKey(_ id: String, by actor: String) throws(StoreError)
}

/// What imports keep, and what tells papers that were handed in before.
public protocol BatchShelf: Sendable {
  /// Keeps a stack's layout; the same stack again changes nothing.
  func recordStack(_ stack: StoredStack) throws(StoreError)
  func stack(_ sha256: String) throws(StoreError) -> StoredStack?
  /// The policy that the dossier's latest delivery asked for; nil leaves it to the plan.
  func duplicatePolicy(of dossier: DossierID) throws(StoreError) -> DuplicatePolicy?
  /// Keeps what the dossier's pages look like, and returns pages of other dossiers that look nearly the same: of
  /// dossiers that were recorded earlier and were neither rejected nor cancelled. Again, it finds the same.
  func recordFingerprints(
    _ prints: [DocumentID: [Int: PageFingerprint]], of dossier: DossierID
  ) throws(StoreError) -> [NearPage]
  /// Keeps which documents came before, with an event each; again changes nothing.
  func recordDuplicates(_ duplicates: [StoredDuplicate], of dossier: DossierID) throws(StoreError)
  func duplicates(of dossier: DossierID) throws(StoreError) -> [StoredDuplicate]
}

/// What comes back to the citizen.
public protocol ResultDesk: Sendable {
  /// Records a result whose file is in Storage: the dossier is result-ready, and a message says so. The same file
  /// again changes nothing. Throws `.conflict` where the dossier has no receipt yet or was cancelled.
  func recordResult(_ file: NewSubmission.File, of dossier: DossierID, by actor: String) throws(StoreError)
  func results(of dossier: DossierID) throws(StoreError) -> [DossierResult]
  /// How the citizen wants the result; the last choice counts.
  func chooseReturn(_ choice: ReturnChoice, of dossier: DossierID, by actor: String) throws(StoreError)
  func returnChoice(of dossier: DossierID) throws(StoreError) -> ReturnChoice?
}
