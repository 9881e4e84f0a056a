/// What a command is called, takes and does: the parser and the help texts are both made from it.
public struct CommandDescription: Sendable {
  /// The words that name it: `["review", "list"]`.
  public let path: [String]
  /// How its operands look in the usage line: `FILE…`; empty for none.
  public let operands: String
  public let operandCount: ClosedRange<Int>
  /// One line.
  public let summary: String
  /// What a person needs to know to work with it; may be several paragraphs.
  public let discussion: String
  public let options: [OptionDescription]
  /// Complete command lines.
  public let examples: [String]

  public init(
    _ path: [String], operands: String = "", operandCount: ClosedRange<Int> = 0...0, summary: String,
    discussion: String = "", options: [OptionDescription] = [], examples: [String] = []
  ) {
    self.path = path
    self.operands = operands
    self.operandCount = operandCount
    self.summary = summary
    self.discussion = discussion
    self.options = options
    self.examples = examples
  }

  public var name: String { path.joined(separator: " ") }
}
