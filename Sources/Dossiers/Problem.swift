/// Something about a document or dossier that its sender or a person must know: what is wrong and what to do.
public struct Problem: Hashable, Sendable, Codable {
  /// What follows from a problem.
  public enum Severity: String, Sendable, Codable, CaseIterable {
    /// Worth knowing; nothing is held up.
    case warning
    /// A person must look before the dossier is more than received.
    case review
    /// The sender must mend it.
    case rejects
  }

  /// Stable, dotted, lower-case: `file.empty`. Others act upon it, so a code never changes its meaning.
  public let code: ProblemCode
  public let severity: Severity
  /// Counted from 1; nil when it concerns the file or the dossier as a whole.
  public let page: Int?
  public let message: BilingualText
  public let remedy: BilingualText

  public init(
    code: ProblemCode, severity: Severity, page: Int? = nil, message: BilingualText, remedy: BilingualText
  ) {
    self.code = code
    self.severity = severity
    self.page = page
    self.message = message
    self.remedy = remedy
  }
}
