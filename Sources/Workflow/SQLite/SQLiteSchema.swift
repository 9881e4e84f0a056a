import Dossiers

/// The schema of a SQLite store: which version it has, and how it gets to ours.
enum SQLiteSchema {
  /// "hoso" in SQLite's header: tells our file from another program's.
  private static let applicationID: Int64 = 0x686F_736F

  static var currentVersion: Int { SQLiteMigrations.all.last?.version ?? 0 }

  /// A file of another program must not be touched, not even by the switch to WAL.
  static func refuseForeignFile(_ connection: SQLiteConnection) throws(StoreError) {
    let id = try number("PRAGMA application_id", connection)
    let tables = try number("SELECT count(*) FROM sqlite_master", connection)
    guard id == applicationID || (id == 0 && tables == 0) else {
      throw StoreError(.conflict, "the file is another program's database", doing: "opening the store")
    }
  }

  static func migrate(_ connection: SQLiteConnection, now: Timestamp) throws(StoreError) {
    if try isCurrent(connection) { return }
    connection.doing = "migrating the store"
    try connection.script("BEGIN IMMEDIATE")
    do throws(StoreError) {
      // Another process may have migrated while we waited for the lock.
      let present = try version(connection)
      for migration in SQLiteMigrations.all where migration.version > present {
        try connection.script(migration.script)
        try connection.run(
          "INSERT INTO store_migrations (version, name, checksum, applied_at) VALUES ($1, $2, $3, $4)",
          [.int(migration.version), .string(migration.name), .string(migration.checksum), .time(now)])
      }
      try connection.script("PRAGMA application_id = \(applicationID); PRAGMA user_version = \(currentVersion)")
      try connection.script("COMMIT")
    } catch {
      connection.rollBack()
      throw error
    }
  }

  static func requireCurrent(_ connection: SQLiteConnection) throws(StoreError) {
    guard try number("PRAGMA application_id", connection) == applicationID else {
      throw StoreError(.conflict, "the file is not a store of this program", doing: "opening the store")
    }
    guard try isCurrent(connection) else {
      throw StoreError(
        .unavailable, "the store has an older schema: open it once for writing", doing: "opening the store")
    }
  }

  /// False when migrations are missing. Throws when the store is newer, or differs from what our versions mean.
  private static func isCurrent(_ connection: SQLiteConnection) throws(StoreError) -> Bool {
    let present = try version(connection)
    guard present <= currentVersion else {
      throw StoreError(
        .newerSchema, "the store has schema \(present), this program knows \(currentVersion)",
        doing: "opening the store")
    }
    if present == 0 { return false }
    let recorded = try connection.rows("SELECT version, checksum FROM store_migrations ORDER BY version", []) {
      row throws(StoreError) in (row.int(0), row.text(1))
    }
    for (version, checksum) in recorded {
      guard SQLiteMigrations.all.contains(where: { $0.version == version && $0.checksum == checksum }) else {
        throw StoreError(
          .conflict, "migration \(version) of the store is not this program's", doing: "opening the store")
      }
    }
    return present == currentVersion
  }

  private static func version(_ connection: SQLiteConnection) throws(StoreError) -> Int {
    let known = try number(
      "SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = 'store_migrations'", connection)
    guard known > 0 else { return 0 }
    return Int(try number("SELECT coalesce(max(version), 0) FROM store_migrations", connection))
  }

  private static func number(_ sql: SQL, _ connection: SQLiteConnection) throws(StoreError) -> Int64 {
    try connection.rows(sql, []) { row throws(StoreError) in row.integer(0) }.first ?? 0
  }
}
