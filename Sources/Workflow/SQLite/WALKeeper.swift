import CSQLite

/// Moves what the write-ahead log has gathered into the database file.
///
/// SQLite's own way tries after every commit once the log has a thousand pages. While a reader holds an old snapshot
/// (a backup, a report) that cannot succeed, and each vain try sorts the whole log: commits became ten times slower.
/// Here a vain try is not repeated before the log has grown by half.
final class WALKeeper {
  private let connection: OpaquePointer
  /// Pages in the log after the last commit, as SQLite's hook tells.
  private var pages: Int32 = 0
  private var pagesBefore: Int32 = 0
  private var nextTry = WALKeeper.enough
  /// Four MiB at the usual page size, SQLite's own default.
  private static let enough: Int32 = 1000

  init(_ connection: OpaquePointer) {
    self.connection = connection
    // Setting a hook takes the place of SQLite's automatic checkpoints.
    sqlite3_wal_hook(
      connection,
      { keeper, _, _, pages in
        if let keeper { Unmanaged<WALKeeper>.fromOpaque(keeper).takeUnretainedValue().pages = pages }
        return SQLITE_OK
      }, Unmanaged.passUnretained(self).toOpaque())
  }

  /// To be called before the connection is closed.
  func letGo() {
    sqlite3_wal_hook(connection, nil, nil)
  }

  /// To be called after a commit. What fails here is not lost: the log holds everything, and a disk that cannot take
  /// it fails the next commit too.
  func lookAfterCommit() {
    // Once all of it was moved and nobody reads it, the log begins anew.
    if pages < pagesBefore { nextTry = Self.enough }
    pagesBefore = pages
    guard pages >= nextTry else { return }
    var inLog: Int32 = 0
    var moved: Int32 = 0
    let code = sqlite3_wal_checkpoint_v2(connection, nil, SQLITE_CHECKPOINT_PASSIVE, &inLog, &moved)
    let isThrough = code == SQLITE_OK && moved >= inLog
    nextTry = pages + (isThrough ? Self.enough : max(Self.enough, pages / 2))
  }
}
