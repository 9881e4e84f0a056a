import Dossiers

/// One transaction on a lent connection.
final class SQLiteTransaction: SQLTransaction {
  private let connection: SQLiteConnection
  let moment: Moment

  init(_ connection: SQLiteConnection, moment: Moment) {
    self.connection = connection
    self.moment = moment
  }

  func run(_ sql: SQL, _ values: [SQLValue]) throws(StoreError) {
    try connection.run(sql, values)
  }

  func change(_ sql: SQL, _ values: [SQLValue]) throws(StoreError) -> Int {
    try connection.run(sql, values)
  }

  func rows<Value>(
    _ sql: SQL, _ values: [SQLValue], _ body: (any SQLRow) throws(StoreError) -> Value
  ) throws(StoreError) -> [Value] {
    try connection.rows(sql, values, body)
  }

  // BEGIN IMMEDIATE holds the whole database.
  func lock(_ dossier: DossierID) {}
  func lock(dossierOf task: TaskID) {}
  func lock(stage: String) {}

  func heldRow(_ token: LeaseToken) throws(StoreError) -> TaskRow? {
    try first(
      """
      SELECT id, kind, dossier, document, plan, state, stage, priority, queued_at, run_at, attempts, strikes, crashes,
        claim, worker, last_error, turn
      FROM task_queue WHERE id = $1 AND worker = $2 AND claim = $3 AND state = 'leased'
      """,
      [.id(token.task), .id(token.worker), .integer(token.claim)]
    ) { row throws(StoreError) in try TaskRow(row: row) }
  }

  func turnBeingServed(priority: Int) throws(StoreError) -> Int64? {
    try first(
      """
      SELECT turn FROM task_queue
      WHERE state = 'ready' AND priority = $1 AND kind = 'document' AND run_at IS NULL ORDER BY turn, id LIMIT 1
      """, [.int(priority)]
    ) { row in row.integer(0) }
  }

  /// Statements cost no round trip here: one record after the other is as quick.
  func record(together records: [(record: StageRecord, token: LeaseToken)]) throws(StoreError) -> [RecordAnswer?] {
    try record(inTurn: records)
  }

  /// Workers on one machine are woken by their home's bell.
  func madeReady() {}

  /// AUTOINCREMENT goes on after the highest number by itself.
  func continueNumbers(of table: StoreTable) {}

  func ownFaults() throws(StoreError) -> [StoreCheck.Fault] {
    var faults: [StoreCheck.Fault] = []
    let damage = try rows("PRAGMA integrity_check(10)", []) { row throws(StoreError) in row.text(0) }
    if damage != ["ok"] { faults.append(.init(fault: "the file is damaged", rows: damage)) }
    let strays = try rows("PRAGMA foreign_key_check", []) { row throws(StoreError) in "\(row.text(0)) \(row.text(1))" }
    if !strays.isEmpty { faults.append(.init(fault: "a reference leads nowhere", rows: Array(strays.prefix(10)))) }
    return faults
  }
}
