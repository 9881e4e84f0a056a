import CSQLite
import Synchronization
import Testing

/// Counts what SQLite's machine does for the statements on one file, whoever in this process opens it: what a claim
/// costs, on whatever machine.
enum StepCount {
  private static let steps = Mutex<[String: Int]>([:])

  /// Virtual machine steps of all that `body` runs on the file. Connections that were opened before the first call of
  /// `watch` are not seen.
  static func during(_ path: String, _ body: () throws -> Void) rethrows -> Int {
    let before = steps.withLock { $0[path] ?? 0 }
    try body()
    return steps.withLock { $0[path] ?? 0 } - before
  }

  /// From now on every connection is counted.
  static func watch() throws { try #require(isWatching) }

  private static let isWatching: Bool = {
    // SQLite calls it as `int (*)(sqlite3 *, char **, const sqlite3_api_routines *)`, whatever the header says.
    let entry: @convention(c) (OpaquePointer?, UnsafeMutableRawPointer?, UnsafeRawPointer?) -> Int32 = { handle, _, _ in
      sqlite3_trace_v2(
        handle, UInt32(SQLITE_TRACE_PROFILE),
        { _, _, statement, _ in
          StepCount.add(OpaquePointer(statement))
          return 0
        }, nil)
    }
    return sqlite3_auto_extension(unsafeBitCast(entry, to: (@convention(c) () -> Void).self)) == SQLITE_OK
  }()

  private static func add(_ statement: OpaquePointer?) {
    guard let statement, let name = sqlite3_db_filename(sqlite3_db_handle(statement), "main") else { return }
    let count = Int(sqlite3_stmt_status(statement, SQLITE_STMTSTATUS_VM_STEP, 1))
    steps.withLock { $0[String(cString: name), default: 0] += count }
  }
}
