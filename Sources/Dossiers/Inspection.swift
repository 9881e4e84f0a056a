/// One line of `hoso inspect --json`: everything the document stages made of one file.
public struct Inspection: Sendable, Codable {
  public let file: String
  public let verdict: Verdict
  public let kind: Part.Kind
  public let problems: [Problem]
  public let parts: [Part]
  /// The fields of the first card, else of the first receipt, else of the form.
  public let fields: [FieldName: Field]

  public init(file: String, problems: [Problem], parts: [Part]) {
    let leading =
      parts.first { $0.kind == .idCard } ?? parts.first { $0.kind == .receipt } ?? parts.first { $0.kind == .form }
    self.file = file
    verdict = Verdict(problems: problems)
    kind = leading?.kind ?? .other
    self.problems = problems
    self.parts = parts
    fields = leading?.fields ?? [:]
  }
}
