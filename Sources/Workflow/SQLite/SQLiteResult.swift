import CSQLite
import Glibc

/// SQLite's result codes, judged in one place.
enum SQLiteResult {
  /// Throws unless `code` is success. `handle` gives the message and the system's errno.
  static func check(_ code: Int32, _ handle: OpaquePointer?, doing: String) throws(StoreError) {
    guard code != SQLITE_OK, code != SQLITE_ROW, code != SQLITE_DONE else { return }
    throw error(code, handle, doing: doing)
  }

  static func error(_ code: Int32, _ handle: OpaquePointer?, doing: String) -> StoreError {
    let system = handle.map { sqlite3_system_errno($0) } ?? 0
    // SQLite's message of a failed constraint names table and columns, never values.
    let message = handle.flatMap { sqlite3_errmsg($0) } ?? sqlite3_errstr(code)
    let text = message.map { String(cString: $0) } ?? "unknown"
    return StoreError(meaning(of: code, system: system), "\(text) (SQLite \(code))", doing: doing)
  }

  private static func meaning(of code: Int32, system: Int32) -> StoreError.Code {
    // The low byte is the primary code, the rest refines it.
    switch code & 0xFF {
    case SQLITE_BUSY, SQLITE_LOCKED: .busy
    case SQLITE_FULL: .diskFull
    case SQLITE_IOERR, SQLITE_CANTOPEN:
      switch system {
      case ENOSPC, EDQUOT: .diskFull
      case EROFS: .readOnly
      case ENOENT where code & 0xFF == SQLITE_CANTOPEN: .notFound
      default: .unavailable
      }
    case SQLITE_READONLY: .readOnly
    case SQLITE_CORRUPT, SQLITE_NOTADB: .corrupt
    case SQLITE_CONSTRAINT: .conflict
    case SQLITE_PERM, SQLITE_AUTH: .unavailable
    default: .other
    }
  }
}
