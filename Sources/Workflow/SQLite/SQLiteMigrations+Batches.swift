extension SQLiteMigrations {
  /// What imports need: the stacks that were taken apart, what pages look like, which papers came before.
  ///
  /// `page_prints.turn` counts recordings: of two dossiers with the same paper, the later one sees the earlier one, and
  /// never both each other. `page_print_words` finds prints that are near: they share a word.
  static let batchTables = """
    CREATE TABLE stacks (
      sha256 TEXT PRIMARY KEY NOT NULL,
      name TEXT NOT NULL,
      byte_count INTEGER NOT NULL,
      page_count INTEGER NOT NULL,
      layout TEXT NOT NULL,
      received_at INTEGER NOT NULL
    );

    CREATE TABLE page_print_turns (
      slot INTEGER PRIMARY KEY,
      turn INTEGER NOT NULL
    );

    CREATE TABLE page_prints (
      document TEXT NOT NULL REFERENCES documents (id),
      page INTEGER NOT NULL,
      turn INTEGER NOT NULL,
      bits TEXT NOT NULL,
      PRIMARY KEY (document, page)
    );

    CREATE TABLE page_print_words (
      position INTEGER NOT NULL,
      word INTEGER NOT NULL,
      document TEXT NOT NULL REFERENCES documents (id),
      page INTEGER NOT NULL,
      PRIMARY KEY (position, word, document, page)
    ) WITHOUT ROWID;

    CREATE TABLE duplicates (
      document TEXT NOT NULL REFERENCES documents (id),
      earlier TEXT NOT NULL REFERENCES documents (id),
      kind TEXT NOT NULL CHECK (kind IN ('content', 'picture')),
      policy TEXT NOT NULL CHECK (policy IN ('reject', 'link', 'accept')),
      found_at INTEGER NOT NULL,
      PRIMARY KEY (document, earlier, kind)
    );

    ALTER TABLE submissions ADD COLUMN duplicates TEXT;

    CREATE VIEW hoso_v1_stacks AS
      SELECT sha256, name, byte_count, page_count, layout, received_at FROM stacks;

    CREATE VIEW hoso_v1_duplicates AS
      SELECT n.dossier AS dossier_id, d.document AS document_id, e.dossier AS earlier_dossier_id,
        d.earlier AS earlier_document_id, d.kind, d.policy, d.found_at
      FROM duplicates d JOIN documents n ON n.id = d.document JOIN documents e ON e.id = d.earlier;

    """
}
