/// One thing wrong in a JSON file that a person wrote: where, what, what was expected, and the nearest known name.
public struct JSONFault: Error, Hashable, Sendable, Codable, CustomStringConvertible {
  public let line: Int
  /// In characters, counted from 1.
  public let column: Int
  /// Where in the document's structure: `stages[3].with.languages[0]`; empty for the whole.
  public let path: String
  public let message: String
  public let expected: String?
  public let suggestion: String?

  public init(
    at position: TextPosition, path: String = "", message: String, expected: String? = nil,
    suggestion: String? = nil
  ) {
    line = position.line
    column = position.column
    self.path = path
    self.message = message
    self.expected = expected
    self.suggestion = suggestion
  }

  public var position: TextPosition { TextPosition(line: line, column: column) }

  /// `7:15: unknown stage "read-txt"; did you mean "read-text"?`
  public var description: String {
    var text = "\(line):\(column): \(message)"
    if let expected { text += "; expected \(expected)" }
    if let suggestion { text += "; did you mean \"\(suggestion)\"?" }
    return text
  }

  /// `pipeline.json:7:15: unknown stage "read-txt"; did you mean "read-text"?`
  public func description(in file: String) -> String {
    "\(file):\(description)"
  }
}
