import CSQLite

/// The write-ahead log of a connection as a file, through SQLite's own handle, which stays SQLite's; valid as long as the
/// connection does nothing else.
struct SQLiteLogFile {
  private let file: UnsafeMutablePointer<sqlite3_file>
  private let methods: sqlite3_io_methods

  /// The log's header, and what stands before each page (SQLite's file format, 4.1).
  private static let headerLength: Int64 = 32
  private static let frameHeaderLength: Int64 = 24
  private static let zeros = [UInt8](repeating: 0, count: 65_536)

  /// nil where the log is not open.
  init?(of connection: OpaquePointer) {
    var found: UnsafeMutablePointer<sqlite3_file>?
    guard sqlite3_file_control(connection, "main", SQLITE_FCNTL_JOURNAL_POINTER, &found) == SQLITE_OK, let found,
      let methods = found.pointee.pMethods
    else { return nil }
    file = found
    self.methods = methods.pointee
  }

  /// Writes zeros behind the file's end until so many pages have room; returns for how many there is room now, which
  /// is fewer where the disk refused, and more where the file was longer.
  ///
  /// The connection must hold the write lock: behind the end nobody else writes then.
  func lengthen(toPages pages: Int32, of pageSize: Int64) -> Int32 {
    var length: Int64 = 0
    guard methods.xFileSize(file, &length) == SQLITE_OK else { return 0 }
    let frame = pageSize + Self.frameHeaderLength
    let wanted = Self.headerLength + Int64(pages) * frame
    while length < wanted {
      let count = min(Int64(Self.zeros.count), wanted - length)
      guard methods.xWrite(file, Self.zeros, Int32(count), length) == SQLITE_OK else { break }
      length += count
    }
    return Int32(clamping: (length - Self.headerLength) / frame)
  }
}
