import CPostgres

/// The schema of a PostgreSQL store: which version it has, and how it gets to ours.
enum PostgresSchema {
  enum Policy {
    /// Makes the schema in an empty database, refuses an older one.
    case whenEmpty
    case always
  }

  static var currentVersion: Int { PostgresMigrations.all.last?.version ?? 0 }
  private static let doing = "opening the store"

  static func prepare(_ url: String, _ policy: Policy) throws(StoreError) {
    let link = try PostgresLink.open(url)
    defer { hoso_PQfinish(link) }
    let present = try version(link)
    if present == currentVersion { return }
    guard present == 0 || policy == .always else {
      throw StoreError(
        .unavailable, "the store has schema \(present), this program needs \(currentVersion): hoso store migrate",
        doing: doing)
    }
    try migrate(link)
  }

  private static func migrate(_ link: OpaquePointer) throws(StoreError) {
    // Closing the connection after an error rolls back. The lock ("hoso" in ASCII) keeps others waiting who found
    // the database empty too.
    try PostgresLink.script("BEGIN; SELECT pg_advisory_xact_lock(1752134511)", on: link, doing: doing)
    let present = try version(link)
    for migration in PostgresMigrations.all where migration.version > present {
      try PostgresLink.script(migration.script, on: link, doing: doing)
      try PostgresLink.script(
        """
        INSERT INTO store_migrations (version, name, checksum, applied_at)
        VALUES (\(migration.version), '\(migration.name)', '\(migration.checksum)',
          (extract(epoch FROM clock_timestamp()) * 1000)::bigint)
        """, on: link, doing: doing)
    }
    try PostgresLink.script("COMMIT", on: link, doing: doing)
  }

  /// 0 for an empty database. Throws when the store is newer, or differs from what our versions mean.
  private static func version(_ link: OpaquePointer) throws(StoreError) -> Int {
    let known = try PostgresLink.query("SELECT to_regclass('store_migrations') IS NOT NULL", on: link, doing: doing)
    guard known.row(0).text(0) == "t" else { return 0 }
    let recorded = try PostgresLink.query(
      "SELECT version, checksum FROM store_migrations ORDER BY version", on: link, doing: doing)
    var present = 0
    for number in 0..<recorded.rowCount {
      let (version, checksum) = (recorded.row(number).int(0), recorded.row(number).text(1))
      guard version <= currentVersion else {
        throw StoreError(
          .newerSchema, "the store has schema \(version), this program knows \(currentVersion)", doing: doing)
      }
      guard PostgresMigrations.all.contains(where: { $0.version == version && $0.checksum == checksum }) else {
        throw StoreError(.conflict, "migration \(version) of the store is not this program's", doing: doing)
      }
      present = version
    }
    return present
  }
}
