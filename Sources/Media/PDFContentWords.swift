/// The words of a content stream, one after the other (ISO 32000-1, 7.2 and 7.8.2). Strings, arrays and dictionaries
/// are passed over, except for the names and numbers in them.
struct PDFContentWords {
  enum Word {
    case number(Double)
    /// Without its slash.
    case name(String)
    case operation(String)
    case other
  }

  private let content: [UInt8]
  private var index = 0
  /// False once something does not end, or an inline image begins: what follows cannot be told apart from data.
  private(set) var isWellFormed = true

  init(_ content: [UInt8]) {
    self.content = content
  }

  /// Nil at the end.
  mutating func next() -> Word? {
    while index < content.count {
      let byte = content[index]
      switch byte {
      case 0x00, 0x09, 0x0A, 0x0C, 0x0D, 0x20: index += 1
      case 0x25:
        while index < content.count, content[index] != 0x0A, content[index] != 0x0D { index += 1 }
      case 0x28: return literal()
      case 0x3C where index + 1 < content.count && content[index + 1] != 0x3C: return hexadecimal()
      case 0x3C, 0x3E, 0x5B, 0x5D, 0x7B, 0x7D:
        index += 1
        return .other
      case 0x29: return end()
      case 0x2F:
        let start = index + 1
        index = start
        skipWord()
        return .name(String(decoding: content[start..<index], as: UTF8.self))
      default:
        let start = index
        skipWord()
        let text = String(decoding: content[start..<index], as: UTF8.self)
        if text == "BI" || text == "ID" { return end() }
        return Double(text).map { .number($0) } ?? .operation(text)
      }
    }
    return nil
  }

  private mutating func end() -> Word? {
    isWellFormed = false
    index = content.count
    return nil
  }

  private mutating func literal() -> Word? {
    var depth = 0
    while index < content.count {
      switch content[index] {
      case 0x5C: index += 1
      case 0x28: depth += 1
      case 0x29: depth -= 1
      default: break
      }
      index += 1
      if depth == 0 { return .other }
    }
    return end()
  }

  private mutating func hexadecimal() -> Word? {
    while index < content.count, content[index] != 0x3E { index += 1 }
    guard index < content.count else { return end() }
    index += 1
    return .other
  }

  private mutating func skipWord() {
    while index < content.count, !Self.endsWord(content[index]) { index += 1 }
  }

  private static func endsWord(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x00, 0x09, 0x0A, 0x0C, 0x0D, 0x20, 0x28, 0x29, 0x3C, 0x3E, 0x5B, 0x5D, 0x7B, 0x7D, 0x2F, 0x25: true
    default: false
    }
  }
}
