public import Dossiers

extension SQLStore {
  public func pendingMessages(limit: Int) throws(StoreError) -> [OutboxMessage] {
    try database.read("reading the outbox") { transaction throws(StoreError) in
      try transaction.rows(
        SQL(
          assembled: """
            SELECT \(OutboxMessage.columns) FROM outbox
            WHERE sent_at IS NULL AND (next_at IS NULL OR next_at <= $1) ORDER BY id LIMIT $2
            """), [.time(transaction.now), .int(max(0, limit))]
      ) { row throws(StoreError) in try OutboxMessage(row: row) }
    }
  }

  public func markSent(_ id: Int64) throws(StoreError) {
    try database.write("marking a message sent") { transaction throws(StoreError) in
      let marked = try transaction.change(
        "UPDATE outbox SET sent_at = coalesce(sent_at, $1), last_error = NULL WHERE id = $2",
        [.time(transaction.now), .integer(id)])
      if marked == 0 { throw StoreError(.notFound, "no message \(id)", doing: "marking a message sent") }
    }
  }

  public func markFailed(_ id: Int64, error: String, retryAt: Timestamp) throws(StoreError) {
    try database.write("marking a message failed") { transaction throws(StoreError) in
      let marked = try transaction.change(
        """
        UPDATE outbox SET attempts = attempts + 1, next_at = $1, last_error = $2 WHERE id = $3 AND sent_at IS NULL
        """, [.time(retryAt), .string(error), .integer(id)])
      if marked == 0 { throw StoreError(.notFound, "no unsent message \(id)", doing: "marking a message failed") }
    }
  }
}
