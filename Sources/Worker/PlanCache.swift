import Pipeline
import Synchronization
import Workflow

/// Plans by id, read from the store once: a plan never changes.
final class PlanCache: Sendable {
  private let store: any WorkflowStore
  private let plans = Mutex<[PlanID: Plan]>([:])

  init(store: any WorkflowStore) {
    self.store = store
  }

  func plan(_ id: PlanID) throws -> Plan {
    if let plan = plans.withLock({ $0[id] }) { return plan }
    guard let stored = try store.plan(id) else {
      throw WorkerError(.noPlan, "the store has no plan \(id)")
    }
    let plan = try Plan(canonicalJSON: stored.canonicalJSON)
    plans.withLock { $0[id] = plan }
    return plan
  }
}
