public import Dossiers

extension SQLStore {
  public func dossiersInReview(limit: Int) throws(StoreError) -> [Dossier] {
    try database.read("listing dossiers in review") { transaction throws(StoreError) in
      try transaction.rows(
        SQL(assembled: "SELECT \(Dossier.columns) FROM dossiers WHERE state = 'review' ORDER BY id LIMIT $1"),
        [.int(max(0, limit))]
      ) { row throws(StoreError) in try Dossier(row: row) }
    }
  }

  public func accept(_ id: DossierID, by person: String, note: String?) throws(StoreError) {
    try database.write("accepting a dossier") { transaction throws(StoreError) in
      try transaction.lock(id)
      let dossier = try transaction.requireDossier(id)
      guard dossier.state == .review else {
        throw StoreError(
          .conflict, "the dossier is \(dossier.state.rawValue), not in review", because: .dossier(dossier.state),
          doing: "accepting a dossier")
      }
      try transaction.settleAll(of: id, by: person)
      try transaction.note(
        "review.accepted", actor: person, dossier: id, data: note.map { ["note": .string($0)] } ?? .null)
      try transaction.post("dossier.review-done", payload: ["dossier": .string(id.rawValue)], dossier: id)
      // Documents whose task waits for the person go on with their stages; those that ended in review are accepted.
      let parked = try transaction.parkedDocumentTasks(of: id)
      for (task, document) in parked {
        try transaction.enter(task, at: nil)
        try transaction.setState(.waiting, of: document)
      }
      try transaction.run(
        "UPDATE documents SET state = 'accepted' WHERE dossier = $1 AND state = 'review'", [.id(id)])
      try transaction.closeFailedDocumentTasks(of: id)
      try transaction.setWorking(id)
      guard let task = try transaction.dossierTask(of: id) else {
        if parked.isEmpty { _ = try transaction.startDossierTaskIfDocumentsAreThrough(id) }
        return
      }
      switch task.state {
      case .review, .failed, .quarantined: try transaction.enter(task.id, at: nil)
      case .waiting: _ = try transaction.startDossierTaskIfDocumentsAreThrough(id)
      case .ready, .leased, .done, .cancelled: break
      }
    }
  }

  public func reject(_ id: DossierID, by person: String, reason: BilingualText) throws(StoreError) {
    try database.write("rejecting a dossier") { transaction throws(StoreError) in
      try transaction.lock(id)
      let dossier = try transaction.requireDossier(id)
      guard dossier.state == .review || dossier.state == .received else {
        throw StoreError(
          .conflict, "the dossier is \(dossier.state.rawValue) already", because: .dossier(dossier.state),
          doing: "rejecting a dossier")
      }
      try transaction.settleReviews(of: id, by: person)
      try transaction.open(.rejected(reason: reason), stage: "review", dossier: id, document: nil)
      for row in try transaction.unfinishedTasks(of: id) {
        try transaction.end(row, as: row.kind == .document ? .cancelled : .done)
        if let document = row.document { try transaction.setState(.cancelled, of: document) }
      }
      try transaction.run(
        "UPDATE documents SET state = 'rejected' WHERE dossier = $1 AND state = 'review'", [.id(id)])
      try transaction.setState(.rejected, of: id)
      let payload: JSONValue = [
        "dossier": .string(id.rawValue), "reason": ["vi": .string(reason.vi), "en": .string(reason.en)],
      ]
      try transaction.note("review.rejected", actor: person, dossier: id, data: payload)
      try transaction.post("dossier.rejected", payload: payload, dossier: id)
    }
  }
}

extension SQLStore {
  public func withdraw(_ id: DossierID, by person: String) throws(StoreError) {
    try database.write("withdrawing a dossier") { transaction throws(StoreError) in
      try transaction.lock(id)
      let dossier = try transaction.requireDossier(id)
      switch dossier.state {
      case .received, .review, .rejected, .accepted: break
      case .handedOff, .resultReady, .cancelled:
        throw StoreError(
          .conflict, "a dossier that is \(dossier.state.rawValue) is not withdrawn",
          because: .dossier(dossier.state), doing: "withdrawing a dossier")
      }
      for row in try transaction.unfinishedTasks(of: id) {
        try transaction.end(row, as: .cancelled)
        if let document = row.document { try transaction.setState(.cancelled, of: document) }
      }
      try transaction.setState(.cancelled, of: id)
      try transaction.note("dossier.withdrawn", actor: person, dossier: id)
      try transaction.post("dossier.withdrawn", payload: ["dossier": .string(id.rawValue)], dossier: id)
    }
  }
}

extension SQLTransaction {
  /// Tasks of the dossier that are hot, wait, or are parked.
  func unfinishedTasks(of dossier: DossierID) throws(StoreError) -> [TaskRow] {
    try rows(
      SQL(
        assembled: """
          SELECT \(TaskRow.joinedColumns) FROM tasks t LEFT JOIN task_queue q ON q.id = t.id
          WHERE t.dossier = $1 AND t.state IN ('waiting', 'queued', 'review') ORDER BY t.id
          """), [.id(dossier)]
    ) { row throws(StoreError) in try TaskRow(row: row) }
  }

  /// Ends a task, hot or not. A worker that holds it finds its lease lost.
  func end(_ row: TaskRow, as state: QueuedTask.State) throws(StoreError) {
    try leave(row, as: state, stage: row.stage)
  }

  fileprivate func settleAll(of dossier: DossierID, by person: String) throws(StoreError) {
    try run(
      "UPDATE problems SET settled_at = $1, settled_by = $2 WHERE dossier = $3 AND settled_at IS NULL",
      [.time(now), .string(person), .id(dossier)])
  }

  /// What a person had to decide is decided; what the sender must mend stays open.
  fileprivate func settleReviews(of dossier: DossierID, by person: String) throws(StoreError) {
    try run(
      """
      UPDATE problems SET settled_at = $1, settled_by = $2
      WHERE dossier = $3 AND settled_at IS NULL AND severity = 'review'
      """, [.time(now), .string(person), .id(dossier)])
  }

  /// Somebody has taken the documents as they are: nothing of their tasks is left to be done, or tried again.
  fileprivate func closeFailedDocumentTasks(of dossier: DossierID) throws(StoreError) {
    try run(
      "UPDATE tasks SET state = 'cancelled' WHERE dossier = $1 AND kind = 'document' AND state = 'failed'",
      [.id(dossier)])
  }

  fileprivate func parkedDocumentTasks(
    of dossier: DossierID
  ) throws(StoreError) -> [(task: TaskID, document: DocumentID)] {
    try rows(
      "SELECT id, document FROM tasks WHERE dossier = $1 AND kind = 'document' AND state = 'review' ORDER BY id",
      [.id(dossier)]
    ) { row in (row.id(0), row.id(1)) }
  }
}
