import Dossiers

extension SQLStore {
  public func retry(_ id: TaskID, moving move: PlanMove, by actor: String) throws(StoreError) {
    let doing = "moving a task to another plan"
    try database.write(doing) { transaction throws(StoreError) in
      try transaction.lock(dossierOf: id)
      guard let row = try transaction.taskRow(id) else { throw StoreError(.notFound, "no task \(id)", doing: doing) }
      guard row.state == .failed || row.state == .quarantined else {
        throw StoreError(
          .conflict, "a task that is \(row.state.rawValue) is not moved to another plan", because: .task(row.state),
          doing: doing)
      }
      guard row.plan == move.from else {
        throw StoreError(.conflict, "the task has another plan by now", doing: doing)
      }
      try transaction.move(row.dossier, by: move, doing: doing)
      try transaction.run(
        "UPDATE tasks SET plan = $1, stage = $2 WHERE id = $3", [.id(move.to), .string(move.restart), .id(id)])
      try transaction.settleProblems(beyond: move.kept, of: row, by: actor)
      try transaction.putBack(row, by: actor, doing: doing)
      try transaction.note(
        "task.replanned", actor: actor, dossier: row.dossier, document: row.document, task: id,
        data: [
          "from": .string(move.from.rawValue), "to": .string(move.to.rawValue), "stage": .string(move.restart),
        ])
    }
  }
}

extension SQLTransaction {
  /// What comes after the task goes by the new plan too: supplements, and the dossier's own task. Other documents'
  /// tasks keep the plan that they have.
  fileprivate func move(_ dossier: DossierID, by move: PlanMove, doing: String) throws(StoreError) {
    let task = try dossierTask(of: dossier)
    guard let first = move.firstDossierStage else {
      guard task == nil else {
        throw StoreError(
          .conflict, "the plan has no stage for the dossier as a whole, which this one needs", doing: doing)
      }
      return try setPlan(of: dossier, by: move)
    }
    try setPlan(of: dossier, by: move)
    guard let task else {
      try run(
        """
        INSERT INTO tasks (id, kind, dossier, plan, state, stage, priority, queued_at)
        SELECT $1, 'dossier', id, plan, 'waiting', $2, priority, $3 FROM dossiers WHERE id = $4
        """, [.id(TaskID.make(at: now)), .string(first), .time(now), .id(dossier)])
      return
    }
    try run("UPDATE tasks SET plan = $1 WHERE id = $2", [.id(move.to), .id(task.id)])
  }

  private func setPlan(of dossier: DossierID, by move: PlanMove) throws(StoreError) {
    try run(
      "UPDATE dossiers SET plan = $1, first_document_stage = $2, first_dossier_stage = $3, updated_at = $4 WHERE id = $5",
      [.id(move.to), .text(move.firstDocumentStage), .text(move.firstDossierStage), .time(now), .id(dossier)])
  }

  /// Stages that run again, or that the new plan does not have, say anew what is wrong.
  fileprivate func settleProblems(
    beyond kept: Set<String>, of row: TaskRow, by actor: String
  ) throws(StoreError) {
    let stages = kept.sorted()
    try run(
      SQL(
        assembled: """
          UPDATE problems SET settled_at = $1, settled_by = $2
          WHERE dossier = $3 AND document IS NOT DISTINCT FROM $4 AND settled_at IS NULL
          \(stages.isEmpty ? "" : "AND stage NOT IN (\(SQL.parameters(stages.count, after: 4)))")
          """),
      [.time(now), .string(actor), .id(row.dossier), .id(row.document)] + stages.map { .string($0) })
  }
}
