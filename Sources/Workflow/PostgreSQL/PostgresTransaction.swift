/// One transaction on a lent connection.
final class PostgresTransaction: SQLTransaction {
  private let connection: PostgresConnection
  private let places: ClaimPlaces
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

  func claim(_ request: ClaimRequest) throws(StoreError) -> [TaskRow] {
    let places = request.goesByAge ? places.byAge : places.byTurn
    var rows: [TaskRow] = []
    if let position = places.present() {
      rows = try claim(request, limit: request.limit, from: position)
      if rows.count == request.limit {
        places.advance(to: rows.last)
        return rows
      }
    }
    let started = places.startOfScan()
    rows += try claim(request, limit: request.limit - rows.count, from: nil)
    places.scanned(since: started, to: rows.last)
    return rows
  }

  private func claim(
    _ request: ClaimRequest, limit: Int, from position: ClaimPosition.Key?
  ) throws(StoreError) -> [TaskRow] {
    let found = try rows(
      request.goesByAge ? Self.claimByAge : Self.claimByTurn,
      [
        .integer(position.map { Int64(-$0.priority) } ?? .min), .integer(position?.turn ?? .min),
        .string(position?.id ?? ""), .time(moment.wall), .string(moment.bootID), .integer(moment.sinceBoot),
        .int(limit), .id(request.worker), .integer(moment.sinceBoot + request.leaseMilliseconds),
        PostgresArray.texts(request.foreignPlans.map(\.rawValue)),
      ]
    ) { row throws(StoreError) in try TaskRow(row: row) }
    guard found.count > 1 else { return found }
    return found.sorted { request.goesByAge ? $0.id.rawValue < $1.id.rawValue : $0.isClaimed(before: $1) }
  }

  private static let claimByTurn: SQL = """
    WITH chosen AS MATERIALIZED (
      SELECT id FROM task_queue
      WHERE state = 'ready' AND (-priority, turn, id) >= ($1, $2, $3)
        AND (run_at IS NULL OR run_at <= $4 OR (wait_boot = $5 AND wait_until <= $6))
        AND stage NOT IN (SELECT stage FROM closed_stages) AND plan <> ALL ($10::text[])
      ORDER BY -priority, turn, id LIMIT $7 FOR UPDATE SKIP LOCKED)
    UPDATE task_queue AS q SET state = 'leased', worker = $8, claim = q.claim + 1, lease_boot = $5, lease_until = $9
    FROM chosen WHERE q.id = chosen.id
    RETURNING q.id, q.kind, q.dossier, q.document, q.plan, q.state, q.stage, q.priority, q.queued_at, q.run_at,
      q.attempts, q.strikes, q.crashes, q.claim, q.worker, q.last_error, q.turn
    """

  /// Ids are in the order in which tasks were made. The first two parameters only keep the numbers of the rest.
  private static let claimByAge: SQL = """
    WITH chosen AS MATERIALIZED (
      SELECT id FROM task_queue
      WHERE state = 'ready' AND id >= $3 AND $1::bigint IS NOT NULL AND $2::bigint IS NOT NULL
        AND (run_at IS NULL OR run_at <= $4 OR (wait_boot = $5 AND wait_until <= $6))
        AND stage NOT IN (SELECT stage FROM closed_stages) AND plan <> ALL ($10::text[])
      ORDER BY id LIMIT $7 FOR UPDATE SKIP LOCKED)
    UPDATE task_queue AS q SET state = 'leased', worker = $8, claim = q.claim + 1, lease_boot = $5, lease_until = $9
    FROM chosen WHERE q.id = chosen.id
    RETURNING q.id, q.kind, q.dossier, q.document, q.plan, q.state, q.stage, q.priority, q.queued_at, q.run_at,
      q.attempts, q.strikes, q.crashes, q.claim, q.worker, q.last_error, q.turn
    """

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
