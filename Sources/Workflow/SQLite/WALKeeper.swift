import CSQLite

/// Looks after the write-ahead log: moves what it has gathered into the database file, and makes room in it ahead of
/// the commits.
///
/// SQLite's own way tries to move after every commit once the log has a thousand pages. While a reader holds an old
/// snapshot (a backup, a report) that cannot succeed, and each vain try sorts the whole log: commits became ten times
/// slower. Here a vain try is not repeated before the log has grown by half.
///
/// Such a log also grows with every commit, where usually it is written over and over. A file that grows has its new
/// length to make durable too, which on a journaling file system costs a commit several times what its pages do. So
/// the file is made longer many commits at a time, by zeros: to SQLite they are what is left of an older log. (Space
/// that is only reserved would not do: a first write to it is as costly as one behind the end.)
final class WALKeeper {
  private let connection: OpaquePointer
  /// In bytes; 0 where it is not known, and no room is made then.
  var pageSize: Int64 = 0
  /// Pages in the log after the last commit, as SQLite's hook tells.
  private var pages: Int32 = 0
  private var pagesBefore: Int32 = 0
  /// Pages that the last commit added.
  private var added: Int32 = 0
  private var nextTry = WALKeeper.enough
  /// Pages that the file was seen to be long enough for.
  private var room: Int32 = 0
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

  /// To be called before a commit, while the connection holds the write lock: nobody else may add to the log meanwhile.
  /// Where there is no space for the zeros there is none for long; the commit that meets the end says so.
  func makeRoom() {
    guard pageSize > 0, pages > 0, pages + added > room, let file = SQLiteLogFile(of: connection) else { return }
    // A log that is not held up ends near `enough`, and need not have room for more.
    let wanted = pages < Self.enough ? min(pages * 2, Self.enough) : pages + Self.enough
    room = file.lengthen(toPages: wanted, of: pageSize)
  }

  /// To be called after a commit. What fails here is not lost: the log holds everything, and a disk that cannot take
  /// it fails the next commit too.
  func lookAfterCommit() {
    // Once all of it was moved and nobody reads it, the log begins anew.
    if pages < pagesBefore { nextTry = Self.enough }
    added = max(0, pages - pagesBefore)
    pagesBefore = pages
    guard pages >= nextTry else { return }
    var inLog: Int32 = 0
    var moved: Int32 = 0
    let code = sqlite3_wal_checkpoint_v2(connection, nil, SQLITE_CHECKPOINT_PASSIVE, &inLog, &moved)
    let isThrough = code == SQLITE_OK && moved >= inLog
    nextTry = pages + (isThrough ? Self.enough : max(Self.enough, pages / 2))
  }
}
