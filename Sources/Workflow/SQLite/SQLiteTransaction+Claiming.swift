import Dossiers

/// Claims. Where no stage is closed, as nearly always, they read the queue's order from its head. Where one is, all that
/// waits there may stand at the head: then they look at the head of each line of the open stages.
extension SQLiteTransaction {
  func claim(_ request: ClaimRequest) throws(StoreError) -> [TaskRow] {
    if try exists("SELECT 1 FROM closed_stages LIMIT 1", []) {
      let chosen = try chosenFromLines(request)
      return chosen.isEmpty ? [] : try take(Self.claimChosen, chosen, request)
    }
    let claim = request.goesByAge ? Self.claimByAge : Self.claimByTurn
    guard !request.foreignPlans.isEmpty else { return try take(claim, [.int(request.limit)], request) }
    return try take(Self.sparing(claim), [Self.list(request.foreignPlans), .int(request.limit)], request)
  }

  /// Runs one of the claims below; `$6` and what follows are `values`.
  private func take(_ claim: SQL, _ values: [SQLValue], _ request: ClaimRequest) throws(StoreError) -> [TaskRow] {
    let common: [SQLValue] = [
      .id(request.worker), .string(moment.bootID), .integer(moment.sinceBoot + request.leaseMilliseconds),
      .time(moment.wall), .integer(moment.sinceBoot),
    ]
    return try rows(claim, common + values) { row throws(StoreError) in try TaskRow(row: row) }
  }

  /// The same claim, but for tasks of the plans in `$6`. Apart, so that the usual one need not look at plans.
  private static func sparing(_ claim: SQL) -> SQL {
    let ready = "wait_until <= $5))"
    return SQL(
      assembled: claim.text.replacing("$6", with: "$7")
        .replacing(ready, with: ready + " AND plan NOT IN (SELECT value FROM json_each($6))"))
  }

  private static let claimByTurn: SQL = """
    UPDATE task_queue SET state = 'leased', worker = $1, claim = claim + 1, lease_boot = $2, lease_until = $3
    WHERE id IN (
      SELECT id FROM task_queue
      WHERE state = 'ready' AND (run_at IS NULL OR run_at <= $4 OR (wait_boot = $2 AND wait_until <= $5))
      ORDER BY priority DESC, turn, id LIMIT $6)
    RETURNING id, kind, dossier, document, plan, state, stage, priority, queued_at, run_at, attempts, strikes,
      crashes, claim, worker, last_error, turn
    """

  /// Ids are in the order in which tasks were made. The plus keeps SQLite from the index on the state: it would sort
  /// all that is ready to find the first.
  private static let claimByAge: SQL = """
    UPDATE task_queue SET state = 'leased', worker = $1, claim = claim + 1, lease_boot = $2, lease_until = $3
    WHERE id IN (
      SELECT id FROM task_queue
      WHERE +state = 'ready' AND (run_at IS NULL OR run_at <= $4 OR (wait_boot = $2 AND wait_until <= $5))
      ORDER BY id LIMIT $6)
    RETURNING id, kind, dossier, document, plan, state, stage, priority, queued_at, run_at, attempts, strikes,
      crashes, claim, worker, last_error, turn
    """

  // MARK: - Where stages are closed

  private struct Choice {
    let id: String
    let priority: Int
    let turn: Int64
  }

  /// Ids, as one list. By age, the oldest of those that are next in their lines: whatever its priority, no line waits
  /// for ever.
  private func chosenFromLines(_ request: ClaimRequest) throws(StoreError) -> [SQLValue] {
    let lines = try rows("SELECT stage, priority FROM open_lines", []) { row in
      (stage: row.text(0), priority: row.integer(1))
    }
    let foreign = Self.list(request.foreignPlans)
    var found: [Choice] = []
    for line in lines {
      found += try rows(
        Self.headOfLine,
        [
          .string(line.stage), .integer(line.priority), .time(moment.wall), .string(moment.bootID),
          .integer(moment.sinceBoot), foreign, .int(request.limit),
        ]
      ) { row in Choice(id: row.text(0), priority: Int(line.priority), turn: row.integer(1)) }
    }
    if request.goesByAge {
      found.sort { $0.id < $1.id }
    } else {
      found.sort { ($1.priority, $0.turn, $0.id) < ($0.priority, $1.turn, $1.id) }
    }
    let chosen = found.prefix(request.limit).map { JSONValue.string($0.id) }
    return chosen.isEmpty ? [] : [.string(JSONText.write(.array(chosen)))]
  }

  private static let headOfLine: SQL = """
    SELECT id, turn FROM task_queue
    WHERE state = 'ready' AND stage = $1 AND priority = $2
      AND (run_at IS NULL OR run_at <= $3 OR (wait_boot = $4 AND wait_until <= $5))
      AND plan NOT IN (SELECT value FROM json_each($6))
    ORDER BY turn, id LIMIT $7
    """

  /// The clocks only keep the numbers of the rest.
  private static let claimChosen: SQL = """
    UPDATE task_queue SET state = 'leased', worker = $1, claim = claim + 1, lease_boot = $2, lease_until = $3
    WHERE $4 IS NOT NULL AND $5 IS NOT NULL AND id IN (SELECT value FROM json_each($6))
    RETURNING id, kind, dossier, document, plan, state, stage, priority, queued_at, run_at, attempts, strikes,
      crashes, claim, worker, last_error, turn
    """

  private static func list(_ plans: Set<PlanID>) -> SQLValue {
    .string(JSONText.write(.array(plans.map { .string($0.rawValue) })))
  }
}
