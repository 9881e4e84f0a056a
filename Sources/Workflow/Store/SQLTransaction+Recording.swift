import Dossiers

/// One stage's record and what follows from it.
extension SQLTransaction {
  func record(inTurn records: [(record: StageRecord, token: LeaseToken)]) throws(StoreError) -> [RecordAnswer?] {
    var answers: [RecordAnswer?] = []
    answers.reserveCapacity(records.count)
    for (record, token) in records {
      do throws(StoreError) {
        answers.append(try self.record(record, under: token))
      } catch let error where error.code == .leaseLost {
        // The lease is looked at before anything is written.
        answers.append(nil)
      }
    }
    return answers
  }

  func record(_ record: StageRecord, under token: LeaseToken) throws(StoreError) -> RecordAnswer {
    try lock(dossierOf: token.task)
    let row = try held(token)
    try record.requireFits(row)
    try insertRun(record, row: row, worker: token.worker)
    if record.isConclusive {
      // A first claim runs each stage once; only a later one can find what an earlier run left.
      let mayRepeat = row.claim > 1
      if mayRepeat { try settleProblems(of: record.stage, row: row) }
      for problem in record.problems {
        try open(problem, stage: record.stage, dossier: row.dossier, document: row.document)
      }
      if let document = row.document {
        try keepParts(of: record, document: document, mayRepeat: mayRepeat)
      }
    }
    try updateDocument(record, row: row)
    for picture in record.superseded {
      try keep(picture, stage: record.stage, row: row, actor: token.worker.rawValue)
    }
    try note(
      "stage.\(record.outcome)", actor: token.worker.rawValue, dossier: row.dossier, document: row.document,
      task: row.id, data: record.eventData)
    for (type, data) in record.events {
      try note(
        type, actor: token.worker.rawValue, dossier: row.dossier, document: row.document, task: row.id, data: data)
    }
    for (topic, payload) in record.outbox {
      try post(topic, payload: payload, dossier: row.dossier)
    }
    if let (pdf, png) = record.receiptPrinted {
      try run(
        "UPDATE receipts SET pdf_sha256 = $1, png_sha256 = $2 WHERE dossier = $3",
        [.string(pdf), .string(png), .id(row.dossier)])
    }
    if let package = record.package { try keep(package) }
    let answer = try follow(record.next, row: row, stage: record.stage, actor: token.worker.rawValue)
    if answer.taskState == .quarantined {
      // The last strike says what was exceeded; those before it were tried again.
      for problem in record.problems {
        try open(problem, stage: record.stage, dossier: row.dossier, document: row.document)
      }
    }
    return answer
  }

  private func insertRun(_ record: StageRecord, row: TaskRow, worker: WorkerID) throws(StoreError) {
    try run(
      """
      INSERT INTO stage_runs (task, plan, stage, uses, attempt, worker, started_at, ended_at, outcome, output, facts,
        detail, peak_memory_bytes, cpu_milliseconds)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
      """,
      [
        .id(row.id), .id(row.plan), .string(record.stage), .string(record.uses), .int(row.attempts + 1), .id(worker),
        .time(record.startedAt), .time(record.endedAt), .string(record.outcome), .json(record.output),
        .json(record.facts), .text(record.detail), .long(record.peakMemoryBytes), .long(record.cpuMilliseconds),
      ])
  }

  private func settleProblems(of stage: String, row: TaskRow) throws(StoreError) {
    try run(
      """
      UPDATE problems SET settled_at = $1, settled_by = 'repeat'
      WHERE dossier = $2 AND document IS NOT DISTINCT FROM $3 AND stage = $4 AND settled_at IS NULL
      """, [.time(now), .id(row.dossier), .id(row.document), .string(stage)])
  }

  private func updateDocument(_ record: StageRecord, row: TaskRow) throws(StoreError) {
    guard let document = row.document, record.mediaType != nil || record.pageCount != nil else { return }
    try run(
      """
      UPDATE documents SET media_type = coalesce($1, media_type), page_count = coalesce($2, page_count) WHERE id = $3
      """, [.text(record.mediaType), .int(record.pageCount), .id(document)])
  }

  private func keep(_ package: StoredPackage) throws(StoreError) {
    try run(
      """
      INSERT INTO packages (dossier, version, format, path, digest, byte_count, created_at, copy_sha256)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
      ON CONFLICT (dossier, version, format) DO UPDATE SET path = excluded.path, digest = excluded.digest,
        byte_count = excluded.byte_count, created_at = excluded.created_at, copy_sha256 = excluded.copy_sha256
      """,
      [
        .id(package.dossier), .int(package.version), .string(package.format), .string(package.path),
        .string(package.digest), .integer(package.byteCount), .time(package.createdAt),
        .text(package.copySHA256),
      ])
  }
}

extension StageRecord {
  /// True when the stage came to an end: only then do its problems and parts count.
  fileprivate var isConclusive: Bool {
    switch next {
    case .stage, .documentEnds, .dossierEnds, .review, .fails: true
    case .again, .strike, .crash: false
    }
  }

  var eventData: JSONValue {
    var data: [String: JSONValue] = ["stage": .string(stage)]
    if let detail { data["detail"] = .string(detail) }
    switch next {
    case .documentEnds(let state): data["ends"] = .string(state.rawValue)
    case .dossierEnds(let state): data["ends"] = .string(state.rawValue)
    case .strike(let error, let evidence):
      data["error"] = .string(error)
      data["evidence"] = evidence
    case .again(_, let error), .fails(let error), .crash(let error): data["error"] = .string(error)
    case .stage, .review: break
    }
    return .object(data)
  }

  fileprivate func requireFits(_ row: TaskRow) throws(StoreError) {
    switch (next, row.kind) {
    case (.documentEnds(.waiting), _), (.documentEnds, .dossier), (.dossierEnds, .document):
      throw StoreError(.conflict, "such an end does not fit a \(row.kind.rawValue) task", doing: "recording a stage")
    default: break
    }
  }
}
