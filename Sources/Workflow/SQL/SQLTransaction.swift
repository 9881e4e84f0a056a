import Dossiers

/// A transaction under way: what the store's logic is written against, whatever database lies beneath.
protocol SQLTransaction: AnyObject {
  /// The clocks, read once when the transaction began.
  var moment: Moment { get }
  var dialect: SQLDialect { get }

  /// Runs a statement that gives no rows; returns how many rows it changed.
  @discardableResult
  func run(_ sql: SQL, _ values: [SQLValue]) throws(StoreError) -> Int

  /// Runs a statement to its end and returns what `body` makes of each row. `body` must not run statements.
  func rows<Value>(
    _ sql: SQL, _ values: [SQLValue], _ body: (any SQLRow) throws(StoreError) -> Value
  ) throws(StoreError) -> [Value]

  /// Keeps other writers from this dossier until the transaction ends. SQLite has one writer anyway; a database
  /// with many locks the row.
  func lock(_ dossier: DossierID) throws(StoreError)
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
