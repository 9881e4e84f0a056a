/// A database that runs transactions.
protocol SQLDatabase: AnyObject, Sendable {
  /// Runs `body` in one transaction that may write, durable when this returns; rolled back when `body` throws.
  /// `doing` names the operation in errors.
  func write<Value: Sendable>(
    _ doing: String, _ body: (any SQLTransaction) throws(StoreError) -> Value
  ) throws(StoreError) -> Value

  /// Runs `body` upon one unchanging view of the data, beside writers.
  func read<Value: Sendable>(
    _ doing: String, _ body: (any SQLTransaction) throws(StoreError) -> Value
  ) throws(StoreError) -> Value
}
