/// What must hold in every store at every moment, whatever was killed when.
public enum StoreCheck {
  public struct Fault: Sendable {
    /// What is wrong, in English.
    public let fault: String
    /// Ids or keys of up to ten rows.
    public let rows: [String]
  }

  /// Reads the whole record, beside the workers. An empty answer means that it is sound.
  public static func run(on store: SQLStore) throws(StoreError) -> [Fault] {
    try store.database.read("checking the store") { transaction throws(StoreError) in
      var faults = try transaction.ownFaults()
      for (fault, query) in rules {
        let rows = try transaction.rows(SQL(assembled: query + " LIMIT 10"), []) { row throws(StoreError) in row.text(0)
        }
        if !rows.isEmpty { faults.append(Fault(fault: fault, rows: rows)) }
      }
      return faults
    }
  }

  private static let rules: [(fault: String, query: String)] = [
    (
      "a task is queued without a row in the queue",
      "SELECT id FROM tasks WHERE state = 'queued' AND id NOT IN (SELECT id FROM task_queue)"
    ),
    (
      "a task is in the queue without being queued",
      "SELECT q.id FROM task_queue q JOIN tasks t ON t.id = q.id WHERE t.state <> 'queued'"
    ),
    (
      "a lease without a holder, or a holder without a lease",
      "SELECT id FROM task_queue WHERE (state = 'leased') <> (worker IS NOT NULL AND lease_until IS NOT NULL)"
    ),
    (
      "a document's task is done and the document waits",
      """
      SELECT t.id FROM tasks t JOIN documents d ON d.id = t.document WHERE t.state = 'done' AND d.state = 'waiting'
      """
    ),
    (
      "a dossier's task waits though its documents are through",
      """
      SELECT t.id FROM tasks t WHERE t.kind = 'dossier' AND t.state = 'waiting' AND NOT EXISTS (
        SELECT 1 FROM tasks o WHERE o.dossier = t.dossier AND o.kind = 'document' AND o.state IN ('queued', 'review'))
      """
    ),
    (
      "a dossier's task runs before its documents are through",
      """
      SELECT t.id FROM tasks t JOIN tasks o ON o.dossier = t.dossier AND o.kind = 'document'
      WHERE t.kind = 'dossier' AND t.state IN ('queued', 'done') AND o.state IN ('queued', 'review')
      """
    ),
    (
      "a dossier handed off without a message, or with two of one version",
      """
      SELECT d.id FROM dossiers d WHERE d.state = 'handed-off' AND 1 <> (
        SELECT count(*) FROM outbox o
        WHERE o.dossier = d.id AND o.version = d.version AND o.topic = 'dossier.handed-off')
      """
    ),
    (
      "a dossier's code is not its receipt's",
      """
      SELECT d.id FROM dossiers d LEFT JOIN receipts r ON r.dossier = d.id WHERE d.code IS DISTINCT FROM r.code
      """
    ),
    (
      "serials with a gap",
      """
      SELECT c.agency || ' ' || c.day FROM counters c WHERE c.value <> (
        SELECT count(*) FROM receipts r WHERE r.agency = c.agency AND r.day = c.day)
      """
    ),
    (
      "a stage run without its event, or the other way round",
      """
      SELECT task FROM (
        SELECT task, 1 AS n FROM stage_runs
        UNION ALL SELECT task, -1 FROM events WHERE type LIKE 'stage.%' AND task IS NOT NULL) x
      GROUP BY task HAVING sum(n) <> 0
      """
    ),
  ]
}
