extension SQLiteMigrations {
  /// What is ready at each stage by itself, so that nobody need step over all that waits at a stage which no task may
  /// begin. A line is what is ready at one stage with one priority.
  ///
  /// The views hop from stage to stage and from priority to priority: as many looks into the index as there are lines.
  /// SQLite would take the queue's order for it, and read all that is ready, unless it is told.
  static let queueLines = """
    CREATE INDEX task_queue_lines ON task_queue (stage, priority DESC, turn, id) WHERE state = 'ready';

    CREATE VIEW ready_stages AS
      WITH RECURSIVE found (stage) AS (
        SELECT (
          SELECT stage FROM task_queue INDEXED BY task_queue_lines WHERE state = 'ready' ORDER BY stage LIMIT 1)
        UNION ALL
        SELECT (
          SELECT q.stage FROM task_queue q INDEXED BY task_queue_lines
          WHERE q.state = 'ready' AND q.stage > found.stage ORDER BY q.stage LIMIT 1)
        FROM found WHERE stage IS NOT NULL)
      SELECT stage FROM found WHERE stage IS NOT NULL;

    CREATE VIEW open_lines AS
      WITH RECURSIVE found (stage, priority) AS (
        SELECT stage, (
          SELECT max(q.priority) FROM task_queue q INDEXED BY task_queue_lines
          WHERE q.state = 'ready' AND q.stage = r.stage)
        FROM ready_stages r WHERE stage NOT IN (SELECT stage FROM closed_stages)
        UNION ALL
        SELECT stage, (
          SELECT max(q.priority) FROM task_queue q INDEXED BY task_queue_lines
          WHERE q.state = 'ready' AND q.stage = found.stage AND q.priority < found.priority)
        FROM found WHERE priority IS NOT NULL)
      SELECT stage, priority FROM found WHERE priority IS NOT NULL;

    """
}
