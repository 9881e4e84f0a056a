/// The workflow store in a PostgreSQL database (14 or later), for any number of machines.
public final class PostgresStore: SQLStore, @unchecked Sendable {
  /// True for `postgres://…` and `postgresql://…`.
  public static func isURL(_ text: String) -> Bool {
    text.hasPrefix("postgres://") || text.hasPrefix("postgresql://")
  }

  let url: String

  private init(url: String, database: PostgresDatabase) {
    self.url = url
    super.init(database: database)
  }

  /// Connects. An empty database gets the schema; one with an older schema throws `.unavailable` unless `migrates`,
  /// since other workers may still run on it.
  ///
  /// Throws `.newerSchema` when a newer program wrote it. Calls wait up to `patienceInMilliseconds` for a server
  /// that is away. Without `clock`, the database's own is used.
  public static func open(
    url: String, clock: (any StoreClock)? = nil, migrates: Bool = false, patienceInMilliseconds: Int64 = 60_000
  ) throws(StoreError) -> PostgresStore {
    let database = try PostgresDatabase(
      url: url, clock: clock, migration: migrates ? .always : .whenEmpty,
      patienceInMilliseconds: patienceInMilliseconds)
    return PostgresStore(url: url, database: database)
  }
}
