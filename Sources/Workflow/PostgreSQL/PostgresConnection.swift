import CPostgres

/// Owns one `PGconn*`, in pipeline mode, and its prepared statements.
///
/// Statements that give no rows are only sent; their results are read together with the next one that does, or with
/// the commit. So a transaction costs a few round trips, not one a statement, and an error shows a little later than
/// it happened, when the server has already refused everything that followed it.
///
/// `@unchecked Sendable`: used by one thread at a time because `PostgresDatabase` lends it to one transaction at a
/// time.
final class PostgresConnection: @unchecked Sendable {
  private enum Expected {
    case prepared(SQL)
    case changed
    case transactionID
    case rows
    case committed
    case sync
  }

  private let handle: OpaquePointer
  private var statements: [SQL: String] = [:]
  private var namesGiven = 0
  private var parameters = PostgresParameters()
  private var expected: [Expected] = []
  private var received = 0
  /// What is being done, for errors.
  var doing = "opening the store"
  /// Set by the first error of a transaction; from then on everything throws it until `rollBack`.
  private(set) var failure: PostgresFailure?
  /// The server's name for the transaction under way, once it told it.
  private(set) var transactionID: String?
  /// True from the moment at which a commit may have reached the server.
  private(set) var hasSentCommit = false

  /// So many results may wait to be read: more, and both sides might wait for each other to read.
  private static let unreadResultsAllowed = 400

  init(url: String) throws(StoreError) {
    handle = try PostgresLink.open(url)
    try PostgresLink.script(Self.settings, on: handle, doing: doing)
    guard hoso_PQenterPipelineMode(handle) == 1 else { throw PostgresFailure(lost: handle, doing: doing).error }
  }

  deinit {
    hoso_PQfinish(handle)
  }

  /// Plans that do not depend on how full the tables were when the server last looked: a queue is empty at one
  /// moment and has a million rows at the next.
  private static let settings = """
    SET client_min_messages = warning; SET bytea_output = 'hex'; SET plan_cache_mode = force_generic_plan;
    SET enable_seqscan = off; SET enable_bitmapscan = off; SET enable_hashjoin = off; SET enable_mergejoin = off;
    SET jit = off; SET idle_in_transaction_session_timeout = '5min'
    """

  // MARK: - Transactions

  func beginWriting() throws(StoreError) {
    startAfresh()
    try send("BEGIN", [], .changed)
    // Known before the commit is sent: by it a commit whose answer was lost is looked up.
    try send("SELECT pg_current_xact_id()", [], .transactionID)
  }

  func beginReading() throws(StoreError) {
    startAfresh()
    try send("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY", [], .changed)
  }

  /// Durable when this returns. `ringing` wakes workers that wait, in a transaction of its own: inside ours it would
  /// make all commits queue up behind each other.
  func commit(ringing: Bool) throws(StoreError) {
    if transactionID == nil { try receiveAll() }
    hasSentCommit = true
    try send("COMMIT", [], .committed)
    try synchronize()
    let untilCommitted = expected.count
    if ringing { try ring() }
    while received < untilCommitted, !expected.isEmpty { _ = try receive() }
  }

  private func ring() throws(StoreError) {
    try send("SELECT pg_notify('hoso_' || current_schema(), '')", [], .changed)
    try synchronize()
  }

  /// Milliseconds since 1970 on the server's clock. Outside transactions.
  func databaseTime() throws(StoreError) -> Int64 {
    startAfresh()
    let time = try rows("SELECT (extract(epoch FROM clock_timestamp()) * 1000)::bigint", []) {
      row throws(StoreError) in row.integer(0)
    }
    try synchronize()
    return time.first ?? 0
  }

  /// A read-only transaction has nothing to wait for: the answer is read before the next one's.
  func endReading() throws(StoreError) {
    try send("COMMIT", [], .changed)
    try synchronize()
  }

  /// Makes the connection ready for the next transaction; false when it is of no further use.
  func rollBack() -> Bool {
    if let failure, case .lost = failure.kind { return false }
    failure = nil
    do throws(StoreError) {
      // The first sync ends what the server skips after an error, so that the second part is carried out.
      try synchronize()
      discardResults()
      failure = nil
      try send("ROLLBACK", [], .changed)
      try synchronize()
      try receiveAll()
      return true
    } catch {
      return false
    }
  }

  private func startAfresh() {
    failure = nil
    transactionID = nil
    hasSentCommit = false
  }

  // MARK: - Statements

  func run(_ sql: SQL, _ values: [SQLValue]) throws(StoreError) {
    try send(sql, values, .changed)
    if expected.count - received > Self.unreadResultsAllowed {
      try flush()
      try receiveAll()
    }
  }

  func change(_ sql: SQL, _ values: [SQLValue]) throws(StoreError) -> Int {
    try result(of: sql, values).changedCount
  }

  func rows<Value>(
    _ sql: SQL, _ values: [SQLValue], _ body: (any SQLRow) throws(StoreError) -> Value
  ) throws(StoreError) -> [Value] {
    let result = try result(of: sql, values)
    var found: [Value] = []
    found.reserveCapacity(result.rowCount)
    for number in 0..<result.rowCount { found.append(try body(result.row(number))) }
    return found
  }

  private func result(of sql: SQL, _ values: [SQLValue]) throws(StoreError) -> PostgresResult {
    try send(sql, values, .rows)
    try flush()
    while true {
      if let result = try receive() { return result }
    }
  }

  private func send(_ sql: SQL, _ values: [SQLValue], _ kind: Expected) throws(StoreError) {
    if let failure { throw failure.error }
    let name = try preparedName(sql)
    parameters.load(values)
    let sent = parameters.withPointers { count, values, lengths, formats in
      hoso_PQsendQueryPrepared(handle, name, count, values, lengths, formats, 0)
    }
    guard sent == 1 else { throw lost() }
    expected.append(kind)
  }

  private func preparedName(_ sql: SQL) throws(StoreError) -> String {
    if let known = statements[sql] { return known }
    namesGiven += 1
    let name = "hoso_\(namesGiven)"
    guard hoso_PQsendPrepare(handle, name, sql.text, 0, nil) == 1 else { throw lost() }
    expected.append(.prepared(sql))
    statements[sql] = name
    return name
  }

  // MARK: - Results

  private func synchronize() throws(StoreError) {
    guard hoso_PQpipelineSync(handle) == 1 else { throw lost() }
    expected.append(.sync)
  }

  /// Has the server send what it has so far, without ending the pipeline.
  private func flush() throws(StoreError) {
    guard hoso_PQsendFlushRequest(handle) == 1, hoso_PQflush(handle) >= 0 else { throw lost() }
  }

  private func receiveAll() throws(StoreError) {
    switch expected.last {
    case nil: return
    case .sync: break
    default: try flush()
    }
    while received < expected.count { _ = try receive() }
  }

  private func discardResults() {
    while received < expected.count {
      if let failure, case .lost = failure.kind { return }
      _ = try? receive()
    }
  }

  /// Reads the next result that is due. Returns it when someone waits for its rows.
  private func receive() throws(StoreError) -> PostgresResult? {
    guard received < expected.count else { throw lost() }
    let kind = expected[received]
    received += 1
    if received == expected.count {
      expected.removeAll(keepingCapacity: true)
      received = 0
    }
    guard let handle = hoso_PQgetResult(handle) else { throw lost() }
    let result = PostgresResult(owning: handle)
    if case .sync = kind {
      guard result.status == PGRES_PIPELINE_SYNC else { throw lost() }
      return nil
    }
    // In a pipeline each statement's result is followed by a nil.
    while let further = hoso_PQgetResult(self.handle) { hoso_PQclear(further) }
    switch result.status {
    case PGRES_COMMAND_OK, PGRES_TUPLES_OK: break
    default:
      if case .prepared(let sql) = kind { statements[sql] = nil }
      throw failed(result)
    }
    switch kind {
    case .rows: return result
    case .transactionID:
      transactionID = result.row(0).text(0)
      return nil
    case .prepared, .changed, .committed, .sync: return nil
    }
  }

  private func failed(_ result: PostgresResult) -> StoreError {
    // The rest of a pipeline that failed: the first error is the one that counts.
    if let failure { return failure.error }
    let made = PostgresFailure(
      result.handle, connectionIsBad: hoso_PQstatus(handle) == CONNECTION_BAD, doing: doing)
    failure = made
    return made.error
  }

  private func lost() -> StoreError {
    if let failure, case .lost = failure.kind { return failure.error }
    let made = PostgresFailure(lost: handle, doing: doing)
    failure = made
    return made.error
  }
}
