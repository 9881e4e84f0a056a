import Dossiers

extension SQLStore {
  public func tasks(states: Set<QueuedTask.State>?, limit: Int) throws(StoreError) -> [QueuedTask] {
    let wanted = (states ?? Set(QueuedTask.State.allCases)).map(\.rawValue).sorted()
    if wanted.isEmpty { return [] }
    // The record calls ready and leased tasks queued.
    let kept = Set(wanted.map { $0 == "ready" || $0 == "leased" ? "queued" : $0 }).sorted()
    let sql = SQL(
      assembled: """
        SELECT \(TaskRow.joinedColumns) FROM tasks t LEFT JOIN task_queue q ON q.id = t.id
        WHERE t.state IN (\(SQL.parameters(kept.count, after: 0)))
          AND coalesce(q.state, t.state) IN (\(SQL.parameters(wanted.count, after: kept.count)))
        ORDER BY t.id LIMIT $\(kept.count + wanted.count + 1)
        """)
    return try database.read("listing tasks") { transaction throws(StoreError) in
      try transaction.rows(sql, (kept + wanted).map { .string($0) } + [.int(max(0, limit))]) {
        row throws(StoreError) in try TaskRow(row: row).task
      }
    }
  }

  public func task(_ id: TaskID) throws(StoreError) -> QueuedTask? {
    try database.read("reading a task") { transaction throws(StoreError) in try transaction.taskRow(id)?.task }
  }

  public func retry(_ id: TaskID, by actor: String) throws(StoreError) {
    try database.write("retrying a task") { transaction throws(StoreError) in
      try transaction.lock(transaction.requireTask(id).dossier)
      var row = try transaction.requireTask(id)
      switch row.state {
      case .ready:
        row.attempts = 0
        row.strikes = 0
        row.crashes = 0
        row.runAt = nil
        try transaction.backToReady(row)
      case .failed, .quarantined:
        try transaction.putBack(row, by: actor, doing: "retrying a task")
      case .waiting, .leased, .review, .done, .cancelled:
        throw StoreError(
          .conflict, "a task that is \(row.state.rawValue) is not retried", because: .task(row.state),
          doing: "retrying a task")
      }
      try transaction.note(
        "task.retried", actor: actor, dossier: row.dossier, document: row.document, task: id)
    }
  }

  public func cancel(_ id: TaskID, by actor: String) throws(StoreError) {
    try database.write("cancelling a task") { transaction throws(StoreError) in
      try transaction.lock(transaction.requireTask(id).dossier)
      let row = try transaction.requireTask(id)
      guard row.state != .done, row.state != .cancelled else {
        throw StoreError(
          .conflict, "the task is \(row.state.rawValue) already", because: .task(row.state), doing: "cancelling a task")
      }
      try transaction.note(
        "task.cancelled", actor: actor, dossier: row.dossier, document: row.document, task: id)
      try transaction.end(row, as: .cancelled)
      // A dossier that was decided upon stands with all its documents, as its package does: what is left of a task
      // is put away and nothing else.
      switch try transaction.requireDossier(row.dossier).state {
      case .handedOff, .resultReady, .cancelled: return
      case .accepted where row.state == .failed || row.state == .quarantined: return
      case .received, .review, .rejected, .accepted: break
      }
      if let document = row.document {
        try transaction.setState(.cancelled, of: document)
        _ = try transaction.startDossierTaskIfDocumentsAreThrough(row.dossier)
      } else {
        // Without its task a dossier goes nowhere: it is cancelled as a whole.
        for other in try transaction.unfinishedTasks(of: row.dossier) {
          try transaction.end(other, as: .cancelled)
          if let document = other.document { try transaction.setState(.cancelled, of: document) }
        }
        try transaction.setState(.cancelled, of: row.dossier)
        try transaction.note("dossier.cancelled", actor: actor, dossier: row.dossier)
      }
    }
  }

  public func pause(stage: String, by actor: String) throws(StoreError) {
    try database.write("pausing a stage") { transaction throws(StoreError) in
      let paused = try transaction.change(
        "INSERT INTO stage_pauses (stage, actor, since) VALUES ($1, $2, $3) ON CONFLICT (stage) DO NOTHING",
        [.string(stage), .string(actor), .time(transaction.now)])
      if paused == 1 { try transaction.note("stage.paused", actor: actor, data: ["stage": .string(stage)]) }
    }
  }

  public func resume(stage: String, by actor: String) throws(StoreError) {
    try database.write("resuming a stage") { transaction throws(StoreError) in
      let resumed = try transaction.change("DELETE FROM stage_pauses WHERE stage = $1", [.string(stage)])
      transaction.madeReady()
      if resumed == 1 { try transaction.note("stage.resumed", actor: actor, data: ["stage": .string(stage)]) }
    }
  }

  public func pausedStages() throws(StoreError) -> [String] {
    try database.read("listing paused stages") { transaction throws(StoreError) in
      try transaction.rows("SELECT stage FROM stage_pauses ORDER BY stage", []) { row in row.text(0) }
    }
  }

  public func workers() throws(StoreError) -> [WorkerRegistration] {
    try database.read("listing workers") { transaction throws(StoreError) in
      try transaction.rows(
        SQL(assembled: "SELECT \(WorkerRegistration.columns) FROM workers ORDER BY started_at, id"), []
      ) { row in WorkerRegistration(row: row) }
    }
  }
}

extension SQLTransaction {
  fileprivate func requireTask(_ id: TaskID) throws(StoreError) -> TaskRow {
    guard let row = try taskRow(id) else {
      throw StoreError(.notFound, "no task \(id)", doing: "reading a task")
    }
    return row
  }

  /// Puts a task that gave up or was set aside into the queue again, its counters at zero.
  func putBack(_ row: TaskRow, by actor: String, doing: String) throws(StoreError) {
    if let document = row.document {
      try reopen(document, of: row.dossier, doing: doing)
    } else {
      try setWorking(row.dossier)
    }
    try settleTaskProblems(of: row, by: actor)
    try enter(row.id, at: nil)
  }

  /// A document is worked on again: its dossier's task waits for it, and then starts over.
  private func reopen(_ document: DocumentID, of id: DossierID, doing: String) throws(StoreError) {
    let dossier = try requireDossier(id)
    switch dossier.state {
    case .received, .review, .rejected: break
    case .accepted, .handedOff, .resultReady, .cancelled:
      throw StoreError(
        .conflict, "the document's dossier is \(dossier.state.rawValue) already", because: .dossier(dossier.state),
        doing: doing)
    }
    try setState(.waiting, of: document)
    try holdDossierTask(of: id)
    try setWorking(id)
  }

  /// What was said of the task's end no longer holds: by the store, and by the stage that it ended in.
  private func settleTaskProblems(of row: TaskRow, by actor: String) throws(StoreError) {
    try run(
      """
      UPDATE problems SET settled_at = $1, settled_by = $2
      WHERE dossier = $3 AND document IS NOT DISTINCT FROM $4 AND settled_at IS NULL
        AND (code IN ($5, $6) OR stage = $7)
      """,
      [
        .time(now), .string(actor), .id(row.dossier), .id(row.document), .string(ProblemCode.quarantined.rawValue),
        .string(ProblemCode.taskFailed.rawValue), .text(row.stage),
      ])
  }
}
