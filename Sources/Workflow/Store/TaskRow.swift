import Dossiers

/// A row of the hot queue.
struct TaskRow {
  let id: TaskID
  let kind: QueuedTask.Kind
  let dossier: DossierID
  let document: DocumentID?
  let plan: PlanID
  var state: QueuedTask.State
  var stage: String?
  let priority: Int
  /// When the dossier, or its supplement, came in.
  let queuedAt: Timestamp
  /// Set while scheduled.
  var runAt: Timestamp?
  var attempts: Int
  var strikes: Int
  var crashes: Int
  let claim: Int64
  var worker: WorkerID?
  var lastError: String?
  /// What orders tasks of one priority: senders take turns.
  let turn: Int64

  /// The row's columns in `task_queue`, as `init(row:)` expects them.
  static let columns = """
    id, kind, dossier, document, plan, state, stage, priority, queued_at, run_at, attempts, strikes, crashes, claim, \
    worker, last_error, turn
    """

  /// The same of any task, over `tasks t LEFT JOIN task_queue q`.
  static let joinedColumns = """
    t.id, t.kind, t.dossier, t.document, t.plan, coalesce(q.state, t.state), coalesce(q.stage, t.stage), t.priority, \
    t.queued_at, q.run_at, coalesce(q.attempts, t.attempts), coalesce(q.strikes, t.strikes), \
    coalesce(q.crashes, t.crashes), coalesce(q.claim, t.claim), q.worker, coalesce(q.last_error, t.last_error), t.turn
    """

  init(row: any SQLRow) throws(StoreError) {
    id = row.id(0)
    kind = try row.choice(1)
    dossier = row.id(2)
    document = row.optionalID(3)
    plan = row.id(4)
    state = try row.choice(5)
    stage = row.optionalText(6)
    priority = row.int(7)
    queuedAt = row.time(8)
    runAt = row.optionalTime(9)
    attempts = row.int(10)
    strikes = row.int(11)
    crashes = row.int(12)
    claim = row.integer(13)
    worker = row.optionalID(14)
    lastError = row.optionalText(15)
    turn = row.integer(16)
  }

  /// The queue's order: by priority, then by turn.
  func isClaimed(before other: TaskRow) -> Bool {
    (other.priority, turn, id.rawValue) < (priority, other.turn, other.id.rawValue)
  }

  var task: QueuedTask {
    QueuedTask(
      id: id, kind: kind, dossier: dossier, document: document, plan: plan, state: state, stage: stage,
      priority: priority, attempts: attempts, strikes: strikes, crashes: crashes, runAt: runAt ?? queuedAt,
      worker: worker, lastError: lastError)
  }
}
