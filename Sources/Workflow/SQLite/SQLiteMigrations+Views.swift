extension SQLiteMigrations {
  /// The interface to other systems; see Schema.md. A column never changes its meaning within `v1`.
  static let views = """
    CREATE VIEW hoso_v1_dossiers AS
      SELECT id, code, state, version, procedure, channel, sender, received_at, due_at, updated_at FROM dossiers;

    CREATE VIEW hoso_v1_submissions AS
      SELECT id, dossier AS dossier_id, version, channel, sender, phone, address, email, request, received_at
      FROM submissions;

    CREATE VIEW hoso_v1_documents AS
      SELECT id, dossier AS dossier_id, version, ordinal, name, sha256, byte_count, media_type, page_count, state,
        received_at
      FROM documents;

    CREATE VIEW hoso_v1_fields AS
      SELECT d.dossier AS dossier_id, f.document AS document_id, f.part, p.kind AS part_kind, f.name,
        coalesce(s.value, f.value) AS value,
        CASE WHEN s.value IS NULL THEN f.confidence ELSE 1.0 END AS confidence,
        CASE WHEN s.value IS NULL THEN f.source ELSE 'person' END AS source,
        CASE WHEN s.value IS NULL THEN f.verified ELSE 0 END AS verified,
        CASE WHEN s.value IS NULL THEN f.flagged ELSE 0 END AS flagged,
        f.page, f.value AS read_value, s.actor AS set_by, s.set_at
      FROM fields f
      JOIN documents d ON d.id = f.document
      JOIN parts p ON p.document = f.document AND p.part = f.part
      LEFT JOIN field_settings s ON s.document = f.document AND s.part = f.part AND s.name = f.name
      UNION ALL
      SELECT d.dossier, s.document, s.part, p.kind, s.name, s.value, 1.0, 'person', 0, 0, NULL, NULL, s.actor, s.set_at
      FROM field_settings s
      JOIN documents d ON d.id = s.document
      JOIN parts p ON p.document = s.document AND p.part = s.part
      WHERE NOT EXISTS (
        SELECT 1 FROM fields f WHERE f.document = s.document AND f.part = s.part AND f.name = s.name);

    CREATE VIEW hoso_v1_problems AS
      SELECT id, dossier AS dossier_id, document AS document_id, stage, code, severity, page, message_vi, message_en,
        remedy_vi, remedy_en, opened_at, settled_at, settled_by
      FROM problems;

    CREATE VIEW hoso_v1_outbox AS
      SELECT id, at, dossier AS dossier_id, version, topic, payload, attempts, next_at, sent_at, last_error FROM outbox;

    CREATE VIEW hoso_v1_events AS
      SELECT sequence, at, dossier AS dossier_id, document AS document_id, task AS task_id, type, actor, data
      FROM events;

    CREATE VIEW hoso_v1_receipts AS
      SELECT dossier AS dossier_id, code, agency, day, serial, issued_at, due_at, content_digest, key_id, pdf_sha256,
        png_sha256
      FROM receipts;

    CREATE VIEW hoso_v1_packages AS
      SELECT dossier AS dossier_id, version, format, path, digest, byte_count, created_at FROM packages;

    CREATE VIEW hoso_v1_tasks AS
      SELECT t.id, t.kind, t.dossier AS dossier_id, t.document AS document_id, t.plan AS plan_id,
        coalesce(q.state, t.state) AS state, coalesce(q.stage, t.stage) AS stage, t.priority,
        coalesce(q.attempts, t.attempts) AS attempts, coalesce(q.strikes, t.strikes) AS strikes,
        coalesce(q.crashes, t.crashes) AS crashes, coalesce(q.run_at, t.queued_at) AS run_at, q.worker,
        coalesce(q.last_error, t.last_error) AS last_error
      FROM tasks t LEFT JOIN task_queue q ON q.id = t.id;

    """
}
