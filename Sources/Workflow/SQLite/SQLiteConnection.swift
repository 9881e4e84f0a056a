import CSQLite

/// Owns one `sqlite3*` and its prepared statements.
///
/// `@unchecked Sendable`: opened without SQLite's own mutex, it is used by one thread at a time because
/// `SQLiteDatabase` lends it to one transaction at a time.
final class SQLiteConnection: @unchecked Sendable {
  enum Access {
    case readWrite, readOnly
  }

  private let handle: OpaquePointer
  private var statements: [SQL: SQLiteStatement] = [:]
  private let log: WALKeeper
  /// What is being done, for errors.
  var doing = "opening the store"

  /// Waits up to `busyMilliseconds` for locks of other processes.
  init(path: String, access: Access, busyMilliseconds: Int32) throws(StoreError) {
    let flags =
      switch access {
      case .readWrite: SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
      case .readOnly: SQLITE_OPEN_READONLY
      }
    var handle: OpaquePointer?
    let code = sqlite3_open_v2(path, &handle, flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, nil)
    guard code == SQLITE_OK, let handle else {
      let error = SQLiteResult.error(code, handle, doing: doing)
      sqlite3_close_v2(handle)
      throw error
    }
    self.handle = handle
    log = WALKeeper(handle)
    sqlite3_busy_timeout(handle, busyMilliseconds)
    try script("PRAGMA foreign_keys = ON; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -16000")
    if access == .readWrite {
      log.pageSize = try rows("PRAGMA page_size", []) { row throws(StoreError) in row.integer(0) }.first ?? 0
    }
  }

  deinit {
    statements.removeAll()
    log.letGo()
    sqlite3_close_v2(handle)
  }

  var isInTransaction: Bool { sqlite3_get_autocommit(handle) == 0 }

  @discardableResult
  func run(_ sql: SQL, _ values: [SQLValue]) throws(StoreError) -> Int {
    try statement(sql).execute(values, doing: doing) { () throws(StoreError) in }
    return Int(sqlite3_changes64(handle))
  }

  func rows<Value>(
    _ sql: SQL, _ values: [SQLValue], _ body: (any SQLRow) throws(StoreError) -> Value
  ) throws(StoreError) -> [Value] {
    let statement = try statement(sql)
    var found: [Value] = []
    try statement.execute(values, doing: doing) { () throws(StoreError) in
      found.append(try body(statement))
    }
    return found
  }

  /// Runs several statements, none with parameters or rows: migrations and pragmas.
  func script(_ text: String) throws(StoreError) {
    try SQLiteResult.check(sqlite3_exec(handle, text, nil, nil, nil), handle, doing: doing)
  }

  func commit() throws(StoreError) {
    log.makeRoom()
    try run("COMMIT", [])
    log.lookAfterCommit()
  }

  /// Ends a transaction that failed. Most errors leave it open, some (a full disk) end it by themselves.
  func rollBack() {
    guard isInTransaction else { return }
    sqlite3_exec(handle, "ROLLBACK", nil, nil, nil)
  }

  private func statement(_ sql: SQL) throws(StoreError) -> SQLiteStatement {
    if let known = statements[sql] { return known }
    let made = try SQLiteStatement(sql, on: handle, doing: doing)
    statements[sql] = made
    return made
  }
}
