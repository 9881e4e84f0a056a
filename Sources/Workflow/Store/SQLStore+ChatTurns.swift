public import Dossiers

extension SQLStore {
  @discardableResult
  public func record(_ turn: ChatTurn) throws(StoreError) -> Bool {
    try database.write("recording a chat's turn") { transaction throws(StoreError) in
      if let event = turn.event {
        let ended = try transaction.change(
          "UPDATE chat_events SET done_at = $1, payload = NULL, last_error = NULL WHERE id = $2 AND done_at IS NULL",
          [.time(transaction.now), .string(event)])
        guard ended == 1 else { return false }
      }
      try transaction.keep(turn.chat)
      if turn.dropsFiles {
        try transaction.run("DELETE FROM chat_files WHERE citizen = $1", [.string(turn.chat.citizen)])
      }
      for file in turn.gathers { try transaction.keep(file, of: turn.chat.citizen) }
      if let dossier = turn.made {
        try transaction.run(
          "INSERT INTO chat_dossiers (dossier, citizen, at) VALUES ($1, $2, $3) ON CONFLICT (dossier) DO NOTHING",
          [.id(dossier), .string(turn.chat.citizen), .time(transaction.now)])
      }
      if let words = turn.feedback {
        try transaction.run(
          """
          INSERT INTO feedback (at, channel, dossier, words) VALUES ($1, 'zalo',
            (SELECT dossier FROM chat_dossiers WHERE citizen = $2 ORDER BY at DESC, dossier DESC LIMIT 1), $3)
          """, [.time(transaction.now), .string(turn.chat.citizen), .string(words)])
      }
      for (key, content) in turn.says {
        try transaction.run(
          """
          INSERT INTO chat_messages (citizen, key, content, at, next_at) VALUES ($1, $2, $3, $4, $4)
          ON CONFLICT (key) DO NOTHING
          """, [.string(turn.chat.citizen), .string(key), .json(content), .time(transaction.now)])
      }
      return true
    }
  }

  public func claimChatMessages(limit: Int, until: Timestamp) throws(StoreError) -> [ChatMessage] {
    // A message that waits for its citizen to be heard again holds nothing up; one that failed keeps its place.
    let due = try database.read("looking for what is to be said") { transaction throws(StoreError) in
      try transaction.rows(
        """
        SELECT m.id, m.citizen, m.content, m.at, m.attempts FROM chat_messages m
        WHERE m.sent_at IS NULL AND m.given_up_at IS NULL AND m.next_at <= $1 AND NOT EXISTS (
          SELECT 1 FROM chat_messages n WHERE n.citizen = m.citizen AND n.sent_at IS NULL AND n.given_up_at IS NULL
            AND n.id < m.id AND (n.attempts > 0 OR n.next_at <= $1))
        ORDER BY m.id LIMIT $2
        """, [.time(transaction.now), .int(max(0, limit))]
      ) { row throws(StoreError) in
        ChatMessage(
          id: row.integer(0), citizen: row.text(1), content: try row.json(2), at: row.time(3), attempts: row.int(4))
      }
    }
    if due.isEmpty { return [] }
    return try database.write("claiming what is to be said") { transaction throws(StoreError) in
      var claimed: [ChatMessage] = []
      for message in due {
        let taken = try transaction.change(
          "UPDATE chat_messages SET next_at = $1 WHERE id = $2 AND sent_at IS NULL AND next_at <= $3",
          [.time(until), .integer(message.id), .time(transaction.now)])
        if taken == 1 { claimed.append(message) }
      }
      return claimed
    }
  }

  public func markSaid(_ id: Int64) throws(StoreError) {
    try database.write("marking something said") { transaction throws(StoreError) in
      try transaction.run(
        """
        UPDATE chat_messages SET sent_at = coalesce(sent_at, $1), attempts = attempts + 1, last_error = NULL
        WHERE id = $2
        """, [.time(transaction.now), .integer(id)])
    }
  }

  public func markUnsaid(
    _ id: Int64, error: String, retryAt: Timestamp, counts: Bool
  ) throws(StoreError) {
    try database.write("putting something off") { transaction throws(StoreError) in
      try transaction.run(
        "UPDATE chat_messages SET attempts = attempts + $1, next_at = $2, last_error = $3 WHERE id = $4",
        [.int(counts ? 1 : 0), .time(retryAt), .string(error), .integer(id)])
    }
  }

  public func giveUp(chatMessage id: Int64, error: String) throws(StoreError) {
    try database.write("giving up a message") { transaction throws(StoreError) in
      try transaction.run(
        "UPDATE chat_messages SET given_up_at = $1, last_error = $2 WHERE id = $3 AND sent_at IS NULL",
        [.time(transaction.now), .string(error), .integer(id)])
    }
  }
}

extension SQLTransaction {
  /// `heard_at` is left alone: it is what `receive` says.
  fileprivate func keep(_ chat: Chat) throws(StoreError) {
    try run(
      """
      INSERT INTO chats (citizen, phase, round, subject, name, phone, address, asked_at, closed_at, is_following)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
      ON CONFLICT (citizen) DO UPDATE SET phase = excluded.phase, round = excluded.round, subject = excluded.subject,
        name = excluded.name, phone = excluded.phone, address = excluded.address, asked_at = excluded.asked_at,
        closed_at = excluded.closed_at, is_following = excluded.is_following
      """,
      [
        .string(chat.citizen), .string(chat.phase.rawValue), .int(chat.round), .id(chat.subject), .text(chat.name),
        .text(chat.phone), .text(chat.address), .time(chat.askedAt), .time(chat.closedAt), .flag(chat.isFollowing),
      ])
  }

  fileprivate func keep(_ file: ChatFile, of citizen: String) throws(StoreError) {
    try run(
      """
      INSERT INTO chat_files (citizen, event, ordinal, name, sha256, byte_count, said_at)
      VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (citizen, event, ordinal) DO NOTHING
      """,
      [
        .string(citizen), .string(file.event), .int(file.ordinal), .string(file.name), .string(file.sha256),
        .integer(file.byteCount), .time(file.saidAt),
      ])
  }
}
