import CPostgres

/// The statements of a no-op task, called through libpq with nothing around them: what the store is measured
/// against. One at a time each statement is a round trip; in batches each takes all rows at once.
final class PlainPostgresQueue {
  let link: PlainPostgres
  private let worker = "worker-1"
  private let startedAt = "1790000000000"

  private enum Step: String, CaseIterable {
    case claim, held, lock, run, event, task, queue, document, open
    case heldAll, lockAll, runAll, eventAll, taskAll, queueAll, documentAll, openAll
  }

  init(url: String) throws {
    link = try PlainPostgres(url: url)
    try link.script("SET plan_cache_mode = force_generic_plan; SET enable_seqscan = off; SET jit = off")
    for step in Step.allCases { try link.prepare(step.rawValue, Self.text(of: step)) }
  }

  /// Claims up to `limit` tasks and records each as done, in two transactions; returns how many there were.
  func turn(limit: Int, now: Int64) throws -> Int {
    try link.script("BEGIN")
    let claimed = try execute(.claim, [worker, "boot-1", "\(now + 20_000)", startedAt, "\(now)", "\(limit)"])
    try link.script("COMMIT")
    if claimed.isEmpty { return 0 }
    try link.script("BEGIN")
    if limit == 1 {
      for row in claimed { try finish(id: row[0], claim: row[13]) }
    } else {
      try finishAll(claimed)
    }
    try link.script("COMMIT")
    return claimed.count
  }

  private func finish(id: String, claim: String) throws {
    let held = try execute(.held, [id, worker, claim])[0]
    let (dossier, document, plan) = (held[2], held[3], held[4])
    try execute(.lock, [dossier])
    try execute(.run, [id, plan, "read", "no-op", "1", worker, startedAt, startedAt, "done"])
    try execute(
      .event, [startedAt, dossier, document, id, "stage.done", worker, #"{"ends":"accepted","stage":"read"}"#])
    try execute(.task, [claim, startedAt, id])
    try execute(.queue, [id])
    try execute(.document, [document])
    try execute(.open, [dossier])
  }

  private func finishAll(_ claimed: [[String]]) throws {
    func array(_ values: [String]) -> String { "{" + values.map { "\"\($0)\"" }.joined(separator: ",") + "}" }
    let ids = array(claimed.map { $0[0] })
    let held = try execute(.heldAll, [ids, worker, array(claimed.map { $0[13] })])
    let (tasks, dossiers, documents) = (
      array(held.map { $0[0] }), array(held.map { $0[2] }), array(held.map { $0[3] })
    )
    try execute(.lockAll, [dossiers])
    try execute(.runAll, [tasks, array(held.map { $0[4] }), worker, startedAt])
    try execute(
      .eventAll, [startedAt, dossiers, documents, tasks, worker, #"{"ends":"accepted","stage":"read"}"#])
    try execute(.taskAll, [tasks, array(held.map { $0[13] }), startedAt])
    try execute(.queueAll, [tasks])
    try execute(.documentAll, [documents])
    try execute(.openAll, [dossiers])
  }

  @discardableResult
  private func execute(_ step: Step, _ values: [String]) throws -> [[String]] {
    try link.execute(step.rawValue, values)
  }

  private static let columns = """
    q.id, q.kind, q.dossier, q.document, q.plan, q.state, q.stage, q.priority, q.queued_at, q.run_at, q.attempts,
    q.strikes, q.crashes, q.claim, q.worker, q.last_error
    """

  private static func text(of step: Step) -> String {
    switch step {
    case .claim:
      """
      WITH chosen AS MATERIALIZED (
        SELECT id FROM task_queue
        WHERE state = 'ready' AND (run_at IS NULL OR run_at <= $4 OR (wait_boot = $2 AND wait_until <= $5))
          AND stage NOT IN (SELECT stage FROM stage_pauses)
        ORDER BY -priority, turn, id LIMIT $6 FOR UPDATE SKIP LOCKED)
      UPDATE task_queue AS q SET state = 'leased', worker = $1, claim = q.claim + 1, lease_boot = $2, lease_until = $3
      FROM chosen WHERE q.id = chosen.id RETURNING \(columns)
      """
    case .held:
      """
      SELECT \(columns) FROM task_queue q
      WHERE id = $1 AND worker = $2 AND claim = $3 AND state = 'leased' FOR UPDATE
      """
    case .lock: "SELECT 1 FROM dossiers WHERE id = $1 FOR NO KEY UPDATE"
    case .run:
      """
      INSERT INTO stage_runs (task, plan, stage, uses, attempt, worker, started_at, ended_at, outcome)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
      """
    case .event:
      "INSERT INTO events (at, dossier, document, task, type, actor, data) VALUES ($1, $2, $3, $4, $5, $6, $7)"
    case .task:
      "UPDATE tasks SET state = 'done', stage = NULL, claim = $1, last_error = NULL, ended_at = $2 WHERE id = $3"
    case .queue: "DELETE FROM task_queue WHERE id = $1"
    case .document: "UPDATE documents SET state = 'accepted' WHERE id = $1"
    case .open:
      "SELECT 1 FROM tasks WHERE dossier = $1 AND kind = 'document' AND state IN ('queued', 'review') LIMIT 1"
    case .heldAll:
      """
      SELECT \(columns) FROM unnest($1::text[], $3::bigint[]) AS k (id, claim)
      JOIN task_queue q ON q.id = k.id AND q.claim = k.claim WHERE q.worker = $2 AND q.state = 'leased' FOR UPDATE OF q
      """
    case .lockAll: "SELECT 1 FROM dossiers WHERE id = ANY ($1::text[]) ORDER BY id FOR NO KEY UPDATE"
    case .runAll:
      """
      INSERT INTO stage_runs (task, plan, stage, uses, attempt, worker, started_at, ended_at, outcome)
      SELECT task, plan, 'read', 'no-op', 1, $3, $4, $4, 'done' FROM unnest($1::text[], $2::text[]) AS k (task, plan)
      """
    case .eventAll:
      """
      INSERT INTO events (at, dossier, document, task, type, actor, data)
      SELECT $1, dossier, document, task, 'stage.done', $5, $6
      FROM unnest($2::text[], $3::text[], $4::text[]) AS k (dossier, document, task)
      """
    case .taskAll:
      """
      UPDATE tasks SET state = 'done', stage = NULL, claim = k.claim, last_error = NULL, ended_at = $3
      FROM unnest($1::text[], $2::bigint[]) AS k (id, claim) WHERE tasks.id = k.id
      """
    case .queueAll: "DELETE FROM task_queue WHERE id = ANY ($1::text[])"
    case .documentAll: "UPDATE documents SET state = 'accepted' WHERE id = ANY ($1::text[])"
    case .openAll:
      """
      SELECT k.id FROM (SELECT DISTINCT unnest($1::text[]) AS id) k WHERE NOT EXISTS (
        SELECT 1 FROM tasks WHERE dossier = k.id AND kind = 'document' AND state IN ('queued', 'review'))
      """
    }
  }
}
