import Dossiers

extension SQLStore {
  public func submit(_ submission: NewSubmission) throws(StoreError) -> SubmissionAnswer {
    try database.write("recording a submission") { transaction throws(StoreError) in
      let delivery = Delivery(supplements: submission.supplements, sha256: submission.files.map(\.sha256))
      if let key = submission.idempotencyKey, let known = try transaction.answer(key: key) {
        guard known.delivery == delivery else {
          throw StoreError(
            .keyReused, "the key was used before, for other files or another dossier", doing: "recording a submission")
        }
        return known
      }
      guard !submission.files.isEmpty else {
        throw StoreError(.conflict, "a submission needs at least one file", doing: "recording a submission")
      }
      let dossier =
        if let existing = submission.supplements {
          try transaction.beginNextVersion(of: existing, channel: submission.channel)
        } else {
          try transaction.insertDossier(submission)
        }
      let row = try transaction.insertSubmission(submission, dossier: dossier)
      try transaction.insertDocuments(
        submission.files, of: row, dossier: dossier, party: submission.partyKey)
      // Only a plan without document stages has everything through at once.
      if dossier.firstDocumentStage == nil {
        _ = try transaction.startDossierTaskIfDocumentsAreThrough(dossier.id)
      }
      return SubmissionAnswer(
        submission: row, dossier: try transaction.requireDossier(dossier.id), wasKnown: false, delivery: delivery)
    }
  }

  public func answer(idempotencyKey key: String) throws(StoreError) -> SubmissionAnswer? {
    try database.read("looking for a submission") { transaction throws(StoreError) in
      try transaction.answer(key: key)
    }
  }

  public func documents(withSHA256 sha256: String) throws(StoreError) -> [Document] {
    try database.read("looking for a file") { transaction throws(StoreError) in
      try transaction.rows(
        SQL(assembled: "SELECT \(Document.columns) FROM documents WHERE sha256 = $1 ORDER BY id DESC"),
        [.string(sha256)]
      ) { row throws(StoreError) in try Document(row: row) }
    }
  }
}

/// What the documents of a delivery need to know of their dossier.
private struct DossierHead {
  let id: DossierID
  let version: Int
  let plan: PlanID
  let firstDocumentStage: String?
  let priority: Int
}

extension SQLTransaction {
  /// What the key was answered with before; nil where it is new.
  fileprivate func answer(key: String) throws(StoreError) -> SubmissionAnswer? {
    let known = try first(
      SQL(assembled: "SELECT \(Submission.columns) FROM submissions WHERE idempotency_key = $1"), [.string(key)]
    ) { row in Submission(row: row) }
    guard let known else { return nil }
    // The first version is the delivery that made the dossier.
    let isFirst = try first("SELECT version FROM submissions WHERE id = $1", [.id(known.id)]) { row in row.int(0) == 1 }
    let files = try rows("SELECT sha256 FROM documents WHERE submission = $1", [.id(known.id)]) { row in row.text(0) }
    return SubmissionAnswer(
      submission: known, dossier: try requireDossier(known.dossier), wasKnown: true,
      delivery: Delivery(supplements: isFirst == true ? nil : known.dossier, sha256: files))
  }

  fileprivate func insertDossier(_ submission: NewSubmission) throws(StoreError) -> DossierHead {
    let id = DossierID.make(at: now)
    try run(
      """
      INSERT INTO dossiers (id, state, procedure, plan, first_document_stage, first_dossier_stage, channel, sender,
        priority, version, received_at, updated_at)
      VALUES ($1, 'received', $2, $3, $4, $5, $6, $7, $8, 1, $9, $9)
      """,
      [
        .id(id), .string(submission.procedure), .id(submission.plan), .text(submission.firstDocumentStage),
        .text(submission.firstDossierStage), .string(submission.channel), .text(submission.sender),
        .int(submission.priority), .time(now),
      ])
    if let stage = submission.firstDossierStage {
      try run(
        """
        INSERT INTO tasks (id, kind, dossier, plan, state, stage, priority, queued_at)
        VALUES ($1, 'dossier', $2, $3, 'waiting', $4, $5, $6)
        """,
        [
          .id(TaskID.make(at: now)), .id(id), .id(submission.plan), .string(stage), .int(submission.priority),
          .time(now),
        ])
    }
    try note("dossier.received", actor: submission.channel, dossier: id)
    return DossierHead(
      id: id, version: 1, plan: submission.plan, firstDocumentStage: submission.firstDocumentStage,
      priority: submission.priority)
  }

  /// A supplement: the dossier goes back to received, its task waits for the new documents and then starts over.
  /// Code and receipt stay; the dossier keeps the plan that it began with.
  fileprivate func beginNextVersion(of id: DossierID, channel: String) throws(StoreError) -> DossierHead {
    try lock(id)
    let dossier = try requireDossier(id)
    guard dossier.state != .cancelled, dossier.state != .resultReady else {
      throw StoreError(
        .conflict, "a dossier that is \(dossier.state.rawValue) takes no supplement",
        because: .dossier(dossier.state), doing: "supplementing")
    }
    // A document of an earlier version may still wait for a person: then the dossier stays where people look.
    try run(
      """
      UPDATE dossiers SET version = version + 1, updated_at = $1, state = CASE
        WHEN EXISTS (SELECT 1 FROM tasks WHERE dossier = $2 AND kind = 'document' AND state = 'review') THEN 'review'
        ELSE 'received' END
      WHERE id = $2
      """, [.time(now), .id(id)])
    try holdDossierTask(of: id)
    // What the sender was asked to mend is answered by this; the stages raise again what still holds.
    try run(
      """
      UPDATE problems SET settled_at = $1, settled_by = 'supplement'
      WHERE dossier = $2 AND settled_at IS NULL AND (document IS NULL OR severity = 'rejects')
      """, [.time(now), .id(id)])
    // A refused file is replaced, not held against the dossier for good: it stays on record and counts no more.
    try run("UPDATE documents SET state = 'cancelled' WHERE dossier = $1 AND state = 'rejected'", [.id(id)])
    try note(
      "dossier.supplemented", actor: channel, dossier: id, data: ["version": .integer(Int64(dossier.version + 1))])
    let head: DossierHead? = try first(
      "SELECT version, plan, first_document_stage, priority FROM dossiers WHERE id = $1", [.id(id)]
    ) { row in
      DossierHead(
        id: id, version: row.int(0), plan: row.id(1), firstDocumentStage: row.optionalText(2), priority: row.int(3))
    }
    guard let head else { throw StoreError(.notFound, "no dossier \(id)", doing: "supplementing") }
    return head
  }

  fileprivate func insertSubmission(
    _ submission: NewSubmission, dossier: DossierHead
  ) throws(StoreError) -> Submission {
    let row = Submission(
      id: .make(at: now), dossier: dossier.id, idempotencyKey: submission.idempotencyKey,
      channel: submission.channel, sender: submission.sender, contact: submission.contact,
      receivedAt: now)
    try run(
      """
      INSERT INTO submissions (
        id, dossier, version, idempotency_key, channel, sender, received_at, phone, address, email, request, duplicates)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
      """,
      [
        .id(row.id), .id(dossier.id), .int(dossier.version), .text(row.idempotencyKey), .string(row.channel),
        .text(row.sender), .time(now), .text(row.contact?.phone), .text(row.contact?.address),
        .text(row.contact?.email), .text(row.contact?.request), .text(submission.duplicates?.rawValue),
      ])
    return row
  }

  fileprivate func insertDocuments(
    _ files: [NewSubmission.File], of submission: Submission, dossier: DossierHead, party: String
  ) throws(StoreError) {
    var ordinal =
      try first("SELECT coalesce(max(ordinal), 0) FROM documents WHERE dossier = $1", [.id(dossier.id)]) { row in
        row.int(0)
      } ?? 0
    var turn =
      dossier.firstDocumentStage == nil
      ? 0 : try takeTurns(files.count, party: party, priority: dossier.priority)
    for file in files {
      ordinal += 1
      let document = DocumentID.make(at: now)
      let state: Document.State = dossier.firstDocumentStage == nil ? .accepted : .waiting
      try run(
        """
        INSERT INTO documents (id, dossier, submission, version, ordinal, name, sha256, byte_count, state, received_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
        """,
        [
          .id(document), .id(dossier.id), .id(submission.id), .int(dossier.version), .int(ordinal),
          .string(file.name), .string(file.sha256), .integer(file.byteCount), .string(state.rawValue), .time(now),
        ])
      if file.origin != .null {
        try note(
          "document.extracted", actor: submission.channel, dossier: dossier.id, document: document, data: file.origin)
      }
      guard let stage = dossier.firstDocumentStage else { continue }
      let task = TaskID.make(at: now)
      try run(
        """
        INSERT INTO tasks (id, kind, dossier, document, plan, state, stage, priority, queued_at, turn)
        VALUES ($1, 'document', $2, $3, $4, 'waiting', $5, $6, $7, $8)
        """,
        [
          .id(task), .id(dossier.id), .id(document), .id(dossier.plan), .string(stage), .int(dossier.priority),
          .time(now), .integer(turn),
        ])
      turn += 1
      try enter(task, at: nil)
    }
  }
}
