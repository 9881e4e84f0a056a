public import Dossiers
public import Workflow

/// Which dossiers' packages are exported: those named, or all that meet every condition given.
public struct ExportSelection: Sendable {
  /// Codes, dossier ids or submission ids; empty for all.
  public var references: [String] = []
  /// nil for every state that has a package.
  public var states: Set<Dossier.State>?
  public var procedure: String?
  /// Days of receipt in Asia/Ho_Chi_Minh, both included.
  public var since: CivilDate?
  public var until: CivilDate?
  /// Also the packages that a supplement's replaced.
  public var allVersions = false

  public init() {}

  func holds(_ dossier: Dossier) -> Bool {
    let day = VietnamTime(dossier.receivedAt).date
    if let states, !states.contains(dossier.state) { return false }
    if let procedure, dossier.procedure != procedure { return false }
    if let since, day < since { return false }
    if let until, day > until { return false }
    return true
  }
}
