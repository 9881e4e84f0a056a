import Dossiers

// How the records stand in their tables: the columns, in the order in which `init(row:)` reads them.

extension Submission {
  static let columns = "id, dossier, idempotency_key, channel, sender, received_at, phone, address, email, request"

  init(row: any SQLRow) {
    self.init(
      id: row.id(0), dossier: row.id(1), idempotencyKey: row.optionalText(2), channel: row.text(3),
      sender: row.optionalText(4), contact: Self.contact(row), receivedAt: row.time(5))
  }

  private static func contact(_ row: any SQLRow) -> Contact? {
    let contact = Contact(
      phone: row.optionalText(6), address: row.optionalText(7), email: row.optionalText(8),
      request: row.optionalText(9))
    return contact == Contact() ? nil : contact
  }
}

extension Dossier {
  static let columns = """
    id, state, code, procedure, plan, channel, sender, version, received_at, due_at, updated_at, CASE
      WHEN state = 'rejected' AND EXISTS (
        SELECT 1 FROM problems e WHERE e.dossier = dossiers.id AND e.settled_at IS NULL AND e.code = 'review.rejected')
      THEN 'refused'
      WHEN state = 'cancelled' AND EXISTS (
        SELECT 1 FROM events e WHERE e.dossier = dossiers.id AND e.type = 'dossier.withdrawn')
      THEN 'withdrawn' END
    """

  init(row: any SQLRow) throws(StoreError) {
    self.init(
      id: row.id(0), state: try row.choice(1), code: row.optionalText(2), procedure: row.text(3), plan: row.id(4),
      channel: row.text(5), sender: row.optionalText(6), version: row.int(7), receivedAt: row.time(8),
      dueAt: row.optionalTime(9), updatedAt: row.time(10), ending: row.isNull(11) ? nil : try row.choice(11))
  }
}

extension Document {
  static let columns = """
    id, dossier, ordinal, name, sha256, byte_count, media_type, page_count, state, received_at, version, CASE
      WHEN state = 'cancelled' AND EXISTS (
        SELECT 1 FROM problems e WHERE e.dossier = documents.dossier AND e.document = documents.id
          AND e.severity = 'rejects' AND e.settled_by = 'supplement')
      THEN 1 ELSE 0 END
    """

  init(row: any SQLRow) throws(StoreError) {
    self.init(
      id: row.id(0), dossier: row.id(1), ordinal: row.int(2), name: row.text(3), sha256: row.text(4),
      byteCount: row.integer(5), mediaType: row.optionalText(6), pageCount: row.optionalInt(7),
      state: try row.choice(8), receivedAt: row.time(9), version: row.int(10), isReplaced: row.int(11) == 1)
  }
}

extension StageRun {
  static let selection = """
    SELECT r.sequence, r.task, t.dossier, t.document, r.plan, r.stage, r.uses, r.attempt, r.worker, r.started_at, \
    r.ended_at, r.outcome, r.output, r.facts, r.detail, r.peak_memory_bytes, r.cpu_milliseconds \
    FROM stage_runs r JOIN tasks t ON t.id = r.task
    """

  init(row: any SQLRow) throws(StoreError) {
    self.init(
      id: StageRunID(rawValue: String(row.integer(0))), task: row.id(1), dossier: row.id(2),
      document: row.optionalID(3), plan: row.id(4), stage: row.text(5), uses: row.text(6), attempt: row.int(7),
      worker: row.id(8), startedAt: row.time(9), endedAt: row.time(10), outcome: row.text(11),
      output: try row.json(12), facts: try row.json(13), detail: row.optionalText(14),
      peakMemoryBytes: row.optionalInteger(15), cpuMilliseconds: row.optionalInteger(16))
  }
}

extension StoredProblem {
  static let columns = """
    id, dossier, document, stage, code, severity, page, message_vi, message_en, remedy_vi, remedy_en, opened_at, \
    settled_at, settled_by
    """

  init(row: any SQLRow) throws(StoreError) {
    self.init(
      id: row.integer(0), dossier: row.id(1), document: row.optionalID(2), stage: row.text(3),
      problem: Problem(
        code: ProblemCode(row.text(4)), severity: try row.choice(5), page: row.optionalInt(6),
        message: BilingualText(vi: row.text(7), en: row.text(8)),
        remedy: BilingualText(vi: row.text(9), en: row.text(10))),
      openedAt: row.time(11), settledAt: row.optionalTime(12), settledBy: row.optionalText(13))
  }
}

extension Event {
  static let columns = "sequence, at, dossier, document, task, type, actor, data"

  init(row: any SQLRow) throws(StoreError) {
    self.init(
      sequence: row.integer(0), at: row.time(1), dossier: row.optionalID(2), document: row.optionalID(3),
      task: row.optionalID(4), type: row.text(5), actor: row.text(6), data: try row.json(7))
  }
}

extension OutboxMessage {
  static let columns = "id, at, dossier, topic, payload, attempts"

  init(row: any SQLRow) throws(StoreError) {
    self.init(
      id: row.integer(0), at: row.time(1), dossier: row.id(2), topic: row.text(3), payload: try row.json(4),
      attempts: row.int(5))
  }
}

extension IssuedReceipt {
  static let columns =
    "dossier, code, agency, issued_at, due_at, content_digest, key_id, signature, pdf_sha256, png_sha256"

  init(row: any SQLRow) {
    self.init(
      dossier: row.id(0), code: row.text(1), agency: row.text(2), issuedAt: row.time(3), dueAt: row.optionalTime(4),
      contentDigest: row.text(5), keyID: row.text(6), signature: row.text(7), pdfSHA256: row.optionalText(8),
      pngSHA256: row.optionalText(9))
  }
}

extension StoredPackage {
  static let columns = "dossier, version, format, path, digest, byte_count, created_at, copy_sha256"

  init(row: any SQLRow) {
    self.init(
      dossier: row.id(0), version: row.int(1), format: row.text(2), path: row.text(3), digest: row.text(4),
      byteCount: row.integer(5), createdAt: row.time(6), copySHA256: row.optionalText(7))
  }
}

extension StoredPlan {
  static let columns = "id, name, canonical_json, applied_at"

  init(row: any SQLRow) {
    self.init(id: row.id(0), name: row.text(1), canonicalJSON: row.text(2), appliedAt: row.time(3))
  }
}

extension WorkerRegistration {
  static let columns = "id, host, process_id, version, started_at, seen_at, plan"

  init(row: any SQLRow) {
    self.init(
      id: row.id(0), host: row.text(1), processID: Int32(truncatingIfNeeded: row.integer(2)), version: row.text(3),
      startedAt: row.time(4), seenAt: row.time(5), plan: row.optionalID(6))
  }
}

extension SigningKey {
  static let columns = "id, secret, created_at"

  init(row: any SQLRow) {
    self.init(id: row.text(0), secret: row.bytes(1), createdAt: row.time(2))
  }
}
