import Digests

/// Senders take turns: start-time fair queueing, with turns counted in documents. A party's next document has the
/// turn after its last one, or the turn that is being served where that is later: whoever hands in little waits for
/// one document of each of the others, whatever they have waiting.
extension SQLTransaction {
  /// The first of so many turns in a row.
  func takeTurns(_ count: Int, party: String, priority: Int) throws(StoreError) -> Int64 {
    let served = try turnBeingServed(priority: priority)
    let known = try first(
      """
      SELECT (SELECT turn FROM sender_turns WHERE party = $1 AND priority = $2),
        (SELECT turn FROM sender_turns WHERE priority = $2 ORDER BY turn DESC LIMIT 1)
      """, [.string(party), .int(priority)]
    ) { row in (own: row.optionalInteger(0), last: row.optionalInteger(1)) }
    // With nothing ready all turns given so far have been served, or are.
    let start = max(served ?? known?.last ?? 0, (known?.own ?? -1) + 1)
    try run(
      """
      INSERT INTO sender_turns (party, priority, turn) VALUES ($1, $2, $3)
      ON CONFLICT (party, priority) DO UPDATE SET turn = excluded.turn
      """, [.string(party), .int(priority), .integer(start + Int64(count) - 1)])
    return start
  }
}

extension NewSubmission {
  /// No name: the record has those, under its own rules.
  var partyKey: String { String(SHA256Digest.hex(of: party).prefix(32)) }
}
