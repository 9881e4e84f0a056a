import Dossiers

/// What tasks do to their documents and dossiers.
extension SQLTransaction {
  func setState(_ state: Dossier.State, of dossier: DossierID) throws(StoreError) {
    try run(
      "UPDATE dossiers SET state = $1, updated_at = $2 WHERE id = $3",
      [.string(state.rawValue), .time(now), .id(dossier)])
  }

  /// A person must look. Whoever waits for the dossier is told once, however many of its documents ask for it.
  func enterReview(_ dossier: DossierID) throws(StoreError) {
    let entered = try change(
      "UPDATE dossiers SET state = 'review', updated_at = $1 WHERE id = $2 AND state <> 'review'",
      [.time(now), .id(dossier)])
    guard entered == 1 else { return }
    try post("dossier.in-review", payload: ["dossier": .string(dossier.rawValue)], dossier: dossier)
  }

  /// Back to work: a dossier that has its receipt is accepted, another one received. It stays in review while a
  /// document waits for a person.
  func setWorking(_ dossier: DossierID) throws(StoreError) {
    try run(
      """
      UPDATE dossiers SET updated_at = $1, state = CASE
        WHEN EXISTS (SELECT 1 FROM tasks WHERE dossier = $2 AND kind = 'document' AND state = 'review') THEN 'review'
        WHEN code IS NULL THEN 'received' ELSE 'accepted' END
      WHERE id = $2
      """, [.time(now), .id(dossier)])
  }

  func setState(_ state: Document.State, of document: DocumentID) throws(StoreError) {
    try run("UPDATE documents SET state = $1 WHERE id = $2", [.string(state.rawValue), .id(document)])
  }

  /// Makes the dossier's task ready when no document task is under way or waits for a person. True when it did.
  func startDossierTaskIfDocumentsAreThrough(_ dossier: DossierID) throws(StoreError) -> Bool {
    let isOpen = try exists(
      "SELECT 1 FROM tasks WHERE dossier = $1 AND kind = 'document' AND state IN ('queued', 'review') LIMIT 1",
      [.id(dossier)])
    if isOpen { return false }
    guard let task = try dossierTask(of: dossier) else {
      try endWithoutDossierStages(dossier)
      return false
    }
    guard task.state == .waiting || task.state == .review else { return false }
    if task.state == .review { try setWorking(dossier) }
    try enter(task.id, at: task.firstStage)
    return true
  }

  /// The dossier's task; `state` is `.ready` while it is hot. nil when its plan has no dossier stage.
  func dossierTask(
    of dossier: DossierID
  ) throws(StoreError) -> (id: TaskID, state: QueuedTask.State, firstStage: String?)? {
    try first(
      """
      SELECT t.id, CASE t.state WHEN 'queued' THEN 'ready' ELSE t.state END, d.first_dossier_stage
      FROM tasks t JOIN dossiers d ON d.id = t.dossier WHERE t.dossier = $1 AND t.kind = 'dossier'
      """, [.id(dossier)]
    ) { row throws(StoreError) in (row.id(0), try row.choice(1), row.optionalText(2)) }
  }

  /// Makes the dossier's task wait for its documents again, to start over then. A worker that holds it loses it.
  func holdDossierTask(of dossier: DossierID) throws(StoreError) {
    guard let task = try dossierTask(of: dossier) else { return }
    if let row = try hotRow(task.id) {
      try leave(row, as: .waiting, stage: task.firstStage)
    } else {
      try setCold(task.id, state: .waiting, stage: task.firstStage)
    }
  }

  /// Without dossier stages the documents alone decide: the worst of them.
  private func endWithoutDossierStages(_ dossier: DossierID) throws(StoreError) {
    let states: [Document.State] = try rows(
      "SELECT DISTINCT state FROM documents WHERE dossier = $1", [.id(dossier)]
    ) { row throws(StoreError) in try row.choice(0) }
    let state: Dossier.State =
      if states.contains(.rejected) {
        .rejected
      } else if states.contains(.review) || states.contains(.quarantined) {
        .review
      } else if states.contains(.accepted) {
        .accepted
      } else {
        .cancelled
      }
    try setState(state, of: dossier)
  }

  /// Notes what happened. `actor` is a worker's id, a person's name, or the channel of a delivery.
  func note(
    _ type: String, actor: String, dossier: DossierID? = nil, document: DocumentID? = nil, task: TaskID? = nil,
    data: JSONValue = .null
  ) throws(StoreError) {
    try run(
      "INSERT INTO events (at, dossier, document, task, type, actor, data) VALUES ($1, $2, $3, $4, $5, $6, $7)",
      [.time(now), .id(dossier), .id(document), .id(task), .string(type), .string(actor), .json(data)])
  }

  /// Leaves a message for whoever comes next. A hand-off is said once a version.
  func post(_ topic: String, payload: JSONValue, dossier: DossierID) throws(StoreError) {
    try run(
      """
      INSERT INTO outbox (at, dossier, version, topic, payload)
      SELECT $1, id, version, $2, $3 FROM dossiers WHERE id = $4
      ON CONFLICT DO NOTHING
      """, [.time(now), .string(topic), .json(payload), .id(dossier)])
  }

  func open(
    _ problem: Problem, stage: String, dossier: DossierID, document: DocumentID?
  ) throws(StoreError) {
    try run(
      """
      INSERT INTO problems (dossier, document, stage, code, severity, page, message_vi, message_en, remedy_vi,
        remedy_en, opened_at)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
      """,
      [
        .id(dossier), .id(document), .string(stage), .string(problem.code.rawValue),
        .string(problem.severity.rawValue), .int(problem.page), .string(problem.message.vi),
        .string(problem.message.en), .string(problem.remedy.vi), .string(problem.remedy.en), .time(now),
      ])
  }
}
