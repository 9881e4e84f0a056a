import Glibc
import Synchronization

/// A SQLite file in WAL mode: one writer, readers beside it.
final class SQLiteDatabase: SQLDatabase {
  private let path: String
  private let clock: any StoreClock
  private let busyMilliseconds: Int32
  /// nil when opened for reading only.
  private let writer: SQLiteConnection?
  /// Held by the thread that writes. Threads of one process queue here, processes at SQLite's lock.
  private let writerTurn = Mutex(())
  private let idleReaders = Mutex<[SQLiteConnection]>([])
  private static let idleReadersKept = 4

  /// Opens or makes the file and brings its schema up to date.
  init(path: String, clock: any StoreClock, busyMilliseconds: Int32) throws(StoreError) {
    self.path = path
    self.clock = clock
    self.busyMilliseconds = busyMilliseconds
    Self.makePrivateFile(path)
    let connection = try SQLiteConnection(path: path, access: .readWrite, busyMilliseconds: busyMilliseconds)
    try SQLiteSchema.refuseForeignFile(connection)
    try Self.switchToWAL(connection, waitingUpTo: busyMilliseconds)
    try connection.script("PRAGMA synchronous = FULL")
    try SQLiteSchema.migrate(connection, now: clock.now().wall)
    writer = connection
  }

  /// Opens an existing file to look things up.
  init(readingOnly path: String, clock: any StoreClock, busyMilliseconds: Int32) throws(StoreError) {
    self.path = path
    self.clock = clock
    self.busyMilliseconds = busyMilliseconds
    let connection = try SQLiteConnection(path: path, access: .readOnly, busyMilliseconds: busyMilliseconds)
    try SQLiteSchema.requireCurrent(connection)
    writer = nil
    idleReaders.withLock { $0.append(connection) }
  }

  func write<Value: Sendable>(
    _ doing: String, _ body: (any SQLTransaction) throws(StoreError) -> Value
  ) throws(StoreError) -> Value {
    guard let writer else { throw StoreError(.readOnly, "the store was opened for reading only", doing: doing) }
    return try writerTurn.withLock { _ throws(StoreError) in
      writer.doing = doing
      try writer.run("BEGIN IMMEDIATE", [])
      do throws(StoreError) {
        let value = try body(SQLiteTransaction(writer, moment: clock.now()))
        try writer.commit()
        return value
      } catch {
        writer.rollBack()
        throw error
      }
    }
  }

  func read<Value: Sendable>(
    _ doing: String, _ body: (any SQLTransaction) throws(StoreError) -> Value
  ) throws(StoreError) -> Value {
    let lent = idleReaders.withLock { $0.popLast() }
    let reader =
      if let lent {
        lent
      } else {
        try SQLiteConnection(path: path, access: .readOnly, busyMilliseconds: busyMilliseconds)
      }
    reader.doing = doing
    do throws(StoreError) {
      try reader.run("BEGIN", [])
      let value = try body(SQLiteTransaction(reader, moment: clock.now()))
      try reader.run("COMMIT", [])
      idleReaders.withLock { if $0.count < Self.idleReadersKept { $0.append(reader) } }
      return value
    } catch {
      // A reader that failed is closed, not lent again.
      reader.rollBack()
      throw error
    }
  }

  /// Makes the database one plain file, without a write-ahead log beside it. Nobody else may have it open.
  func settle() throws(StoreError) {
    guard let writer else { throw StoreError(.readOnly, "the store was opened for reading only", doing: "settling") }
    idleReaders.withLock { $0.removeAll() }
    writer.doing = "settling the store"
    let mode = try writer.rows("PRAGMA journal_mode = DELETE", []) { row throws(StoreError) in row.text(0) }
    guard mode == ["delete"] else { throw StoreError(.busy, "somebody else has it open", doing: "settling the store") }
  }

  /// Citizens' data and the signing keys are in it: nobody else may read a new store. SQLite gives its side files
  /// the same mode. A failure shows when the file is opened.
  private static func makePrivateFile(_ path: String) {
    let descriptor = Glibc.open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    if descriptor >= 0 { close(descriptor) }
  }

  /// The switch needs the file for a moment alone, and SQLite does not wait for that by itself.
  private static func switchToWAL(
    _ connection: SQLiteConnection, waitingUpTo milliseconds: Int32
  ) throws(StoreError) {
    var waited: Int32 = 0
    while true {
      do throws(StoreError) {
        let mode = try connection.rows("PRAGMA journal_mode = WAL", []) { row throws(StoreError) in row.text(0) }
        guard mode == ["wal"] else {
          throw StoreError(.unavailable, "the file system does not allow WAL", doing: "opening the store")
        }
        return
      } catch let error where error.code == .busy && waited < milliseconds {
        usleep(10_000)
        waited += 10
      }
    }
  }
}
