import Pipeline
import Synchronization
import Workflow

/// Plans by id, read from the store once: a plan never changes.
final class PlanCache: Sendable {
  private let store: any WorkflowStore
  /// What `uses` may name here.
  private let knownStages: Set<String>
  private let state = Mutex(State())

  private struct State {
    var plans: [PlanID: Plan] = [:]
    var foreign: Set<PlanID> = []
  }

  init(store: any WorkflowStore, knownStages: Set<String>) {
    self.store = store
    self.knownStages = knownStages
  }

  func plan(_ id: PlanID) throws -> Plan {
    if let plan = state.withLock({ $0.plans[id] }) { return plan }
    guard let stored = try store.plan(id) else {
      throw WorkerError(.noPlan, "the store has no plan \(id)")
    }
    let plan = try Plan(canonicalJSON: stored.canonicalJSON)
    state.withLock { $0.plans[id] = plan }
    return plan
  }

  /// Plans found to be beyond this program: they come from another version of it, whose workers can run them.
  var foreign: Set<PlanID> { state.withLock(\.foreign) }

  /// What of the plan this program does not know, in words; nil where it can run it.
  func foreignness(of id: PlanID) throws -> String? {
    let reason: String
    do {
      let unknown = try plan(id).stages.map(\.uses).filter { !knownStages.contains($0) }
      guard !unknown.isEmpty else { return nil }
      reason = "unknown stages: " + unknown.joined(separator: ", ")
    } catch let error as StoredPlanError {
      reason = error.description
    }
    state.withLock { _ = $0.foreign.insert(id) }
    return reason
  }
}
