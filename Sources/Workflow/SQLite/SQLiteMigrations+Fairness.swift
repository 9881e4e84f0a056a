extension SQLiteMigrations {
  /// Whose turn it is, which plan a worker goes by, and where a package's copy lies.
  static let fairnessColumns = """
    ALTER TABLE tasks ADD COLUMN turn INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE task_queue ADD COLUMN turn INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE workers ADD COLUMN plan TEXT;
    ALTER TABLE packages ADD COLUMN copy_sha256 TEXT;

    """

  static let fairQueueOrder = """
    DROP INDEX task_queue_order;
    CREATE INDEX task_queue_order ON task_queue (state, priority DESC, turn, id);

    """

  /// `sender_turns` has the last turn of each party that hands in, under a digest of its name. `closed_stages` are
  /// those that no task may begin at present.
  static let fairnessTables = """
    CREATE TABLE sender_turns (
      party TEXT NOT NULL,
      priority INTEGER NOT NULL,
      turn INTEGER NOT NULL,
      PRIMARY KEY (party, priority)
    );
    CREATE INDEX sender_turns_last ON sender_turns (priority, turn);

    CREATE TABLE stage_limits (
      stage TEXT PRIMARY KEY NOT NULL,
      at_once INTEGER NOT NULL CHECK (at_once > 0)
    );

    CREATE VIEW closed_stages AS
      SELECT stage FROM stage_pauses
      UNION ALL
      SELECT l.stage FROM stage_limits l WHERE l.at_once <= (
        SELECT count(*) FROM task_queue q WHERE q.state = 'leased' AND q.stage = l.stage);

    """
}
