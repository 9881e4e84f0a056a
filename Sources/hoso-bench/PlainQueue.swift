import CSQLite
import Dossiers
import Workflow

/// The statements of a no-op task, called through SQLite's C interface with nothing around them: what the store is
/// measured against.
final class PlainQueue {
  private let handle: OpaquePointer
  private let statements: [OpaquePointer]
  private let worker = "worker-1"
  private let boot = "boot-1"
  /// As the store does, ids, times and stages are held as Swift strings and bound as text.
  private let startedAt: Int64 = 1_790_000_000_000

  private enum Step: Int, CaseIterable {
    case begin, commit, claim, held, run, event, task, queue, document, open
  }

  init(path: String) throws {
    var opened: OpaquePointer?
    guard sqlite3_open_v2(path, &opened, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, nil) == SQLITE_OK,
      let handle = opened
    else { throw UsageError(message: "cannot open \(path)") }
    self.handle = handle
    sqlite3_exec(
      handle, "PRAGMA foreign_keys = ON; PRAGMA synchronous = FULL; PRAGMA cache_size = -16000", nil, nil, nil)
    statements = try Step.allCases.map { step in
      var statement: OpaquePointer?
      let code = sqlite3_prepare_v3(handle, Self.text(of: step), -1, UInt32(SQLITE_PREPARE_PERSISTENT), &statement, nil)
      guard code == SQLITE_OK, let statement else {
        throw UsageError(message: String(cString: sqlite3_errmsg(handle)))
      }
      return statement
    }
  }

  deinit {
    for statement in statements { sqlite3_finalize(statement) }
    sqlite3_close_v2(handle)
  }

  /// Claims up to `limit` tasks and records each as done, in two transactions; returns how many there were.
  func turn(limit: Int, now: Int64) throws -> Int {
    try execute(.begin)
    var claimed: [(id: String, claim: Int64)] = []
    try execute(.claim) { bind in
      bind.text(worker)
      bind.text(boot)
      bind.integer(now + 20_000)
      bind.integer(startedAt)
      bind.integer(now)
      bind.integer(Int64(limit))
    } row: { row in
      claimed.append((row.text(0), row.integer(13)))
    }
    try execute(.commit)
    if claimed.isEmpty { return 0 }

    try execute(.begin)
    for (id, claim) in claimed {
      var dossier = ""
      var document = ""
      var plan = ""
      try execute(.held) { bind in
        bind.text(id)
        bind.text(worker)
        bind.integer(claim)
      } row: { row in
        dossier = row.text(2)
        document = row.text(3)
        plan = row.text(4)
      }
      try execute(.run) { bind in
        bind.text(id)
        bind.text(plan)
        bind.text("read")
        bind.text("no-op")
        bind.integer(1)
        bind.text(worker)
        bind.integer(startedAt)
        bind.integer(startedAt)
        bind.text("done")
      }
      try execute(.event) { bind in
        bind.integer(startedAt)
        bind.text(dossier)
        bind.text(document)
        bind.text(id)
        bind.text("stage.done")
        bind.text(worker)
        bind.text(#"{"ends":"accepted","stage":"read"}"#)
      }
      try execute(.task) { bind in
        bind.integer(claim)
        bind.integer(startedAt)
        bind.text(id)
      }
      try execute(.queue) { bind in bind.text(id) }
      try execute(.document) { bind in bind.text(document) }
      try execute(.open) { bind in bind.text(dossier) }
    }
    try execute(.commit)
    return claimed.count
  }

  private struct Binder {
    let statement: OpaquePointer
    var index: Int32 = 0

    mutating func text(_ text: String) {
      index += 1
      var text = text
      _ = text.withUTF8 { bytes in
        bytes.withMemoryRebound(to: CChar.self) {
          hoso_sqlite3_bind_text(statement, index, $0.baseAddress, Int32($0.count))
        }
      }
    }

    mutating func integer(_ number: Int64) {
      index += 1
      sqlite3_bind_int64(statement, index, number)
    }
  }

  private struct Row {
    let statement: OpaquePointer
    func text(_ column: Int32) -> String {
      sqlite3_column_text(statement, column).map { String(cString: $0) } ?? ""
    }
    func integer(_ column: Int32) -> Int64 { sqlite3_column_int64(statement, column) }
  }

  private func execute(
    _ step: Step, bind: (inout Binder) -> Void = { _ in }, row: (Row) -> Void = { _ in }
  ) throws {
    let statement = statements[step.rawValue]
    var binder = Binder(statement: statement)
    bind(&binder)
    var code = sqlite3_step(statement)
    while code == SQLITE_ROW {
      row(Row(statement: statement))
      code = sqlite3_step(statement)
    }
    sqlite3_reset(statement)
    guard code == SQLITE_DONE else { throw UsageError(message: "\(step): \(String(cString: sqlite3_errmsg(handle)))") }
  }

  private static func text(of step: Step) -> String {
    switch step {
    case .begin: "BEGIN IMMEDIATE"
    case .commit: "COMMIT"
    case .claim:
      """
      UPDATE task_queue SET state = 'leased', worker = ?1, claim = claim + 1, lease_boot = ?2, lease_until = ?3
      WHERE id IN (
        SELECT id FROM task_queue
        WHERE state = 'ready' AND (run_at IS NULL OR run_at <= ?4 OR (wait_boot = ?2 AND wait_until <= ?5))
          AND stage NOT IN (SELECT stage FROM stage_pauses)
        ORDER BY priority DESC, turn, id LIMIT ?6)
      RETURNING id, kind, dossier, document, plan, state, stage, priority, queued_at, run_at, attempts, strikes,
        crashes, claim, worker, last_error
      """
    case .held:
      """
      SELECT id, kind, dossier, document, plan, state, stage, priority, queued_at, run_at, attempts, strikes, crashes,
        claim, worker, last_error
      FROM task_queue WHERE id = ?1 AND worker = ?2 AND claim = ?3 AND state = 'leased'
      """
    case .run:
      """
      INSERT INTO stage_runs (task, plan, stage, uses, attempt, worker, started_at, ended_at, outcome)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
      """
    case .event:
      "INSERT INTO events (at, dossier, document, task, type, actor, data) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)"
    case .task:
      "UPDATE tasks SET state = 'done', stage = NULL, claim = ?1, last_error = NULL, ended_at = ?2 WHERE id = ?3"
    case .queue: "DELETE FROM task_queue WHERE id = ?1"
    case .document: "UPDATE documents SET state = 'accepted' WHERE id = ?1"
    case .open:
      "SELECT 1 FROM tasks WHERE dossier = ?1 AND kind = 'document' AND state IN ('queued', 'review') LIMIT 1"
    }
  }
}
