import Pipeline
public import Workflow

extension Installation {
  /// Runs a failed or quarantined task again on the active plan, from the first stage that differs from those that it
  /// had; on the plan that it has where that is the active one.
  public func retryOnActivePlan(_ id: TaskID, by actor: String) throws {
    guard let task = try store.task(id) else { throw StoreError(.notFound, "no task \(id)", doing: "reading a task") }
    let new = try activePlan()
    guard task.plan.rawValue != new.id else { return try store.retry(id, by: actor) }
    guard let stored = try store.plan(task.plan) else {
      throw ReceptionError(.noPlan, "the store has no plan \(task.plan)")
    }
    let old = try Plan(canonicalJSON: stored.canonicalJSON)
    guard
      let restart = PlanRestart(of: task.kind == .document ? .document : .dossier, from: old, at: task.stage, to: new)
    else {
      throw StoreError(
        .conflict, "the active plan has no stage for such a task", doing: "moving a task to another plan")
    }
    try store.retry(
      id,
      moving: PlanMove(
        from: task.plan, to: PlanID(rawValue: new.id), restart: restart.stage, kept: Set(restart.kept),
        firstDocumentStage: new.firstStage(of: .document)?.id, firstDossierStage: new.firstStage(of: .dossier)?.id),
      by: actor)
  }
}
