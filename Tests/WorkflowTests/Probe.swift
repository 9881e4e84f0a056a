import CSQLite
import Testing

/// A plain SQLite connection: what another system sees of a store, and a hand to disturb it with.
final class Probe {
  private let handle: OpaquePointer

  init(_ path: String) throws {
    var opened: OpaquePointer?
    let code = sqlite3_open_v2(path, &opened, SQLITE_OPEN_READWRITE, nil)
    handle = try #require(opened)
    try #require(code == SQLITE_OK)
    sqlite3_busy_timeout(handle, 10_000)
  }

  deinit { sqlite3_close_v2(handle) }

  func run(_ sql: String) throws {
    let code = sqlite3_exec(handle, sql, nil, nil, nil)
    try #require(code == SQLITE_OK, "\(String(cString: sqlite3_errmsg(handle))): \(sql)")
  }

  /// All values as text, NULL as an empty one.
  func rows(_ sql: String) throws -> [[String]] {
    var prepared: OpaquePointer?
    let code = sqlite3_prepare_v2(handle, sql, -1, &prepared, nil)
    try #require(code == SQLITE_OK, "\(String(cString: sqlite3_errmsg(handle))): \(sql)")
    defer { sqlite3_finalize(prepared) }
    var found: [[String]] = []
    while sqlite3_step(prepared) == SQLITE_ROW {
      found.append(
        (0..<sqlite3_column_count(prepared)).map { column in
          sqlite3_column_text(prepared, column).map { String(cString: $0) } ?? ""
        })
    }
    return found
  }

  func value(_ sql: String) throws -> String { try rows(sql).first?.first ?? "" }

  /// What must hold in every store at every moment, whatever was killed when.
  func expectConsistent(sourceLocation: SourceLocation = #_sourceLocation) throws {
    let mustBeEmpty = [
      "a foreign key leads nowhere": "PRAGMA foreign_key_check",
      "a task is queued without a hot row, or the other way round": """
      SELECT id FROM tasks WHERE (state = 'queued') <> (id IN (SELECT id FROM task_queue))
      """,
      "a lease without a holder, or a holder without a lease": """
      SELECT id FROM task_queue WHERE (state = 'leased') <> (worker IS NOT NULL AND lease_until IS NOT NULL)
      """,
      "a done document task whose document waits": """
      SELECT t.id FROM tasks t JOIN documents d ON d.id = t.document WHERE t.state = 'done' AND d.state = 'waiting'
      """,
      "a waiting dossier task whose documents are all through": """
      SELECT t.id FROM tasks t WHERE t.kind = 'dossier' AND t.state = 'waiting' AND NOT EXISTS (
        SELECT 1 FROM tasks o WHERE o.dossier = t.dossier AND o.kind = 'document' AND o.state IN ('queued', 'review'))
      """,
      "a dossier task that runs before its documents are through": """
      SELECT t.id FROM tasks t JOIN tasks o ON o.dossier = t.dossier AND o.kind = 'document'
      WHERE t.kind = 'dossier' AND t.state IN ('queued', 'done') AND o.state IN ('queued', 'review')
      """,
      "a handed-off dossier without exactly one message": """
      SELECT d.id FROM dossiers d WHERE (d.state = 'handed-off') <> (1 = (
        SELECT count(*) FROM outbox o WHERE o.dossier = d.id AND o.topic = 'dossier.handed-off'))
      """,
      "a code without its receipt, or another one": """
      SELECT d.id FROM dossiers d LEFT JOIN receipts r ON r.dossier = d.id WHERE d.code IS NOT r.code
      """,
      "serials with a gap": """
      SELECT c.agency, c.day FROM counters c WHERE c.value <> (
        SELECT count(*) FROM receipts r WHERE r.agency = c.agency AND r.day = c.day)
      """,
      "a stage run without its event, or the other way round": """
      SELECT t.id FROM tasks t WHERE (SELECT count(*) FROM stage_runs r WHERE r.task = t.id)
        <> (SELECT count(*) FROM events e WHERE e.task = t.id AND e.type GLOB 'stage.*')
      """,
    ]
    #expect(try value("PRAGMA integrity_check") == "ok", sourceLocation: sourceLocation)
    for (fault, sql) in mustBeEmpty {
      let found = try rows(sql)
      #expect(found.isEmpty, "\(fault): \(found.prefix(3))", sourceLocation: sourceLocation)
    }
  }
}
