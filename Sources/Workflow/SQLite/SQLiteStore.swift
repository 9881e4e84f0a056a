/// The workflow store in one SQLite file, for one machine: any number of processes, one writing at a time.
public final class SQLiteStore: SQLStore, @unchecked Sendable {
  /// Opens the store, making it or migrating it forward where needed. The folder must exist.
  ///
  /// Throws `.newerSchema` when a newer program wrote it, `.conflict` when the file is another program's,
  /// `.busy` when another process holds it longer than `busyMilliseconds`.
  public static func open(
    path: String, clock: (any StoreClock)? = nil, busyMilliseconds: Int32 = 10_000
  ) throws(StoreError) -> SQLiteStore {
    let clock = try clock.orSystem()
    return SQLiteStore(
      database: try SQLiteDatabase(path: path, clock: clock, busyMilliseconds: busyMilliseconds))
  }

  /// Makes the store one plain file, to be copied as it lies there; the last thing to do with it. Nobody else may have
  /// it open.
  public func settle() throws(StoreError) {
    try (database as? SQLiteDatabase)?.settle()
  }

  /// Opens an existing store for looking things up: writes throw `.readOnly`. `.notFound` when there is none.
  public static func openReadOnly(
    path: String, clock: (any StoreClock)? = nil, busyMilliseconds: Int32 = 10_000
  ) throws(StoreError) -> SQLiteStore {
    let clock = try clock.orSystem()
    return SQLiteStore(
      database: try SQLiteDatabase(readingOnly: path, clock: clock, busyMilliseconds: busyMilliseconds))
  }
}

extension (any StoreClock)? {
  fileprivate func orSystem() throws(StoreError) -> any StoreClock {
    if let self { self } else { try SystemClock() }
  }
}
