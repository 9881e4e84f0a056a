public import Dossiers

extension SQLStore {
  public func receive(_ event: ChatEvent) throws(StoreError) -> Bool {
    try database.write("receiving a chat event") { transaction throws(StoreError) in
      let now = transaction.now
      let added = try transaction.change(
        """
        INSERT INTO chat_events (id, citizen, kind, payload, said_at, received_at, next_at)
        VALUES ($1, $2, $3, $4, $5, $6, $6) ON CONFLICT (id) DO NOTHING
        """,
        [
          .string(event.id), .string(event.citizen), .string(event.kind), .json(event.payload), .time(event.saidAt),
          .time(now),
        ])
      guard added == 1 else { return false }
      // Our clock counts, not the service's: the time in which one may answer begins when we hear.
      try transaction.run(
        """
        INSERT INTO chats (citizen, phase, round, heard_at) VALUES ($1, 'idle', 1, $2)
        ON CONFLICT (citizen) DO UPDATE SET heard_at = excluded.heard_at
        """, [.string(event.citizen), .time(now)])
      try transaction.run(
        """
        UPDATE chat_messages SET next_at = $1
        WHERE citizen = $2 AND sent_at IS NULL AND given_up_at IS NULL AND attempts = 0 AND next_at > $1
        """, [.time(now), .string(event.citizen)])
      return true
    }
  }

  public func claimChatEvents(
    limit: Int, receivedBefore: Timestamp, until: Timestamp
  ) throws(StoreError) -> [ChatEvent] {
    let due = try database.read("looking for chat events") { transaction throws(StoreError) in
      try transaction.rows(
        """
        SELECT e.id, e.citizen, e.kind, e.payload, e.said_at, e.attempts FROM chat_events e
        WHERE e.done_at IS NULL AND e.next_at <= $1 AND e.received_at <= $2 AND NOT EXISTS (
          SELECT 1 FROM chat_events f WHERE f.citizen = e.citizen AND f.done_at IS NULL
            AND (f.said_at < e.said_at OR (f.said_at = e.said_at AND f.id < e.id)))
        ORDER BY e.said_at LIMIT $3
        """, [.time(transaction.now), .time(receivedBefore), .int(max(0, limit))]
      ) { row throws(StoreError) in
        ChatEvent(
          id: row.text(0), citizen: row.text(1), kind: row.text(2), payload: try row.json(3), saidAt: row.time(4),
          attempts: row.int(5))
      }
    }
    if due.isEmpty { return [] }
    return try database.write("claiming chat events") { transaction throws(StoreError) in
      var claimed: [ChatEvent] = []
      for event in due {
        let taken = try transaction.change(
          "UPDATE chat_events SET next_at = $1 WHERE id = $2 AND done_at IS NULL AND next_at <= $3",
          [.time(until), .string(event.id), .time(transaction.now)])
        if taken == 1 { claimed.append(event) }
      }
      return claimed
    }
  }

  public func markFailed(chatEvent id: String, error: String, retryAt: Timestamp) throws(StoreError) {
    try database.write("marking a chat event failed") { transaction throws(StoreError) in
      try transaction.run(
        """
        UPDATE chat_events SET attempts = attempts + 1, next_at = $1, last_error = $2
        WHERE id = $3 AND done_at IS NULL
        """, [.time(retryAt), .string(error), .string(id)])
    }
  }

  public func chat(with citizen: String) throws(StoreError) -> Chat {
    try database.read("reading a chat") { transaction throws(StoreError) in
      try transaction.first(
        SQL(assembled: "SELECT \(Chat.columns) FROM chats WHERE citizen = $1"), [.string(citizen)]
      ) { row throws(StoreError) in try Chat(row: row) } ?? Chat(citizen: citizen)
    }
  }

  public func chatFiles(of citizen: String) throws(StoreError) -> [ChatFile] {
    try database.read("reading a chat's files") { transaction throws(StoreError) in
      try transaction.rows(
        """
        SELECT event, ordinal, name, sha256, byte_count, said_at FROM chat_files
        WHERE citizen = $1 ORDER BY said_at, event, ordinal
        """, [.string(citizen)]
      ) { row in
        ChatFile(
          event: row.text(0), ordinal: row.int(1), name: row.text(2), sha256: row.text(3), byteCount: row.integer(4),
          saidAt: row.time(5))
      }
    }
  }

  public func quietChats(since: Timestamp, limit: Int) throws(StoreError) -> [Chat] {
    try database.read("looking for quiet chats") { transaction throws(StoreError) in
      try transaction.rows(
        SQL(
          assembled: """
            SELECT \(Chat.columns) FROM chats c
            WHERE phase = 'gathering' AND asked_at IS NULL AND heard_at < $1
              AND EXISTS (SELECT 1 FROM chat_files f WHERE f.citizen = c.citizen)
              AND NOT EXISTS (SELECT 1 FROM chat_events e WHERE e.citizen = c.citizen AND e.done_at IS NULL)
            ORDER BY heard_at LIMIT $2
            """), [.time(since), .int(max(0, limit))]
      ) { row throws(StoreError) in try Chat(row: row) }
    }
  }

  public func dossiers(fromChatWith citizen: String) throws(StoreError) -> [DossierID] {
    try database.read("reading a chat's dossiers") { transaction throws(StoreError) in
      try transaction.rows(
        "SELECT dossier FROM chat_dossiers WHERE citizen = $1 ORDER BY at DESC, dossier DESC", [.string(citizen)]
      ) { row in row.id(0) }
    }
  }

  public func citizen(of dossier: DossierID) throws(StoreError) -> String? {
    try database.read("reading a dossier's chat") { transaction throws(StoreError) in
      try transaction.first("SELECT citizen FROM chat_dossiers WHERE dossier = $1", [.id(dossier)]) { row in
        row.text(0)
      }
    }
  }

  public func feedback(limit: Int) throws(StoreError) -> [Feedback] {
    try database.read("reading feedback") { transaction throws(StoreError) in
      try transaction.rows(
        "SELECT id, at, channel, dossier, words FROM feedback ORDER BY id DESC LIMIT $1", [.int(max(0, limit))]
      ) { row in
        Feedback(
          id: row.integer(0), at: row.time(1), channel: row.text(2), dossier: row.optionalID(3), words: row.text(4))
      }
    }
  }
}

extension Chat {
  static let columns =
    "citizen, phase, round, subject, name, phone, address, heard_at, asked_at, closed_at, is_following"

  init(row: any SQLRow) throws(StoreError) {
    self.init(citizen: row.text(0))
    phase = try row.choice(1)
    round = row.int(2)
    subject = row.optionalID(3)
    name = row.optionalText(4)
    phone = row.optionalText(5)
    address = row.optionalText(6)
    heardAt = row.optionalTime(7)
    askedAt = row.optionalTime(8)
    closedAt = row.optionalTime(9)
    isFollowing = row.flag(10)
  }
}
