/// Where a task that began on one plan goes on in another.
public struct PlanRestart: Hashable, Sendable {
  /// The stage at which it goes on.
  public let stage: String
  /// The stages before it, which are the same in both plans: what they found stays.
  public let kept: [String]

  /// The first stage of the scope that differs in anything, or the one at which the task stands where that comes
  /// earlier. nil where the new plan has no stage of the scope.
  public init?(of scope: StageDeclaration.Scope, from old: Plan, at stage: String?, to new: Plan) {
    let before = old.stages(of: scope)
    let after = new.stages(of: scope)
    guard !after.isEmpty else { return nil }
    let same = zip(before, after).prefix { $0 == $1 }.count
    let reached = before.firstIndex { $0.id == stage } ?? 0
    // The last stage once more, where nothing else would be left to do.
    let index = min(same, reached, after.count - 1)
    self.stage = after[index].id
    kept = after[..<index].map(\.id)
  }
}
