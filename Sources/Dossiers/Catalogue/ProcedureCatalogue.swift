/// The procedures that an office handles, and the one that a dossier falls under when none is named.
public struct ProcedureCatalogue: Sendable {
  public let name: String
  /// Never empty: the default procedure is among them.
  public let procedures: [Procedure]
  public let standard: Procedure

  /// nil where no procedure has the default's code.
  public init?(name: String, procedures: [Procedure], standardCode: String) {
    guard let standard = procedures.first(where: { $0.code == standardCode }) else { return nil }
    self.name = name
    self.procedures = procedures
    self.standard = standard
  }

  public func procedure(code: String) -> Procedure? {
    procedures.first { $0.code == code }
  }

  /// Its codes for messages; of many the first.
  public var codeList: String {
    let shown = procedures.prefix(12).map(\.code).joined(separator: ", ")
    return procedures.count > 12 ? "\(shown) and \(procedures.count - 12) more" : shown
  }

  /// What to tell whoever asked for a code that is not there.
  public func complaint(about code: String) -> String {
    let hint = suggestion(for: code).map { "; did you mean \($0)?" } ?? "."
    return "the catalogue has no procedure “\(code)”\(hint) It has \(codeList)"
  }

  /// The nearest known code to one that is not there, for messages.
  public func suggestion(for code: String) -> String? {
    Spelling.nearest(to: code, among: procedures.map(\.code))
  }
}
