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

  /// The name that `uses` names: `validate-file`.
  public let name: String
  public let scope: Scope
  public let sort: Sort
  /// One line for `hoso pipeline show` and the schema.
  public let summary: String
  public let settings: [SettingDeclaration]

  public init(name: String, scope: Scope, sort: Sort, summary: String, settings: [SettingDeclaration] = []) {
    self.name = name
    self.scope = scope
    self.sort = sort
    self.summary = summary
    self.settings = settings
  }
}
