import Dossiers

extension SQLStore {
  public func apply(_ plan: StoredPlan, by actor: String) throws(StoreError) -> Bool {
    try database.write("applying a plan") { transaction throws(StoreError) in
      try transaction.run(
        "INSERT INTO plans (id, name, canonical_json, applied_at) VALUES ($1, $2, $3, $4) ON CONFLICT (id) DO NOTHING",
        [.id(plan.id), .string(plan.name), .string(plan.canonicalJSON), .time(transaction.now)])
      let isActive = try transaction.exists("SELECT 1 FROM active_plan WHERE plan = $1", [.id(plan.id)])
      if isActive { return false }
      try transaction.run(
        """
        INSERT INTO active_plan (slot, plan, actor, since) VALUES (1, $1, $2, $3)
        ON CONFLICT (slot) DO UPDATE SET plan = excluded.plan, actor = excluded.actor, since = excluded.since
        """, [.id(plan.id), .string(actor), .time(transaction.now)])
      try transaction.run("DELETE FROM stage_limits", [])
      for (stage, limit) in plan.stageLimits.sorted(by: { $0.key < $1.key }) {
        try transaction.run(
          "INSERT INTO stage_limits (stage, at_once) VALUES ($1, $2)", [.string(stage), .int(limit)])
      }
      transaction.madeReady()
      try transaction.note(
        "plan.applied", actor: actor, data: ["plan": .string(plan.id.rawValue), "name": .string(plan.name)])
      return true
    }
  }

  public func activePlan() throws(StoreError) -> StoredPlan? {
    try database.read("reading the active plan") { transaction throws(StoreError) in
      try transaction.first(
        SQL(assembled: "SELECT \(StoredPlan.columns) FROM plans WHERE id = (SELECT plan FROM active_plan)"), []
      ) { row in StoredPlan(row: row) }
    }
  }

  public func plan(_ id: PlanID) throws(StoreError) -> StoredPlan? {
    try database.read("reading a plan") { transaction throws(StoreError) in
      try transaction.first(
        SQL(assembled: "SELECT \(StoredPlan.columns) FROM plans WHERE id = $1"), [.id(id)]
      ) { row in StoredPlan(row: row) }
    }
  }

  public func plans() throws(StoreError) -> [StoredPlan] {
    try database.read("listing plans") { transaction throws(StoreError) in
      try transaction.rows(
        SQL(assembled: "SELECT \(StoredPlan.columns) FROM plans ORDER BY applied_at, id"), []
      ) { row in StoredPlan(row: row) }
    }
  }
}
