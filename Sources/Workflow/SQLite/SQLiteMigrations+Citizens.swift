extension SQLiteMigrations {
  /// What talking with citizens needs: their chats with the office's account, what is to be said to them, and which
  /// message of the outbox has reached which addressee.
  static let citizenTables = """
    CREATE TABLE chats (
      citizen TEXT PRIMARY KEY NOT NULL,
      phase TEXT NOT NULL CHECK (phase IN ('idle', 'gathering', 'looking-up', 'giving-address')),
      round INTEGER NOT NULL,
      subject TEXT REFERENCES dossiers (id),
      name TEXT,
      phone TEXT,
      address TEXT,
      heard_at INTEGER,
      asked_at INTEGER,
      closed_at INTEGER,
      is_following INTEGER NOT NULL DEFAULT 1
    );

    CREATE TABLE chat_events (
      id TEXT PRIMARY KEY NOT NULL,
      citizen TEXT NOT NULL,
      kind TEXT NOT NULL,
      payload TEXT,
      said_at INTEGER NOT NULL,
      received_at INTEGER NOT NULL,
      attempts INTEGER NOT NULL DEFAULT 0,
      next_at INTEGER NOT NULL,
      done_at INTEGER,
      last_error TEXT
    );
    CREATE INDEX chat_events_open ON chat_events (citizen, said_at, id) WHERE done_at IS NULL;

    CREATE TABLE chat_files (
      citizen TEXT NOT NULL,
      event TEXT NOT NULL,
      ordinal INTEGER NOT NULL,
      name TEXT NOT NULL,
      sha256 TEXT NOT NULL,
      byte_count INTEGER NOT NULL,
      said_at INTEGER NOT NULL,
      PRIMARY KEY (citizen, event, ordinal)
    );

    CREATE TABLE chat_dossiers (
      dossier TEXT PRIMARY KEY NOT NULL REFERENCES dossiers (id),
      citizen TEXT NOT NULL,
      at INTEGER NOT NULL
    );
    CREATE INDEX chat_dossiers_citizen ON chat_dossiers (citizen, at);

    CREATE TABLE chat_messages (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      citizen TEXT NOT NULL,
      key TEXT NOT NULL UNIQUE,
      content TEXT NOT NULL,
      at INTEGER NOT NULL,
      attempts INTEGER NOT NULL DEFAULT 0,
      next_at INTEGER NOT NULL,
      sent_at INTEGER,
      given_up_at INTEGER,
      last_error TEXT
    );
    CREATE INDEX chat_messages_open ON chat_messages (citizen, id) WHERE sent_at IS NULL AND given_up_at IS NULL;

    CREATE TABLE feedback (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      at INTEGER NOT NULL,
      channel TEXT NOT NULL,
      dossier TEXT REFERENCES dossiers (id),
      words TEXT NOT NULL
    );

    CREATE TABLE service_tokens (
      service TEXT PRIMARY KEY NOT NULL,
      seed TEXT NOT NULL,
      access TEXT NOT NULL,
      refresh TEXT NOT NULL,
      expires_at INTEGER NOT NULL,
      renewing_until INTEGER NOT NULL DEFAULT 0
    );

    CREATE TABLE deliveries (
      message INTEGER NOT NULL REFERENCES outbox (id),
      target TEXT NOT NULL,
      attempts INTEGER NOT NULL DEFAULT 0,
      next_at INTEGER NOT NULL,
      done_at INTEGER,
      last_error TEXT,
      PRIMARY KEY (message, target)
    );

    CREATE VIEW hoso_v1_feedback AS
      SELECT id, at, channel, dossier AS dossier_id, words FROM feedback;

    CREATE VIEW hoso_v1_deliveries AS
      SELECT message AS message_id, target, attempts, next_at, done_at, last_error FROM deliveries;

    """
}
