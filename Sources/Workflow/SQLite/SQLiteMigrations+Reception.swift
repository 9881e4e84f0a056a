extension SQLiteMigrations {
  /// What the ways in need: keys of reception systems, results that officers hand back, how a citizen wants theirs.
  static let receptionTables = """
    CREATE TABLE api_keys (
      id TEXT PRIMARY KEY NOT NULL,
      label TEXT NOT NULL,
      scopes TEXT NOT NULL,
      secret_sha256 TEXT NOT NULL,
      created_at INTEGER NOT NULL,
      created_by TEXT NOT NULL,
      revoked_at INTEGER
    );

    CREATE TABLE results (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      dossier TEXT NOT NULL REFERENCES dossiers (id),
      name TEXT NOT NULL,
      sha256 TEXT NOT NULL,
      byte_count INTEGER NOT NULL,
      actor TEXT NOT NULL,
      at INTEGER NOT NULL,
      UNIQUE (dossier, sha256)
    );

    CREATE TABLE return_choices (
      dossier TEXT PRIMARY KEY NOT NULL REFERENCES dossiers (id),
      way TEXT NOT NULL CHECK (way IN ('counter', 'post')),
      address TEXT,
      at INTEGER NOT NULL
    );

    CREATE VIEW hoso_v1_results AS
      SELECT id, dossier AS dossier_id, name, sha256, byte_count, actor, at FROM results;

    CREATE VIEW hoso_v1_return_choices AS
      SELECT dossier AS dossier_id, way, address, at FROM return_choices;

    """
}
