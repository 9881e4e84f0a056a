import Dossiers
public import Pipeline
public import Workflow

extension Plan {
  /// As the store keeps it. The store writes down itself when it was applied.
  public var stored: StoredPlan {
    StoredPlan(
      id: PlanID(rawValue: id), name: name, canonicalJSON: canonicalJSON, appliedAt: Timestamp(milliseconds: 0),
      stageLimits: Dictionary(
        stages.compactMap { stage in stage.limits.atOnce.map { (stage.id, $0) } },
        uniquingKeysWith: { first, _ in first }))
  }
}
