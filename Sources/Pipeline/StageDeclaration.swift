public import Dossiers

/// What the pipeline knows of a kind of stage without running it: its name in `uses`, where it runs, its settings.
public struct StageDeclaration: Sendable {
  /// Where a stage's work is done.
  public enum Sort: String, Sendable, Codable {
    /// In a stage host: bytes to values, no network, no store.
    case contained
    /// By the worker, which does the I/O or launches a program under its own walls.
    case brokered
    /// Inside the store's transaction.
    case transactional
  }

  /// What one run of a stage looks at.
  public enum Scope: String, Sendable, Codable {
    case document, dossier
  }

  /// Stages of which one must stand before this one in a plan.
  public struct Need: Sendable {
    public let oneOf: [String]
    /// What would go wrong without: `no file is decoded before its size is checked`.
    public let reason: String

    public init(oneOf: [String], reason: String) {
      self.oneOf = oneOf
      self.reason = reason
    }
  }

  /// The name that `uses` names: `validate-file`.
  public let name: String
  public let scope: Scope
  public let sort: Sort
  /// One line for `hoso pipeline show` and the schema.
  public let summary: String
  public let settings: [SettingDeclaration]
  /// Finds fault with settings that are each right but do not go together: the setting to blame, and why.
  public let agreement: (@Sendable ([String: JSONValue]) -> (setting: String, complaint: String)?)?
  /// What its results let later stages' `when` ask for.
  public let facts: [FactDeclaration]
  public let needs: [Need]
  /// What it makes of a page depends on no other page: several hosts may share a document's pages.
  public let pagesAreIndependent: Bool
  /// No stage may follow it.
  public let isLast: Bool
  /// What holds where the plan sets no limits.
  public let limits: StageLimits

  public init(
    name: String, scope: Scope, sort: Sort, summary: String, settings: [SettingDeclaration] = [],
    agreement: (@Sendable ([String: JSONValue]) -> (setting: String, complaint: String)?)? = nil,
    facts: [FactDeclaration] = [], needs: [Need] = [], pagesAreIndependent: Bool = false, isLast: Bool = false,
    limits: StageLimits = StageLimits()
  ) {
    self.name = name
    self.scope = scope
    self.sort = sort
    self.summary = summary
    self.settings = settings
    self.agreement = agreement
    self.facts = facts
    self.needs = needs
    self.pagesAreIndependent = pagesAreIndependent
    self.isLast = isLast
    self.limits = limits
  }
}
