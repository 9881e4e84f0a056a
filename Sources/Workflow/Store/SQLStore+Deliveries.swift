public import Dossiers

extension SQLStore {
  public func claimDeliveries(
    to target: String, limit: Int, until: Timestamp
  ) throws(StoreError) -> [OutboxMessage] {
    // Looked for without the writer's lock: mostly there is nothing. A dossier's messages go in order, until one was
    // tried a dozen times, which with doubling pauses takes an hour: what nobody takes must not hold the rest for ever.
    let due = try database.read("looking for deliveries") { transaction throws(StoreError) in
      try transaction.rows(
        """
        SELECT o.id, o.at, o.dossier, o.topic, o.payload, coalesce(d.attempts, 0)
        FROM outbox o LEFT JOIN deliveries d ON d.message = o.id AND d.target = $1
        WHERE o.sent_at IS NULL AND d.done_at IS NULL AND coalesce(d.next_at, 0) <= $2
          AND NOT EXISTS (
            SELECT 1 FROM outbox e LEFT JOIN deliveries f ON f.message = e.id AND f.target = $1
            WHERE e.dossier = o.dossier AND e.id < o.id AND e.sent_at IS NULL AND f.done_at IS NULL
              AND coalesce(f.attempts, 0) < 12)
        ORDER BY o.id LIMIT $3
        """, [.string(target), .time(transaction.now), .int(max(0, limit))]
      ) { row throws(StoreError) in
        OutboxMessage(
          id: row.integer(0), at: row.time(1), dossier: row.id(2), topic: row.text(3), payload: try row.json(4),
          attempts: row.int(5))
      }
    }
    if due.isEmpty { return [] }
    return try database.write("claiming deliveries") { transaction throws(StoreError) in
      var claimed: [OutboxMessage] = []
      for message in due {
        let taken = try transaction.change(
          """
          INSERT INTO deliveries (message, target, attempts, next_at) VALUES ($1, $2, 0, $3)
          ON CONFLICT (message, target) DO UPDATE SET next_at = excluded.next_at
          WHERE deliveries.done_at IS NULL AND deliveries.next_at <= $4
          """, [.integer(message.id), .string(target), .time(until), .time(transaction.now)])
        if taken == 1 { claimed.append(message) }
      }
      return claimed
    }
  }

  public func markDelivered(_ message: Int64, to target: String, of targets: Set<String>) throws(StoreError) {
    try database.write("marking a message delivered") { transaction throws(StoreError) in
      try transaction.run(
        """
        UPDATE deliveries SET done_at = coalesce(done_at, $1), attempts = attempts + 1, last_error = NULL
        WHERE message = $2 AND target = $3
        """, [.time(transaction.now), .integer(message), .string(target)])
      let reached = Set(
        try transaction.rows(
          "SELECT target FROM deliveries WHERE message = $1 AND done_at IS NOT NULL", [.integer(message)]
        ) { row in row.text(0) })
      guard targets.isSubset(of: reached) else { return }
      try transaction.run(
        "UPDATE outbox SET sent_at = coalesce(sent_at, $1), last_error = NULL WHERE id = $2",
        [.time(transaction.now), .integer(message)])
    }
  }

  public func markUndelivered(
    _ message: Int64, to target: String, error: String, retryAt: Timestamp
  ) throws(StoreError) {
    try database.write("marking a message undelivered") { transaction throws(StoreError) in
      try transaction.run(
        """
        UPDATE deliveries SET attempts = attempts + 1, next_at = $1, last_error = $2
        WHERE message = $3 AND target = $4 AND done_at IS NULL
        """, [.time(retryAt), .string(error), .integer(message), .string(target)])
      try transaction.run(
        "UPDATE outbox SET attempts = attempts + 1, last_error = $1 WHERE id = $2 AND sent_at IS NULL",
        [.string(error), .integer(message)])
    }
  }
}
