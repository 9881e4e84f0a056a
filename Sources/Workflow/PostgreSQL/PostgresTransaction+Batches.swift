import Dossiers

/// Many records in a few statements. Only those that end plainly, as nearly all do; the others go one by one, by the
/// same rules as ever.
extension PostgresTransaction {
  private struct Plain {
    let place: Int
    let record: StageRecord
    let row: TaskRow
  }

  func record(together records: [(record: StageRecord, token: LeaseToken)]) throws(StoreError) -> [RecordAnswer?] {
    let tasks = Set(records.map(\.token.task))
    guard records.count > 1, tasks.count == records.count else { return try record(inTurn: records) }
    try run(
      """
      SELECT 1 FROM dossiers WHERE id IN (SELECT dossier FROM tasks WHERE id = ANY ($1::text[]))
      ORDER BY id FOR NO KEY UPDATE
      """, [PostgresArray.ids(records.map(\.token.task))])
    let held = try heldRows(records.map(\.token))
    let pauses = Set(
      try rows("SELECT stage FROM stage_pauses UNION SELECT stage FROM stage_limits", []) { row throws(StoreError) in
        row.text(0)
      })
    var answers: [RecordAnswer?] = Array(repeating: nil, count: records.count)
    var plain: [Plain] = []
    for (place, (record, token)) in records.enumerated() {
      guard let row = held[token.task] else { continue }
      if record.isPlain(for: row, pauses: pauses) {
        plain.append(Plain(place: place, record: record, row: row))
      } else {
        answers[place] = try self.record(record, under: token)
      }
    }
    guard !plain.isEmpty else { return answers }
    try insertRuns(plain)
    try insertEvents(plain)
    try advance(plain, &answers)
    try endDocuments(plain, &answers)
    return answers
  }

  private func heldRows(_ tokens: [LeaseToken]) throws(StoreError) -> [TaskID: TaskRow] {
    let found = try rows(
      """
      SELECT q.id, q.kind, q.dossier, q.document, q.plan, q.state, q.stage, q.priority, q.queued_at, q.run_at,
        q.attempts, q.strikes, q.crashes, q.claim, q.worker, q.last_error, q.turn
      FROM unnest($1::text[], $2::text[], $3::bigint[]) AS k (id, worker, claim)
      JOIN task_queue q ON q.id = k.id AND q.worker = k.worker AND q.claim = k.claim
      WHERE q.state = 'leased' FOR UPDATE OF q
      """,
      [
        PostgresArray.ids(tokens.map(\.task)), PostgresArray.ids(tokens.map(\.worker)),
        PostgresArray.integers(tokens.map(\.claim)),
      ]
    ) { row throws(StoreError) in try TaskRow(row: row) }
    return Dictionary(found.map { ($0.id, $0) }, uniquingKeysWith: { $1 })
  }

  private func insertRuns(_ plain: [Plain]) throws(StoreError) {
    let records = plain.map(\.record)
    try run(
      """
      INSERT INTO stage_runs (task, plan, stage, uses, attempt, worker, started_at, ended_at, outcome, output, facts,
        detail, peak_memory_bytes, cpu_milliseconds)
      SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::bigint[], $6::text[], $7::bigint[],
        $8::bigint[], $9::text[], $10::text[], $11::text[], $12::text[], $13::bigint[], $14::bigint[])
      """,
      [
        PostgresArray.ids(plain.map(\.row.id)), PostgresArray.ids(plain.map(\.row.plan)),
        PostgresArray.texts(records.map(\.stage)), PostgresArray.texts(records.map(\.uses)),
        PostgresArray.integers(plain.map { Int64($0.row.attempts + 1) }),
        PostgresArray.ids(plain.map(\.row.worker)), PostgresArray.times(records.map(\.startedAt)),
        PostgresArray.times(records.map(\.endedAt)), PostgresArray.texts(records.map(\.outcome)),
        PostgresArray.json(records.map(\.output)), PostgresArray.json(records.map(\.facts)),
        PostgresArray.texts(records.map(\.detail)), PostgresArray.integers(records.map(\.peakMemoryBytes)),
        PostgresArray.integers(records.map(\.cpuMilliseconds)),
      ])
  }

  private func insertEvents(_ plain: [Plain]) throws(StoreError) {
    try run(
      """
      INSERT INTO events (at, dossier, document, task, type, actor, data)
      SELECT $1, * FROM unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[])
      """,
      [
        .time(now), PostgresArray.ids(plain.map(\.row.dossier)), PostgresArray.ids(plain.map(\.row.document)),
        PostgresArray.ids(plain.map(\.row.id)), PostgresArray.texts(plain.map { "stage.\($0.record.outcome)" }),
        PostgresArray.ids(plain.map(\.row.worker)), PostgresArray.json(plain.map(\.record.eventData)),
      ])
  }

  /// On to the next stage under the same lease.
  private func advance(_ plain: [Plain], _ answers: inout [RecordAnswer?]) throws(StoreError) {
    var moves: [(task: TaskID, stage: String)] = []
    for item in plain {
      guard case .stage(let next) = item.record.next else { continue }
      moves.append((item.row.id, next))
      answers[item.place] = RecordAnswer(taskState: .leased, dossierTaskReady: false)
    }
    if moves.isEmpty { return }
    try run(
      """
      UPDATE task_queue SET stage = k.stage, attempts = 0, crashes = 0, run_at = NULL, wait_boot = NULL, wait_until = NULL,
        wait_milliseconds = NULL, last_error = NULL
      FROM unnest($1::text[], $2::text[]) AS k (id, stage) WHERE task_queue.id = k.id
      """, [PostgresArray.ids(moves.map(\.task)), PostgresArray.texts(moves.map(\.stage))])
  }

  private func endDocuments(_ plain: [Plain], _ answers: inout [RecordAnswer?]) throws(StoreError) {
    var ended: [(item: Plain, document: DocumentID, state: Document.State)] = []
    for item in plain {
      guard case .documentEnds(let state) = item.record.next, let document = item.row.document else { continue }
      ended.append((item, document, state))
      answers[item.place] = RecordAnswer(taskState: .done, dossierTaskReady: false)
    }
    if ended.isEmpty { return }
    let tasks = PostgresArray.ids(ended.map(\.item.row.id))
    try run(
      """
      UPDATE tasks SET state = 'done', stage = NULL, attempts = q.attempts, strikes = q.strikes, crashes = q.crashes,
        claim = q.claim, last_error = q.last_error, ended_at = $1
      FROM unnest($2::text[]) AS k (id) JOIN task_queue q ON q.id = k.id WHERE tasks.id = k.id
      """, [.time(now), tasks])
    try run("DELETE FROM task_queue WHERE id = ANY ($1::text[])", [tasks])
    try run(
      """
      UPDATE documents SET state = k.state FROM unnest($1::text[], $2::text[]) AS k (id, state)
      WHERE documents.id = k.id
      """, [PostgresArray.ids(ended.map(\.document)), PostgresArray.texts(ended.map(\.state.rawValue))])
    // The last document of a dossier starts its task.
    var last: [DossierID: Int] = [:]
    for (item, _, _) in ended { last[item.row.dossier] = item.place }
    let through = try rows(
      """
      SELECT k.id FROM unnest($1::text[]) AS k (id) WHERE NOT EXISTS (
        SELECT 1 FROM tasks WHERE dossier = k.id AND kind = 'document' AND state IN ('queued', 'review'))
      """, [PostgresArray.ids(last.keys.sorted { $0.rawValue < $1.rawValue })]
    ) { row throws(StoreError) in row.id(0, Dossier.self) }
    for dossier in through {
      let isReady = try startDossierTaskIfDocumentsAreThrough(dossier)
      if let place = last[dossier] { answers[place] = RecordAnswer(taskState: .done, dossierTaskReady: isReady) }
    }
  }
}

extension StageRecord {
  /// True when nothing but the run, its event and the task's move is to be kept.
  fileprivate func isPlain(for row: TaskRow, pauses: Set<String>) -> Bool {
    // A later claim may find what an earlier run left.
    guard row.claim == 1, problems.isEmpty, parts.isEmpty, events.isEmpty, outbox.isEmpty, receiptPrinted == nil,
      package == nil, mediaType == nil, pageCount == nil
    else { return false }
    return switch next {
    case .stage(let next): !pauses.contains(next)
    case .documentEnds(let state): row.kind == .document && state != .waiting
    case .again, .dossierEnds, .fails, .strike, .crash, .review: false
    }
  }
}
