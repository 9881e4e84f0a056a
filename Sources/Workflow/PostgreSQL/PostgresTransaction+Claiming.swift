import Dossiers

/// Claims. Where no stage is closed, as nearly always, they read the queue's order. Where one is, all that waits there
/// may stand in their way: then they look at each line of the open stages.
extension PostgresTransaction {
  func claim(_ request: ClaimRequest) throws(StoreError) -> [TaskRow] {
    let places = request.goesByAge ? places.byAge : places.byTurn
    var rows: [TaskRow] = []
    if let position = places.present() {
      rows = try claim(request, limit: request.limit, from: position)
      if rows.count == request.limit {
        places.advance(to: rows.last)
        return rows
      }
    }
    let started = places.startOfScan()
    rows += try claim(request, limit: request.limit - rows.count, from: nil)
    places.scanned(since: started, to: rows.last)
    return rows
  }

  private func claim(
    _ request: ClaimRequest, limit: Int, from position: ClaimPosition.Key?
  ) throws(StoreError) -> [TaskRow] {
    // As the last claim saw it; a wrong guess costs time, and gives the same tasks.
    let claim: SQL =
      switch (request.goesByAge, places.hasClosedStages) {
      case (false, false): Self.claimByTurn
      case (false, true): Self.claimLinesByTurn
      case (true, false): Self.claimByAge
      case (true, true): Self.claimLinesByAge
      }
    var isClosed: Bool?
    let found = try rows(
      claim,
      [
        .integer(position.map { Int64(-$0.priority) } ?? .min), .integer(position?.turn ?? .min),
        .string(position?.id ?? ""), .time(moment.wall), .string(moment.bootID), .integer(moment.sinceBoot),
        .int(limit), .id(request.worker), .integer(moment.sinceBoot + request.leaseMilliseconds),
        PostgresArray.texts(request.foreignPlans.map(\.rawValue)),
      ]
    ) { row throws(StoreError) in
      isClosed = row.int(17) > 0
      return try TaskRow(row: row)
    }
    // No row tells of it where there is none.
    if isClosed == nil { isClosed = try exists("SELECT 1 FROM closed_stages LIMIT 1", []) }
    places.hasClosedStages = isClosed == true
    guard found.count > 1 else { return found }
    return found.sorted { request.goesByAge ? $0.id.rawValue < $1.id.rawValue : $0.isClaimed(before: $1) }
  }

  /// Takes those whose ids `choice` selects.
  private static func leasing(_ choice: String) -> SQL {
    SQL(
      assembled: """
        WITH chosen AS MATERIALIZED (
        \(choice))
        UPDATE task_queue AS q SET state = 'leased', worker = $8, claim = q.claim + 1, lease_boot = $5, lease_until = $9
        FROM chosen WHERE q.id = chosen.id
        RETURNING q.id, q.kind, q.dossier, q.document, q.plan, q.state, q.stage, q.priority, q.queued_at, q.run_at,
          q.attempts, q.strikes, q.crashes, q.claim, q.worker, q.last_error, q.turn,
          (SELECT count(*) FROM closed_stages)
        """)
  }

  private static let claimByTurn = leasing(
    """
    SELECT id FROM task_queue
    WHERE state = 'ready' AND (-priority, turn, id) >= ($1, $2, $3)
      AND (run_at IS NULL OR run_at <= $4 OR (wait_boot = $5 AND wait_until <= $6))
      AND stage NOT IN (SELECT stage FROM closed_stages) AND plan <> ALL ($10::text[])
    ORDER BY -priority, turn, id LIMIT $7 FOR UPDATE SKIP LOCKED
    """)

  /// Ids are in the order in which tasks were made. The first two parameters only keep the numbers of the rest.
  private static let claimByAge = leasing(
    """
    SELECT id FROM task_queue
    WHERE state = 'ready' AND id >= $3 AND $1::bigint IS NOT NULL AND $2::bigint IS NOT NULL
      AND (run_at IS NULL OR run_at <= $4 OR (wait_boot = $5 AND wait_until <= $6))
      AND stage NOT IN (SELECT stage FROM closed_stages) AND plan <> ALL ($10::text[])
    ORDER BY id LIMIT $7 FOR UPDATE SKIP LOCKED
    """)

  /// What another line takes the place of is locked until this claim ends, a moment later.
  private static let claimLinesByTurn = leasing(
    """
    SELECT c.id FROM open_lines l CROSS JOIN LATERAL (
      SELECT id, priority, turn FROM task_queue
      WHERE state = 'ready' AND stage = l.stage AND -priority = -l.priority AND (-priority, turn, id) >= ($1, $2, $3)
        AND (run_at IS NULL OR run_at <= $4 OR (wait_boot = $5 AND wait_until <= $6)) AND plan <> ALL ($10::text[])
      ORDER BY turn, id LIMIT $7 FOR UPDATE SKIP LOCKED) AS c
    ORDER BY -c.priority, c.turn, c.id LIMIT $7
    """)

  /// The oldest of those that are next in their lines: whatever its priority, no line waits for ever.
  private static let claimLinesByAge = leasing(
    """
    SELECT c.id FROM open_lines l CROSS JOIN LATERAL (
      SELECT id FROM task_queue
      WHERE state = 'ready' AND stage = l.stage AND -priority = -l.priority AND id >= $3
        AND $1::bigint IS NOT NULL AND $2::bigint IS NOT NULL
        AND (run_at IS NULL OR run_at <= $4 OR (wait_boot = $5 AND wait_until <= $6)) AND plan <> ALL ($10::text[])
      ORDER BY turn, id LIMIT $7 FOR UPDATE SKIP LOCKED) AS c
    ORDER BY c.id LIMIT $7
    """)
}
