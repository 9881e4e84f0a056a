import Dossiers

/// Finds the next stage of a task, from what has been finished and what is known. It does nothing itself.
public struct PlanCursor: Sendable {
  public enum Step: Hashable, Sendable {
    /// Run this stage on these pages, counted from 1; empty before the pages are counted and for dossier stages.
    /// The stages skipped on the way, whose `when` does not hold, are to be recorded as skipped.
    case run(PlannedStage, pages: [Int], skipping: [PlannedStage])
    /// All stages of the scope are through.
    case end(skipping: [PlannedStage])
  }

  public let plan: Plan
  public let scope: StageDeclaration.Scope

  public init(plan: Plan, scope: StageDeclaration.Scope) {
    self.plan = plan
    self.scope = scope
  }

  /// `finished` holds the ids of the stages that ended or were skipped before; `facts` what they have told.
  public func next(finished: Set<String>, facts: Facts) -> Step {
    var skipped: [PlannedStage] = []
    for stage in plan.stages where stage.scope == scope && !finished.contains(stage.id) {
      if let pages = Condition.pages(stage.when, facts: facts) {
        return .run(stage, pages: scope == .document ? pages : [], skipping: skipped)
      }
      skipped.append(stage)
    }
    return .end(skipping: skipped)
  }
}
