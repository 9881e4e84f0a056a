/// A place in a text file, as an editor shows it: line and column counted from 1, columns in characters.
public struct TextPosition: Hashable, Comparable, Sendable, Codable, CustomStringConvertible {
  public let line: Int
  public let column: Int

  public init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  public static let start = TextPosition(line: 1, column: 1)

  public var description: String { "\(line):\(column)" }

  public static func < (left: TextPosition, right: TextPosition) -> Bool {
    (left.line, left.column) < (right.line, right.column)
  }
}
