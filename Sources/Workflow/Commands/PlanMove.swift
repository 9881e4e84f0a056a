/// A task on its way from the plan that it began with to another one.
public struct PlanMove: Sendable, Hashable {
  /// The plan that the task has: where it has another by now, it is not moved.
  public var from: PlanID
  public var to: PlanID
  /// The stage of the new plan at which the task goes on; stages before it are the same in both plans.
  public var restart: String
  /// Those stages: what they found stays.
  public var kept: Set<String>
  /// The new plan's first document stage and first dossier stage.
  public var firstDocumentStage: String?
  public var firstDossierStage: String?

  public init(
    from: PlanID, to: PlanID, restart: String, kept: Set<String>, firstDocumentStage: String?,
    firstDossierStage: String?
  ) {
    self.from = from
    self.to = to
    self.restart = restart
    self.kept = kept
    self.firstDocumentStage = firstDocumentStage
    self.firstDossierStage = firstDossierStage
  }
}
