/// Rows under headings, for people; columns as wide as their widest cell.
public struct Table: Sendable {
  private let headings: [String]
  private var rows: [[String]] = []

  public init(_ headings: String...) {
    self.headings = headings
  }

  /// Cells may hold several lines.
  public mutating func add(_ cells: String...) {
    rows.append(cells)
  }

  public mutating func add(cells: [String]) {
    rows.append(cells)
  }

  public var isEmpty: Bool { rows.isEmpty }

  public func text(for terminal: Terminal) -> String {
    let split = rows.map { $0.map { $0.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) } }
    let widths = headings.indices.map { column in
      split.reduce(headings[column].count) { width, row in
        column < row.count ? max(width, row[column].map(\.count).max() ?? 0) : width
      }
    }
    var lines = [Self.line(headings, widths).trimmingTrailingSpaces()]
    lines[0] = terminal.styled(lines[0], .bold)
    for row in split {
      for index in 0..<(row.map(\.count).max() ?? 0) {
        lines.append(Self.line(row.map { index < $0.count ? $0[index] : "" }, widths).trimmingTrailingSpaces())
      }
    }
    return lines.joined(separator: "\n")
  }

  private static func line(_ cells: [String], _ widths: [Int]) -> String {
    zip(cells, widths).map { $0 + String(repeating: " ", count: max(0, $1 - $0.count)) }.joined(separator: "  ")
  }
}

extension String {
  fileprivate func trimmingTrailingSpaces() -> String {
    var text = self
    while text.last == " " { text.removeLast() }
    return text
  }
}
