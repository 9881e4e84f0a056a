extension SQLiteMigrations {
  /// What was handed in and what became of it.
  static let recordTables = """
    CREATE TABLE store_migrations (
      version INTEGER PRIMARY KEY,
      name TEXT NOT NULL,
      checksum TEXT NOT NULL,
      applied_at INTEGER NOT NULL
    );

    CREATE TABLE plans (
      id TEXT PRIMARY KEY NOT NULL,
      name TEXT NOT NULL,
      canonical_json TEXT NOT NULL,
      applied_at INTEGER NOT NULL
    );

    CREATE TABLE active_plan (
      slot INTEGER PRIMARY KEY CHECK (slot = 1),
      plan TEXT NOT NULL REFERENCES plans (id),
      actor TEXT NOT NULL,
      since INTEGER NOT NULL
    );

    CREATE TABLE dossiers (
      id TEXT PRIMARY KEY NOT NULL,
      state TEXT NOT NULL CHECK (state IN
        ('received', 'review', 'rejected', 'accepted', 'handed-off', 'result-ready', 'cancelled')),
      code TEXT UNIQUE,
      procedure TEXT NOT NULL,
      plan TEXT NOT NULL REFERENCES plans (id),
      first_document_stage TEXT,
      first_dossier_stage TEXT,
      channel TEXT NOT NULL,
      sender TEXT,
      priority INTEGER NOT NULL,
      version INTEGER NOT NULL,
      received_at INTEGER NOT NULL,
      due_at INTEGER,
      updated_at INTEGER NOT NULL
    );
    CREATE INDEX dossiers_state ON dossiers (state, id);

    CREATE TABLE submissions (
      id TEXT PRIMARY KEY NOT NULL,
      dossier TEXT NOT NULL REFERENCES dossiers (id),
      version INTEGER NOT NULL,
      idempotency_key TEXT UNIQUE,
      channel TEXT NOT NULL,
      sender TEXT,
      phone TEXT,
      address TEXT,
      email TEXT,
      request TEXT,
      received_at INTEGER NOT NULL
    );
    CREATE INDEX submissions_dossier ON submissions (dossier);

    CREATE TABLE documents (
      id TEXT PRIMARY KEY NOT NULL,
      dossier TEXT NOT NULL REFERENCES dossiers (id),
      submission TEXT NOT NULL REFERENCES submissions (id),
      version INTEGER NOT NULL,
      ordinal INTEGER NOT NULL,
      name TEXT NOT NULL,
      sha256 TEXT NOT NULL,
      byte_count INTEGER NOT NULL,
      media_type TEXT,
      page_count INTEGER,
      state TEXT NOT NULL CHECK (state IN
        ('waiting', 'accepted', 'review', 'rejected', 'quarantined', 'cancelled')),
      received_at INTEGER NOT NULL,
      UNIQUE (dossier, ordinal)
    );
    CREATE INDEX documents_sha256 ON documents (sha256);

    CREATE TABLE parts (
      document TEXT NOT NULL REFERENCES documents (id),
      part INTEGER NOT NULL,
      stage TEXT NOT NULL,
      kind TEXT NOT NULL,
      variant TEXT,
      sides TEXT,
      pages TEXT NOT NULL,
      PRIMARY KEY (document, part)
    );

    CREATE TABLE fields (
      document TEXT NOT NULL REFERENCES documents (id),
      part INTEGER NOT NULL,
      name TEXT NOT NULL,
      value TEXT NOT NULL,
      confidence REAL NOT NULL,
      source TEXT NOT NULL,
      verified INTEGER NOT NULL CHECK (verified IN (0, 1)),
      flagged INTEGER NOT NULL CHECK (flagged IN (0, 1)),
      page INTEGER NOT NULL,
      box TEXT,
      PRIMARY KEY (document, part, name)
    );

    CREATE TABLE field_settings (
      document TEXT NOT NULL REFERENCES documents (id),
      part INTEGER NOT NULL,
      name TEXT NOT NULL,
      value TEXT NOT NULL,
      actor TEXT NOT NULL,
      set_at INTEGER NOT NULL,
      PRIMARY KEY (document, part, name)
    );

    CREATE TABLE problems (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      dossier TEXT NOT NULL REFERENCES dossiers (id),
      document TEXT REFERENCES documents (id),
      stage TEXT NOT NULL,
      code TEXT NOT NULL,
      severity TEXT NOT NULL CHECK (severity IN ('warning', 'review', 'rejects')),
      page INTEGER,
      message_vi TEXT NOT NULL,
      message_en TEXT NOT NULL,
      remedy_vi TEXT NOT NULL,
      remedy_en TEXT NOT NULL,
      opened_at INTEGER NOT NULL,
      settled_at INTEGER,
      settled_by TEXT
    );
    CREATE INDEX problems_dossier ON problems (dossier);

    CREATE TABLE events (
      sequence INTEGER PRIMARY KEY AUTOINCREMENT,
      at INTEGER NOT NULL,
      dossier TEXT REFERENCES dossiers (id),
      document TEXT REFERENCES documents (id),
      task TEXT,
      type TEXT NOT NULL,
      actor TEXT NOT NULL,
      data TEXT
    );
    CREATE INDEX events_dossier ON events (dossier) WHERE dossier IS NOT NULL;

    CREATE TABLE outbox (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      at INTEGER NOT NULL,
      dossier TEXT NOT NULL REFERENCES dossiers (id),
      version INTEGER NOT NULL,
      topic TEXT NOT NULL,
      payload TEXT,
      attempts INTEGER NOT NULL DEFAULT 0,
      next_at INTEGER,
      sent_at INTEGER,
      last_error TEXT
    );
    CREATE INDEX outbox_dossier ON outbox (dossier);
    CREATE INDEX outbox_pending ON outbox (id) WHERE sent_at IS NULL;
    CREATE UNIQUE INDEX outbox_handed_off ON outbox (dossier, version) WHERE topic = 'dossier.handed-off';

    CREATE TABLE counters (
      agency TEXT NOT NULL,
      day TEXT NOT NULL,
      value INTEGER NOT NULL,
      PRIMARY KEY (agency, day)
    );

    CREATE TABLE receipts (
      dossier TEXT PRIMARY KEY NOT NULL REFERENCES dossiers (id),
      code TEXT NOT NULL UNIQUE,
      agency TEXT NOT NULL,
      day TEXT NOT NULL,
      serial INTEGER NOT NULL,
      issued_at INTEGER NOT NULL,
      due_at INTEGER,
      content_digest TEXT NOT NULL,
      key_id TEXT NOT NULL,
      signature TEXT NOT NULL,
      pdf_sha256 TEXT,
      png_sha256 TEXT,
      UNIQUE (agency, day, serial)
    );

    CREATE TABLE packages (
      dossier TEXT NOT NULL REFERENCES dossiers (id),
      version INTEGER NOT NULL,
      format TEXT NOT NULL,
      path TEXT NOT NULL,
      digest TEXT NOT NULL,
      byte_count INTEGER NOT NULL,
      created_at INTEGER NOT NULL,
      PRIMARY KEY (dossier, version, format)
    );

    """

  /// The work. `task_queue` holds only what is ready or leased, so that claiming stays fast however long the
  /// record grows; `tasks` holds every task, and its state is 'queued' while the hot row says more.
  static let queueTables = """
    CREATE TABLE tasks (
      id TEXT PRIMARY KEY NOT NULL,
      kind TEXT NOT NULL CHECK (kind IN ('document', 'dossier')),
      dossier TEXT NOT NULL REFERENCES dossiers (id),
      document TEXT REFERENCES documents (id),
      plan TEXT NOT NULL REFERENCES plans (id),
      state TEXT NOT NULL CHECK (state IN
        ('waiting', 'queued', 'review', 'done', 'failed', 'quarantined', 'cancelled')),
      stage TEXT,
      priority INTEGER NOT NULL,
      queued_at INTEGER NOT NULL,
      attempts INTEGER NOT NULL DEFAULT 0,
      strikes INTEGER NOT NULL DEFAULT 0,
      crashes INTEGER NOT NULL DEFAULT 0,
      claim INTEGER NOT NULL DEFAULT 0,
      last_error TEXT,
      ended_at INTEGER
    );
    CREATE INDEX tasks_dossier ON tasks (dossier);
    CREATE INDEX tasks_state ON tasks (state);
    CREATE INDEX tasks_open ON tasks (dossier) WHERE kind = 'document' AND state IN ('queued', 'review');

    CREATE TABLE task_queue (
      id TEXT PRIMARY KEY NOT NULL REFERENCES tasks (id),
      kind TEXT NOT NULL,
      dossier TEXT NOT NULL,
      document TEXT,
      plan TEXT NOT NULL,
      state TEXT NOT NULL CHECK (state IN ('ready', 'leased')),
      stage TEXT NOT NULL,
      priority INTEGER NOT NULL,
      queued_at INTEGER NOT NULL,
      run_at INTEGER,
      wait_boot TEXT,
      wait_until INTEGER,
      wait_milliseconds INTEGER,
      attempts INTEGER NOT NULL,
      strikes INTEGER NOT NULL,
      crashes INTEGER NOT NULL,
      claim INTEGER NOT NULL,
      worker TEXT,
      lease_boot TEXT,
      lease_until INTEGER,
      last_error TEXT
    ) WITHOUT ROWID;
    CREATE INDEX task_queue_order ON task_queue (state, priority DESC, queued_at, id);
    CREATE INDEX task_queue_scheduled ON task_queue (run_at) WHERE run_at IS NOT NULL;

    CREATE TABLE stage_runs (
      sequence INTEGER PRIMARY KEY AUTOINCREMENT,
      task TEXT NOT NULL REFERENCES tasks (id),
      plan TEXT NOT NULL,
      stage TEXT NOT NULL,
      uses TEXT NOT NULL,
      attempt INTEGER NOT NULL,
      worker TEXT NOT NULL,
      started_at INTEGER NOT NULL,
      ended_at INTEGER NOT NULL,
      outcome TEXT NOT NULL,
      output TEXT,
      facts TEXT,
      detail TEXT,
      peak_memory_bytes INTEGER,
      cpu_milliseconds INTEGER
    );
    CREATE INDEX stage_runs_task ON stage_runs (task);

    """

  /// What the people and programs around the queue need.
  static let deskTables = """
    CREATE TABLE workers (
      id TEXT PRIMARY KEY NOT NULL,
      host TEXT NOT NULL,
      process_id INTEGER NOT NULL,
      version TEXT NOT NULL,
      boot TEXT NOT NULL,
      started_at INTEGER NOT NULL,
      seen_at INTEGER NOT NULL
    );

    CREATE TABLE stage_pauses (
      stage TEXT PRIMARY KEY NOT NULL,
      actor TEXT NOT NULL,
      since INTEGER NOT NULL
    );

    CREATE TABLE signing_keys (
      number INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      secret BLOB NOT NULL,
      created_at INTEGER NOT NULL
    );

    """
}
