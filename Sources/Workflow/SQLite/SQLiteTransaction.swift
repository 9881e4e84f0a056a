/// One transaction on a lent connection.
final class SQLiteTransaction: SQLTransaction {
  private let connection: SQLiteConnection
  let moment: Moment

  init(_ connection: SQLiteConnection, moment: Moment) {
    self.connection = connection
    self.moment = moment
  }

  var dialect: SQLDialect { .sqlite }

  @discardableResult
  func run(_ sql: SQL, _ values: [SQLValue]) throws(StoreError) -> Int {
    try connection.run(sql, values)
  }

  func rows<Value>(
    _ sql: SQL, _ values: [SQLValue], _ body: (any SQLRow) throws(StoreError) -> Value
  ) throws(StoreError) -> [Value] {
    try connection.rows(sql, values, body)
  }

  /// BEGIN IMMEDIATE holds the whole database.
  func lock(_ dossier: DossierID) {}
}

extension SQLDialect {
  static let sqlite = SQLDialect(
    claim: """
      UPDATE task_queue SET state = 'leased', worker = $1, claim = claim + 1, lease_boot = $2, lease_until = $3
      WHERE id IN (
        SELECT id FROM task_queue
        WHERE state = 'ready' AND (run_at IS NULL OR run_at <= $4 OR (wait_boot = $2 AND wait_until <= $5))
          AND stage NOT IN (SELECT stage FROM stage_pauses)
        ORDER BY priority DESC, queued_at, id LIMIT $6)
      RETURNING id, kind, dossier, document, plan, state, stage, priority, queued_at, run_at, attempts, strikes,
        crashes, claim, worker, last_error
      """)
}
