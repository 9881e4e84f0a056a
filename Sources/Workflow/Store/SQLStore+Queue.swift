import Dossiers

extension SQLStore {
  public func register(_ worker: WorkerRegistration) throws(StoreError) {
    try database.write("registering a worker") { transaction throws(StoreError) in
      try transaction.run(
        """
        INSERT INTO workers (id, host, process_id, version, boot, started_at, seen_at, plan)
        VALUES ($1, $2, $3, $4, $5, $6, $7, (SELECT plan FROM active_plan))
        ON CONFLICT (id) DO UPDATE SET host = excluded.host, process_id = excluded.process_id,
          version = excluded.version, boot = excluded.boot, started_at = excluded.started_at,
          seen_at = excluded.seen_at, plan = excluded.plan
        """,
        [
          .id(worker.id), .string(worker.host), .integer(Int64(worker.processID)), .string(worker.version),
          .string(transaction.moment.bootID), .time(worker.startedAt), .time(transaction.now),
        ])
      try transaction.rebaseSchedules()
      try transaction.forgetDeadWorkers()
    }
  }

  public func claim(_ request: ClaimRequest) throws(StoreError) -> [Lease] {
    guard request.limit > 0 else { return [] }
    var request = request
    request.goesByAge = fairness.nextGoesByAge()
    let chosen = request
    var rows = try database.write("claiming tasks") { transaction throws(StoreError) in
      try transaction.claimWithinLimits(chosen)
    }
    // A database returns changed rows in any order.
    if rows.count > 1 { rows.sort { $0.isClaimed(before: $1) } }
    return rows.map { row in
      Lease(token: LeaseToken(task: row.id, worker: request.worker, claim: row.claim), task: row.task)
    }
  }

  public func renew(
    _ tokens: [LeaseToken], leaseMilliseconds: Int64
  ) throws(StoreError) -> Set<LeaseToken> {
    if tokens.isEmpty { return [] }
    return try database.write("renewing leases") { transaction throws(StoreError) in
      let moment = transaction.moment
      var held: Set<LeaseToken> = []
      for token in tokens {
        let changed = try transaction.change(
          """
          UPDATE task_queue SET lease_boot = $1, lease_until = $2
          WHERE id = $3 AND worker = $4 AND claim = $5 AND state = 'leased'
          """,
          [
            .string(moment.bootID), .integer(moment.sinceBoot + leaseMilliseconds), .id(token.task),
            .id(token.worker), .integer(token.claim),
          ])
        if changed == 1 { held.insert(token) }
      }
      for worker in Set(tokens.map(\.worker)) {
        try transaction.run(
          "UPDATE workers SET seen_at = $1, plan = (SELECT plan FROM active_plan) WHERE id = $2",
          [.time(moment.wall), .id(worker)])
      }
      return held
    }
  }

  public func release(_ token: LeaseToken) throws(StoreError) {
    try database.write("releasing a task") { transaction throws(StoreError) in
      try transaction.backToReady(transaction.held(token))
    }
  }

  /// Leases of another boot have run out too, whatever their time says.
  public func reclaimExpired() throws(StoreError) -> [QueuedTask] {
    // Looked for beside the writers first: mostly there is none.
    let expired = try database.read("looking for expired leases") { transaction throws(StoreError) in
      try transaction.expiredLeases()
    }
    if expired.isEmpty { return [] }
    // One order for all who lock several.
    let inLockingOrder = expired.sorted {
      ($0.dossier.rawValue, $0.id.rawValue) < ($1.dossier.rawValue, $1.id.rawValue)
    }
    return try database.write("reclaiming tasks") { transaction throws(StoreError) in
      var reclaimed: [QueuedTask] = []
      for found in inLockingOrder {
        guard let worker = found.worker else { continue }
        try transaction.lock(dossierOf: found.id)
        // Another process may have been quicker, or the worker's heartbeat.
        let token = LeaseToken(task: found.id, worker: worker, claim: found.claim)
        guard let row = try transaction.heldRow(token), try transaction.hasExpired(row.id) else { continue }
        try transaction.note(
          "task.reclaimed", actor: row.worker?.rawValue ?? "store", dossier: row.dossier, document: row.document,
          task: row.id)
        _ = try transaction.countCrash(row, error: "the worker's lease ran out", actor: "store")
        if let task = try transaction.taskRow(row.id) { reclaimed.append(task.task) }
      }
      return reclaimed
    }
  }

  public func deregister(_ worker: WorkerID) throws(StoreError) {
    try database.write("deregistering a worker") { transaction throws(StoreError) in
      let held = try transaction.rows(
        SQL(assembled: "SELECT \(TaskRow.columns) FROM task_queue WHERE state = 'leased' AND worker = $1"),
        [.id(worker)]
      ) { row throws(StoreError) in try TaskRow(row: row) }
      for row in held { try transaction.backToReady(row) }
      try transaction.run("DELETE FROM workers WHERE id = $1", [.id(worker)])
    }
  }

  public func millisecondsUntilNextTask(foreignPlans: Set<PlanID>) throws(StoreError) -> Int64? {
    try database.read("looking for the next task") { transaction throws(StoreError) in
      let moment = transaction.moment
      let isReady = try transaction.exists(
        SQL(
          assembled: """
            SELECT 1 FROM ready_stages r WHERE stage NOT IN (SELECT stage FROM closed_stages) AND EXISTS (
              SELECT 1 FROM task_queue q WHERE q.state = 'ready' AND q.stage = r.stage
                AND (run_at IS NULL OR run_at <= $1 OR (wait_boot = $2 AND wait_until <= $3))
                \(foreignPlans.exclusion(from: 4))) LIMIT 1
            """),
        [.time(moment.wall), .string(moment.bootID), .integer(moment.sinceBoot)] + foreignPlans.values)
      if isReady { return 0 }
      // The state is not looked for: the index is on what is scheduled, which is few.
      let waits = try transaction.rows(
        SQL(
          assembled: """
            SELECT min(CASE WHEN state = 'ready' THEN run_at END),
              min(CASE WHEN state = 'ready' AND wait_boot = $1 THEN wait_until END)
            FROM task_queue WHERE run_at IS NOT NULL AND stage NOT IN (SELECT stage FROM closed_stages)
              \(foreignPlans.exclusion(from: 2))
            """), [.string(moment.bootID)] + foreignPlans.values
      ) { row in
        [
          row.optionalInteger(0).map { $0 - moment.wall.milliseconds },
          row.optionalInteger(1).map { $0 - moment.sinceBoot },
        ]
      }
      return waits.joined().compactMap { $0 }.min().map { max(0, $0) }
    }
  }

  public func hasUnfinishedWork(foreignPlans: Set<PlanID>) throws(StoreError) -> Bool {
    try database.read("looking for unfinished work") { transaction throws(StoreError) in
      try transaction.exists(
        SQL(
          assembled: """
            SELECT 1 WHERE EXISTS (SELECT 1 FROM task_queue WHERE state = 'leased') OR EXISTS (
              SELECT 1 FROM ready_stages r WHERE stage NOT IN (SELECT stage FROM stage_pauses) AND EXISTS (
                SELECT 1 FROM task_queue q WHERE q.state = 'ready' AND q.stage = r.stage
                  \(foreignPlans.exclusion(from: 1))))
            """), foreignPlans.values)
    }
  }
}

extension Set<PlanID> {
  /// `AND plan NOT IN (…)` with parameters from that number on; nothing for none.
  fileprivate func exclusion(from number: Int) -> String {
    isEmpty ? "" : "AND plan NOT IN (\((number..<number + count).map { "$\($0)" }.joined(separator: ", ")))"
  }

  fileprivate var values: [SQLValue] { map { .id($0) } }
}

extension SQLTransaction {
  fileprivate func expiredLeases() throws(StoreError) -> [TaskRow] {
    try rows(
      SQL(
        assembled: """
          SELECT \(TaskRow.columns) FROM task_queue
          WHERE state = 'leased' AND (lease_boot <> $1 OR lease_until < $2) ORDER BY queued_at, id
          """),
      [.string(moment.bootID), .integer(moment.sinceBoot)]
    ) { row throws(StoreError) in try TaskRow(row: row) }
  }

  fileprivate func hasExpired(_ task: TaskID) throws(StoreError) -> Bool {
    try exists(
      "SELECT 1 FROM task_queue WHERE id = $1 AND (lease_boot <> $2 OR lease_until < $3)",
      [.id(task), .string(moment.bootID), .integer(moment.sinceBoot)])
  }

  /// Workers that died without a word: those of another boot, and those not seen for a day that hold nothing.
  fileprivate func forgetDeadWorkers() throws(StoreError) {
    try run(
      """
      DELETE FROM workers WHERE (boot <> $1 OR seen_at < $2)
        AND id NOT IN (SELECT worker FROM task_queue WHERE state = 'leased')
      """, [.string(moment.bootID), .time(now.adding(milliseconds: -86_400_000))])
  }

  /// After a boot the time since the last one means nothing: waits are counted afresh, so that a machine that comes
  /// up with its clock in the past does not keep a task for years.
  fileprivate func rebaseSchedules() throws(StoreError) {
    try run(
      """
      UPDATE task_queue SET wait_boot = $1, wait_until = $2 + wait_milliseconds
      WHERE run_at IS NOT NULL AND wait_boot <> $1
      """, [.string(moment.bootID), .integer(moment.sinceBoot)])
  }
}
