import Dossiers

/// A transaction under way: what the store's logic is written against, whatever database lies beneath.
protocol SQLTransaction: AnyObject {
  /// The clocks, read once when the transaction began.
  var moment: Moment { get }

  /// Runs a statement whose rows, if any, nobody wants. Its error may show only with a later statement, or when the
  /// transaction ends; either way nothing of the transaction stays.
  func run(_ sql: SQL, _ values: [SQLValue]) throws(StoreError)

  /// Runs a statement and returns how many rows it changed.
  func change(_ sql: SQL, _ values: [SQLValue]) throws(StoreError) -> Int

  /// Runs a statement to its end and returns what `body` makes of each row. `body` must not run statements.
  func rows<Value>(
    _ sql: SQL, _ values: [SQLValue], _ body: (any SQLRow) throws(StoreError) -> Value
  ) throws(StoreError) -> [Value]

  /// Keeps other writers, and claims, from this dossier and its tasks until the transaction ends; what was read of
  /// them before must be read again. SQLite has one writer anyway; a database with many locks the rows.
  func lock(_ dossier: DossierID) throws(StoreError)

  /// Keeps other writers from the task's dossier, for whoever holds the task; before `heldRow`.
  func lock(dossierOf task: TaskID) throws(StoreError)

  /// Keeps other transactions from entering the stage, where it has a limit, until this one ends.
  func lock(stage: String) throws(StoreError)

  /// The row that the token holds, kept from others until the transaction ends.
  func heldRow(_ token: LeaseToken) throws(StoreError) -> TaskRow?

  /// Leases ready tasks, in any order.
  func claim(_ request: ClaimRequest) throws(StoreError) -> [TaskRow]

  /// The turn of the next document at that priority; nil where none is ready.
  func turnBeingServed(priority: Int) throws(StoreError) -> Int64?

  /// Records many stages; nil for those whose lease is lost.
  func record(together records: [(record: StageRecord, token: LeaseToken)]) throws(StoreError) -> [RecordAnswer?]

  /// Said when a task became ready.
  func madeReady()

  /// Rows were added with numbers of their own: the database's numbering goes on after them.
  func continueNumbers(of table: StoreTable) throws(StoreError)

  /// What the database finds wrong with its own file and references.
  func ownFaults() throws(StoreError) -> [StoreCheck.Fault]
}

extension SQLTransaction {
  var now: Timestamp { moment.wall }

  func first<Value>(
    _ sql: SQL, _ values: [SQLValue], _ body: (any SQLRow) throws(StoreError) -> Value
  ) throws(StoreError) -> Value? {
    try rows(sql, values, body).first
  }

  func exists(_ sql: SQL, _ values: [SQLValue]) throws(StoreError) -> Bool {
    try !rows(sql, values) { _ throws(StoreError) in true }.isEmpty
  }
}
