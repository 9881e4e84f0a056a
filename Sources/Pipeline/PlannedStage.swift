public import Dossiers

/// One stage of a plan, with everything that decides what it does.
public struct PlannedStage: Hashable, Sendable {
  /// Unique in the plan: what stage runs and tasks name.
  public let id: String
  /// The name of its declaration.
  public let uses: String
  public let scope: StageDeclaration.Scope
  public let sort: StageDeclaration.Sort
  /// Every declared setting, defaults filled in; sizes as bytes, durations as milliseconds.
  public let settings: [String: JSONValue]
  /// nil: always, on all pages.
  public let when: Condition?
  public let limits: StageLimits

  public init(
    id: String, uses: String, scope: StageDeclaration.Scope, sort: StageDeclaration.Sort,
    settings: [String: JSONValue] = [:], when: Condition? = nil, limits: StageLimits = StageLimits()
  ) {
    self.id = id
    self.uses = uses
    self.scope = scope
    self.sort = sort
    self.settings = settings
    self.when = when
    self.limits = limits
  }
}
