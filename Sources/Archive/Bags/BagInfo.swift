/// What `bag-info.txt` says: labels and values in order, labels may repeat.
public struct BagInfo: Sendable, Hashable {
  public struct Element: Sendable, Hashable {
    public let label: String
    public let value: String

    public init(_ label: String, _ value: String) {
      self.label = label
      self.value = value
    }
  }

  public private(set) var elements: [Element]

  public init(_ elements: [Element] = []) {
    self.elements = elements
  }

  public mutating func append(_ label: String, _ value: String) {
    elements.append(Element(label, value))
  }

  /// All values of a label, which is compared without regard to case (RFC 8493 2.2.2).
  public func values(of label: String) -> [String] {
    elements.filter { $0.label.lowercased() == label.lowercased() }.map(\.value)
  }

  /// The file's text: one element a line, folded at spaces so that lines stay within 79 characters where words allow.
  var text: String {
    elements.map(Self.line).joined()
  }

  private static func line(_ element: Element) -> String {
    // A line break within a value would start another element.
    let words = element.value.split(whereSeparator: \.isWhitespace)
    var text = "\(element.label):"
    var width = text.count
    for (index, word) in words.enumerated() {
      if index > 0, width + 1 + word.count > 79 {
        text += "\n"
        width = 0
      }
      text += " \(word)"
      width += 1 + word.count
    }
    return text + "\n"
  }

  /// Reads a file's text; `malformed` gets the number, counted from 1, of each line that is no element.
  init(parsing text: String, malformed: (Int) -> Void) {
    elements = []
    for (index, line) in TagText.lines(of: text).enumerated() {
      let isFolded = line.first == " " || line.first == "\t"
      let content = TagText.trimmed(line)
      if content.isEmpty { continue }
      if isFolded, let last = elements.last {
        elements[elements.count - 1] = Element(last.label, last.value.isEmpty ? content : "\(last.value) \(content)")
      } else if let colon = content.firstIndex(of: ":"), colon != content.startIndex {
        let label = TagText.trimmed(content[..<colon])
        elements.append(Element(label, TagText.trimmed(content[content.index(after: colon)...])))
      } else {
        malformed(index + 1)
      }
    }
  }
}
