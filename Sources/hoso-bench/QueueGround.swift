import CSQLite
import Glibc
import Workflow

/// A database that the queue benchmark runs on.
protocol QueueGround {
  var title: String { get }
  func makePlace() throws -> any QueuePlace
}

/// A fresh store of one measurement.
protocol QueuePlace {
  func open() throws -> any WorkflowStore
  /// Claims up to so many tasks by plain SQL and records them as done; returns how many there were. Takes the limit
  /// and the time in milliseconds.
  func plainTurn() throws -> (Int, Int64) throws -> Int
  /// Ready tasks beside those that are measured.
  func addBacklog(_ count: Int, stage: String, priority: Int) throws
  /// A reader that looks at the store as it is now until the answer is released.
  func pinSnapshot() throws -> AnyObject
  func remove()
}

/// Tasks of the last dossier, which is not the one that is measured. In plain SQL: a million by submissions would take
/// minutes.
func backlogStatements(numbers: String, stage: String, priority: Int) -> String {
  """
  INSERT INTO tasks (id, kind, dossier, plan, state, stage, priority, queued_at, turn)
    SELECT 'waiting-' || n, 'dossier', d.id, d.plan, 'queued', '\(stage)', \(priority), d.received_at + n, n
    FROM (SELECT * FROM dossiers ORDER BY id DESC LIMIT 1) AS d, \(numbers);
  INSERT INTO task_queue (id, kind, dossier, plan, state, stage, priority, queued_at, turn, attempts, strikes, crashes,
      claim)
    SELECT id, kind, dossier, plan, 'ready', stage, priority, queued_at, turn, 0, 0, 0, 0 FROM tasks WHERE id LIKE 'waiting-%';
  """
}

struct SQLiteGround: QueueGround {
  let folder: String
  var title: String { "SQLite \(String(cString: sqlite3_libversion())) (WAL, synchronous FULL, in \(folder))" }
  func makePlace() -> any QueuePlace { SQLitePlace(path: "\(folder)/hoso-bench-\(getpid()).sqlite") }
}

private struct SQLitePlace: QueuePlace {
  let path: String

  func open() throws -> any WorkflowStore { try SQLiteStore.open(path: path) }

  func plainTurn() throws -> (Int, Int64) throws -> Int {
    let queue = try PlainQueue(path: path)
    return { try queue.turn(limit: $0, now: $1) }
  }

  func addBacklog(_ count: Int, stage: String, priority: Int) throws {
    let numbers =
      "(WITH RECURSIVE c (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c WHERE n < \(count)) SELECT n FROM c)"
    try SQLiteHandle(path).script(backlogStatements(numbers: numbers, stage: stage, priority: priority))
  }

  func pinSnapshot() throws -> AnyObject {
    let reader = try SQLiteHandle(path)
    try reader.script("BEGIN; SELECT count(*) FROM dossiers")
    return reader
  }

  func remove() { for suffix in ["", "-wal", "-shm"] { unlink(path + suffix) } }
}

private final class SQLiteHandle {
  private let handle: OpaquePointer

  init(_ path: String) throws {
    var opened: OpaquePointer?
    guard sqlite3_open_v2(path, &opened, SQLITE_OPEN_READWRITE, nil) == SQLITE_OK, let opened else {
      throw UsageError(message: "cannot open \(path)")
    }
    handle = opened
  }

  deinit { sqlite3_close_v2(handle) }

  func script(_ text: String) throws {
    guard sqlite3_exec(handle, text, nil, nil, nil) == SQLITE_OK else {
      throw UsageError(message: String(cString: sqlite3_errmsg(handle)))
    }
  }
}

struct PostgresGround: QueueGround {
  let url: String
  var title: String { "PostgreSQL (durable commits, one connection)" }

  func makePlace() throws -> any QueuePlace {
    let schema = "bench_\(getpid())_\(monotonicNanoseconds())"
    try PlainPostgres(url: url).script("CREATE SCHEMA \(schema)")
    let separator = url.contains("?") ? "&" : "?"
    return PostgresPlace(base: url, schema: schema, url: "\(url)\(separator)options=-csearch_path%3D\(schema)")
  }
}

struct PostgresPlace: QueuePlace {
  let base: String
  let schema: String
  let url: String

  func open() throws -> any WorkflowStore { try PostgresStore.open(url: url) }

  func plainTurn() throws -> (Int, Int64) throws -> Int {
    let queue = try PlainPostgresQueue(url: url)
    return { try queue.turn(limit: $0, now: $1) }
  }

  func addBacklog(_ count: Int, stage: String, priority: Int) throws {
    let link = try PlainPostgres(url: url)
    try link.script(
      backlogStatements(numbers: "generate_series(1, \(count)) AS g (n)", stage: stage, priority: priority))
    try link.script("VACUUM ANALYZE task_queue")
    try link.script("VACUUM ANALYZE tasks")
    try link.script("CHECKPOINT")
  }

  func pinSnapshot() throws -> AnyObject {
    let link = try PlainPostgres(url: url)
    try link.script("BEGIN ISOLATION LEVEL REPEATABLE READ")
    try link.script("SELECT count(*) FROM dossiers")
    return link
  }

  func remove() {
    do {
      try PlainPostgres(url: base).script("DROP SCHEMA \(schema) CASCADE")
    } catch {
      complain("hoso-bench: schema \(schema) stays behind: \(error)\n")
    }
  }
}
