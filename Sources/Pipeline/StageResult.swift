public import Dossiers

/// What one run of a stage yields. Everything in it crosses a process border and is kept, so it is plain values.
public struct StageResult: Sendable, Codable {
  public var outcome: StageOutcome
  public var problems: [Problem]
  /// What was found in the document; the parts of all stages together are the document's parts.
  public var parts: [Part]
  /// Facts that later stages' `when` may ask for; merged over the earlier ones.
  public var facts: Facts
  /// What later stages need of this one, also after a restart: the stage's own shape.
  public var output: JSONValue
  /// For operators, on `retry` and `fault`: what went wrong, in English, without personal data.
  public var detail: String?

  public init(
    outcome: StageOutcome = .done, problems: [Problem] = [], parts: [Part] = [], facts: Facts = Facts(),
    output: JSONValue = .null, detail: String? = nil
  ) {
    self.outcome = outcome
    self.problems = problems
    self.parts = parts
    self.facts = facts
    self.output = output
    self.detail = detail
  }
}
