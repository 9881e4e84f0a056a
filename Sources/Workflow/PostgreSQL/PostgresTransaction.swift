/// One transaction on a lent connection.
final class PostgresTransaction: SQLTransaction {
  private let connection: PostgresConnection
  let places: ClaimPlaces
  let moment: Moment
  /// True once a task became ready: workers that wait are to be woken after the commit.
  private(set) var hasMadeReady = false

  init(_ connection: PostgresConnection, moment: Moment, places: ClaimPlaces) {
    self.connection = connection
    self.moment = moment
    self.places = places
  }

  func run(_ sql: SQL, _ values: [SQLValue]) throws(StoreError) {
    try connection.run(sql, values)
  }

  func change(_ sql: SQL, _ values: [SQLValue]) throws(StoreError) -> Int {
    try connection.change(sql, values)
  }

  func rows<Value>(
    _ sql: SQL, _ values: [SQLValue], _ body: (any SQLRow) throws(StoreError) -> Value
  ) throws(StoreError) -> [Value] {
    try connection.rows(sql, values, body)
  }

  // Locks are always taken in this order: dossier, then task. Claims wait for nobody.

  func lock(_ dossier: DossierID) throws(StoreError) {
    // Rows that refer to the dossier may be added meanwhile by others: hence not FOR UPDATE.
    try run("SELECT 1 FROM dossiers WHERE id = $1 FOR NO KEY UPDATE", [.id(dossier)])
    try run(
      """
      SELECT 1 FROM task_queue WHERE id IN (SELECT id FROM tasks WHERE dossier = $1 AND state = 'queued')
      ORDER BY id FOR UPDATE
      """, [.id(dossier)])
  }

  func lock(dossierOf task: TaskID) throws(StoreError) {
    try run(
      "SELECT 1 FROM dossiers WHERE id = (SELECT dossier FROM tasks WHERE id = $1) FOR NO KEY UPDATE", [.id(task)])
  }

  /// Its own kind of lock, under the stage's name; claims wait for it only when they found something there.
  func lock(stage: String) throws(StoreError) {
    try run("SELECT pg_advisory_xact_lock(hashtextextended('hoso stage ' || $1::text, 0))", [.string(stage)])
  }

  func heldRow(_ token: LeaseToken) throws(StoreError) -> TaskRow? {
    try first(
      """
      SELECT id, kind, dossier, document, plan, state, stage, priority, queued_at, run_at, attempts, strikes, crashes,
        claim, worker, last_error, turn
      FROM task_queue WHERE id = $1 AND worker = $2 AND claim = $3 AND state = 'leased' FOR UPDATE
      """,
      [.id(token.task), .id(token.worker), .integer(token.claim)]
    ) { row throws(StoreError) in try TaskRow(row: row) }
  }

  func turnBeingServed(priority: Int) throws(StoreError) -> Int64? {
    try first(
      """
      SELECT turn FROM task_queue
      WHERE state = 'ready' AND -priority = $1 AND kind = 'document' AND run_at IS NULL ORDER BY turn, id LIMIT 1
      """, [.int(-priority)]
    ) { row in row.integer(0) }
  }

  func madeReady() {
    hasMadeReady = true
  }

  func continueNumbers(of table: StoreTable) throws(StoreError) {
    guard let key = table.key.first else { return }
    try run(
      SQL(
        assembled: """
          SELECT setval(pg_get_serial_sequence('\(table.name)', '\(key)'), coalesce(max(\(key)), 0) + 1, false)
          FROM \(table.name)
          """), [])
  }

  /// PostgreSQL keeps its references by itself, and checks its pages when it reads them.
  func ownFaults() -> [StoreCheck.Fault] { [] }
}
