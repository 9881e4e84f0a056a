import Dossiers

/// Tasks entering, moving through and leaving the hot queue.
extension SQLTransaction {
  /// The row that the token holds; throws `.leaseLost` when it does not.
  func held(_ token: LeaseToken) throws(StoreError) -> TaskRow {
    guard let row = try heldRow(token) else {
      throw StoreError(.leaseLost, "task \(token.task) is no longer held by this claim", doing: "checking a lease")
    }
    return row
  }

  func hotRow(_ task: TaskID) throws(StoreError) -> TaskRow? {
    try first(
      """
      SELECT id, kind, dossier, document, plan, state, stage, priority, queued_at, run_at, attempts, strikes, crashes,
        claim, worker, last_error, turn
      FROM task_queue WHERE id = $1
      """,
      [.id(task)]
    ) { row throws(StoreError) in try TaskRow(row: row) }
  }

  /// Any task, hot or not.
  func taskRow(_ task: TaskID) throws(StoreError) -> TaskRow? {
    try first(
      SQL(
        assembled:
          "SELECT \(TaskRow.joinedColumns) FROM tasks t LEFT JOIN task_queue q ON q.id = t.id WHERE t.id = $1"),
      [.id(task)]
    ) { row throws(StoreError) in try TaskRow(row: row) }
  }

  /// On to the next stage under the same lease; the lease is given up where that stage is paused or full. Tries and deaths
  /// from outside are counted afresh for each stage: a long document survives many restarts of its machine.
  func advance(_ row: TaskRow, to stage: String) throws(StoreError) -> QueuedTask.State {
    if try isClosed(stage) {
      var waiting = row
      waiting.stage = stage
      waiting.attempts = 0
      waiting.crashes = 0
      waiting.lastError = nil
      waiting.runAt = nil
      try backToReady(waiting)
      return .ready
    }
    try run(
      """
      UPDATE task_queue SET stage = $1, attempts = 0, crashes = 0, run_at = NULL, wait_boot = NULL, wait_until = NULL,
        wait_milliseconds = NULL, last_error = NULL
      WHERE id = $2
      """, [.string(stage), .id(row.id)])
    return .leased
  }

  /// Gives the lease up; the row's stage, counters and error are kept as they are in `row`, scheduled when `runAt` is
  /// set. The wait is kept on both clocks, and whichever is through first ends it.
  func backToReady(_ row: TaskRow) throws(StoreError) {
    let wait = row.runAt.map { max(0, $0.milliseconds - now.milliseconds) }
    try run(
      """
      UPDATE task_queue SET state = 'ready', worker = NULL, lease_boot = NULL, lease_until = NULL, stage = $1,
        run_at = $2, wait_boot = $3, wait_until = $4, wait_milliseconds = $5, attempts = $6, strikes = $7,
        crashes = $8, last_error = $9
      WHERE id = $10
      """,
      [
        .text(row.stage), .time(row.runAt), wait == nil ? .null : .string(moment.bootID),
        .long(wait.map { moment.sinceBoot + $0 }), .long(wait), .int(row.attempts), .int(row.strikes),
        .int(row.crashes), .text(row.lastError), .id(row.id),
      ])
    madeReady()
  }

  /// Takes a task out of the hot queue; `claim` goes with it, so that old tokens stay old for ever.
  func leave(_ row: TaskRow, as state: QueuedTask.State, stage: String?) throws(StoreError) {
    let ended = state != .waiting && state != .review
    try run(
      """
      UPDATE tasks SET state = $1, stage = $2, attempts = $3, strikes = $4, crashes = $5, claim = $6, last_error = $7,
        ended_at = $8
      WHERE id = $9
      """,
      [
        .string(state.rawValue), .text(stage), .int(row.attempts), .int(row.strikes), .int(row.crashes),
        .integer(row.claim), .text(row.lastError), ended ? .time(now) : .null, .id(row.id),
      ])
    try run("DELETE FROM task_queue WHERE id = $1", [.id(row.id)])
  }

  /// Puts a task that is not hot into the queue, ready at `stage` (its own when nil), counters at zero. A dossier's
  /// task has the turn of its last document: what was begun is finished before more is begun.
  func enter(_ task: TaskID, at stage: String?) throws(StoreError) {
    let entered = try change(
      """
      INSERT INTO task_queue (id, kind, dossier, document, plan, state, stage, priority, queued_at, turn, attempts,
        strikes, crashes, claim)
      SELECT id, kind, dossier, document, plan, 'ready', coalesce($1, stage), priority, queued_at,
        CASE WHEN kind = 'document' THEN turn
          ELSE (SELECT coalesce(max(o.turn), 0) FROM tasks o WHERE o.dossier = tasks.dossier AND o.kind = 'document') END,
        0, 0, 0, claim
      FROM tasks WHERE id = $2
      """, [.text(stage), .id(task)])
    guard entered == 1 else { throw StoreError(.notFound, "no task \(task)", doing: "queueing a task") }
    try run("UPDATE tasks SET state = 'queued', ended_at = NULL WHERE id = $1", [.id(task)])
    madeReady()
  }

  /// Changes the state of a task that is not hot.
  func setCold(_ task: TaskID, state: QueuedTask.State, stage: String?) throws(StoreError) {
    try run(
      "UPDATE tasks SET state = $1, stage = coalesce($2, stage) WHERE id = $3",
      [.string(state.rawValue), .text(stage), .id(task)])
  }

  /// Whether one more task may not begin the stage: it is paused, or as many are at it as may be. Until the
  /// transaction ends no other one can take the place that was found.
  private func isClosed(_ stage: String) throws(StoreError) -> Bool {
    let found = try first(
      """
      SELECT (SELECT count(*) FROM stage_pauses WHERE stage = $1), (SELECT at_once FROM stage_limits WHERE stage = $1)
      """, [.string(stage)]
    ) { row in (isPaused: row.int(0) > 0, limit: row.optionalInt(1)) }
    guard let found else { return false }
    if found.isPaused { return true }
    guard let limit = found.limit else { return false }
    try lock(stage: stage)
    return try countAtWork(stage) >= limit
  }

  /// Tasks of all workers that are at the stage.
  func countAtWork(_ stage: String) throws(StoreError) -> Int {
    try first("SELECT count(*) FROM task_queue WHERE state = 'leased' AND stage = $1", [.string(stage)]) { row in
      row.int(0)
    } ?? 0
  }

  /// Claims, and gives back what would be too many at a stage with a limit: other transactions may have claimed for
  /// the same stage at the same moment.
  func claimWithinLimits(_ request: ClaimRequest) throws(StoreError) -> [TaskRow] {
    var rows = try claim(request)
    let stages = Set(rows.compactMap(\.stage)).sorted()
    guard !stages.isEmpty, try exists("SELECT 1 FROM stage_limits LIMIT 1", []) else { return rows }
    rows.sort { $0.isClaimed(before: $1) }
    for stage in stages {
      let limit = try first("SELECT at_once FROM stage_limits WHERE stage = $1", [.string(stage)]) { row in row.int(0) }
      guard let limit else { continue }
      try lock(stage: stage)
      for _ in 0..<max(0, try countAtWork(stage) - limit) {
        guard let last = rows.lastIndex(where: { $0.stage == stage }) else { break }
        try backToReady(rows.remove(at: last))
      }
    }
    return rows
  }
}
