public import Dossiers

extension SQLStore {
  public func quarantined(limit: Int) throws(StoreError) -> [QuarantinedTask] {
    try database.read("listing the quarantine") { transaction throws(StoreError) in
      let rows = try transaction.rows(
        SQL(
          assembled: """
            SELECT \(TaskRow.joinedColumns) FROM tasks t LEFT JOIN task_queue q ON q.id = t.id
            WHERE t.state = 'quarantined' ORDER BY t.id LIMIT $1
            """), [.int(max(0, limit))]
      ) { row throws(StoreError) in try TaskRow(row: row) }
      var found: [QuarantinedTask] = []
      for row in rows { found.append(try transaction.quarantined(row)) }
      return found
    }
  }

  public func quarantined(_ task: TaskID) throws(StoreError) -> QuarantinedTask? {
    try database.read("looking into the quarantine") { transaction throws(StoreError) in
      guard let row = try transaction.taskRow(task), row.state == .quarantined else { return nil }
      return try transaction.quarantined(row)
    }
  }

  public func release(quarantined id: TaskID, by person: String) throws(StoreError) {
    let doing = "releasing from quarantine"
    try database.write(doing) { transaction throws(StoreError) in
      let row = try transaction.requireQuarantined(id, doing: doing)
      try transaction.putBack(row, by: person, doing: doing)
      try transaction.note(
        "quarantine.released", actor: person, dossier: row.dossier, document: row.document, task: id,
        data: ["stage": row.stage.map { .string($0) } ?? .null])
    }
  }

  public func drop(quarantined id: TaskID, by person: String, reason: BilingualText) throws(StoreError) {
    let doing = "dropping from quarantine"
    try database.write(doing) { transaction throws(StoreError) in
      let row = try transaction.requireQuarantined(id, doing: doing)
      guard let document = row.document else {
        throw StoreError(
          .conflict, "the task is its dossier's own: release it, or reject the dossier with hoso review reject",
          doing: doing)
      }
      let dossier = try transaction.requireDossier(row.dossier)
      guard dossier.state == .received || dossier.state == .review || dossier.state == .rejected else {
        throw StoreError(
          .conflict, "the document's dossier is \(dossier.state.rawValue) already", because: .dossier(dossier.state),
          doing: doing)
      }
      try transaction.refuse(document, row: row, by: person, reason: reason)
      // Rejected already, it waits for its sender: nothing new to tell.
      guard dossier.state != .rejected else { return }
      try transaction.holdDossierTask(of: row.dossier)
      try transaction.setWorking(row.dossier)
      _ = try transaction.startDossierTaskIfDocumentsAreThrough(row.dossier)
    }
  }
}

extension SQLTransaction {
  fileprivate func requireQuarantined(_ id: TaskID, doing: String) throws(StoreError) -> TaskRow {
    try lock(dossierOf: id)
    guard let row = try taskRow(id) else { throw StoreError(.notFound, "no task \(id)", doing: doing) }
    guard row.state == .quarantined else {
      throw StoreError(
        .conflict, "the task is \(row.state.rawValue), not quarantined", because: .task(row.state), doing: doing)
    }
    return row
  }

  /// Sets a document apart for good. The dossier goes on without it; where nothing else is left of the dossier, it
  /// goes back to its sender.
  fileprivate func refuse(
    _ document: DocumentID, row: TaskRow, by person: String, reason: BilingualText
  ) throws(StoreError) {
    let hasOthers = try exists(
      """
      SELECT 1 FROM documents WHERE dossier = $1 AND id <> $2 AND state NOT IN ('cancelled', 'rejected') LIMIT 1
      """, [.id(row.dossier), .id(document)])
    try run(
      """
      UPDATE problems SET settled_at = $1, settled_by = $2
      WHERE dossier = $3 AND document = $4 AND settled_at IS NULL
      """, [.time(now), .string(person), .id(row.dossier), .id(document)])
    try open(
      .dropped(reason: reason, severity: hasOthers ? .warning : .rejects), stage: row.stage ?? "quarantine",
      dossier: row.dossier, document: document)
    try setState(hasOthers ? .cancelled : .rejected, of: document)
    try leaveQuarantine(row.id, as: .cancelled)
    let payload: JSONValue = [
      "dossier": .string(row.dossier.rawValue), "document": .string(document.rawValue),
      "reason": ["vi": .string(reason.vi), "en": .string(reason.en)],
    ]
    try note(
      "quarantine.dropped", actor: person, dossier: row.dossier, document: document, task: row.id, data: payload)
    if hasOthers { try post("document.refused", payload: payload, dossier: row.dossier) }
  }

  private func leaveQuarantine(_ task: TaskID, as state: QueuedTask.State) throws(StoreError) {
    try run(
      "UPDATE tasks SET state = $1, ended_at = $2 WHERE id = $3", [.string(state.rawValue), .time(now), .id(task)])
  }

  fileprivate func quarantined(_ row: TaskRow) throws(StoreError) -> QuarantinedTask {
    let dossier = try first(
      SQL(assembled: "SELECT \(Dossier.columns) FROM dossiers WHERE id = $1"), [.id(row.dossier)]
    ) { row throws(StoreError) in try Dossier(row: row) }
    guard let dossier else { throw StoreError(.notFound, "no dossier \(row.dossier)", doing: "reading a task") }
    var document: Document?
    if let id = row.document {
      document = try first(SQL(assembled: "SELECT \(Document.columns) FROM documents WHERE id = $1"), [.id(id)]) {
        row throws(StoreError) in try Document(row: row)
      }
    }
    let events = try rows(
      SQL(
        assembled: """
          SELECT \(Event.columns) FROM events
          WHERE dossier = $1 AND task = $2 AND type IN ('stage.strike', 'quarantine.released', 'task.retried')
          ORDER BY sequence
          """), [.id(row.dossier), .id(row.id)]
    ) { row throws(StoreError) in try Event(row: row) }
    let strikes = events.reversed().prefix { $0.type == "stage.strike" }.reversed()
    return QuarantinedTask(
      task: row.task, dossierState: dossier.state, dossierCode: dossier.code, document: document,
      strikes: strikes.map { event in
        QuarantinedTask.Strike(
          at: event.at, worker: WorkerID(rawValue: event.actor), stage: event.data["stage"]?.string ?? "",
          error: event.data["error"]?.string ?? "", evidence: event.data["evidence"] ?? .null)
      })
  }
}
