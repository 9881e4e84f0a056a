/// Walks over a file's bytes for `JSONReader`: white space, words, strings, and where in the text an offset lies.
struct JSONScanner {
  struct Complaint {
    let message: String
    let offset: Int?
    var expected: String?
  }

  private let bytes: [UInt8]
  private(set) var offset = 0
  private let firstOffset: Int
  private let lineStarts: [Int]
  /// The position asked for last: the next one is counted from there.
  private var counted: (offset: Int, position: TextPosition)

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    // RFC 8259, 8.1: a byte order mark may be ignored; Windows editors write one.
    firstOffset = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    var starts = [firstOffset]
    for (index, byte) in bytes.enumerated() where byte == UInt8(ascii: "\n") {
      starts.append(index + 1)
    }
    lineStarts = starts
    counted = (firstOffset, .start)
  }

  var current: UInt8? { offset < bytes.count ? bytes[offset] : nil }

  mutating func advance() {
    if offset < bytes.count { offset += 1 }
  }

  mutating func skipByteOrderMark() {
    offset = firstOffset
  }

  /// Line and column of an offset. Asking in rising order costs the way between, whatever the line's length.
  mutating func position(of offset: Int) -> TextPosition {
    let offset = max(firstOffset, min(offset, bytes.count))
    let line = lineStarts.partitioningIndex { $0 > offset }
    let lineStart = lineStarts[line - 1]
    if counted.offset > offset || counted.offset < lineStart {
      counted = (lineStart, TextPosition(line: line, column: 1))
    }
    let characters = String(decoding: bytes[counted.offset..<offset], as: UTF8.self).count
    let position = TextPosition(line: line, column: counted.position.column + characters)
    counted = (offset, position)
    return position
  }

  mutating func skipWhiteSpace() {
    while let byte = current, byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D {
      offset += 1
    }
  }

  /// Skips `// …`, `# …` or `/* … */`; false, without moving, where no comment begins here.
  mutating func skipComment() -> Bool {
    let next = offset + 1 < bytes.count ? bytes[offset + 1] : 0
    if current == UInt8(ascii: "#") || (current == UInt8(ascii: "/") && next == UInt8(ascii: "/")) {
      while let byte = current, byte != UInt8(ascii: "\n") { offset += 1 }
      return true
    }
    guard current == UInt8(ascii: "/"), next == UInt8(ascii: "*") else { return false }
    offset += 2
    while offset < bytes.count {
      if bytes[offset] == UInt8(ascii: "*"), offset + 1 < bytes.count, bytes[offset + 1] == UInt8(ascii: "/") {
        offset += 2
        return true
      }
      offset += 1
    }
    return true
  }

  /// Everything up to white space or punctuation of JSON: a number, a literal, or a mistake.
  mutating func takeWord() -> String {
    let start = offset
    while let byte = current, byte > 0x20, !Self.endsWord.contains(byte) { offset += 1 }
    return String(decoding: bytes[start..<offset], as: UTF8.self)
  }

  private static let endsWord: Set<UInt8> = Set(#"{}[],:="'"#.utf8)

  /// Skips a whole object or list without reading it, minding strings.
  mutating func skipNested() {
    var depth = 0
    while let byte = current {
      switch byte {
      case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= 1
      case UInt8(ascii: "\""): skipString()
      default: break
      }
      advance()
      if depth <= 0 { return }
    }
  }

  /// Leaves the offset on the closing quote, or at the end of the line.
  private mutating func skipString() {
    advance()
    while let byte = current, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\n") {
      if byte == UInt8(ascii: "\\") { advance() }
      advance()
    }
  }

  /// The string that begins at this quote. It ends at the same quote, or unclosed at the end of the line.
  mutating func takeString() -> (value: String?, complaints: [Complaint]) {
    let quote = bytes[offset]
    var complaints: [Complaint] = []
    if quote == UInt8(ascii: "'") {
      complaints.append(Complaint(message: "a string in single quotes", offset: nil, expected: "double quotes"))
    }
    advance()
    let first = offset
    var unescaped: [UInt8] = []
    while let byte = current, byte != quote {
      if byte == UInt8(ascii: "\n") { break }
      if byte == UInt8(ascii: "\\") {
        let start = offset
        if let scalar = takeEscape() {
          unescaped.append(contentsOf: Array(String(scalar).utf8))
        } else {
          complaints.append(
            Complaint(
              message: "an escape that JSON does not have", offset: start,
              expected: #"one of \" \\ \/ \b \f \n \r \t or \u with four hexadecimal digits"#))
        }
        continue
      }
      if byte < 0x20 {
        complaints.append(
          Complaint(
            message: "a control character in a string", offset: offset,
            expected: byte == 0x09 ? #"\t"# : #"\u00"# + (byte < 16 ? "0" : "") + String(byte, radix: 16)))
      }
      unescaped.append(byte)
      offset += 1
    }
    guard current == quote else {
      complaints.append(
        Complaint(message: "this string is never closed", offset: first - 1, expected: "a closing quote"))
      return (nil, complaints)
    }
    advance()
    guard let value = String(validating: unescaped, as: UTF8.self) else {
      complaints.append(Complaint(message: "this string is not valid UTF-8", offset: first - 1))
      return (nil, complaints)
    }
    return (value, complaints)
  }

  /// The scalar of the escape that begins here; nil, moved past its backslash, where there is none such.
  private mutating func takeEscape() -> Unicode.Scalar? {
    advance()
    guard let letter = current else { return nil }
    let simple: Unicode.Scalar
    switch letter {
    case UInt8(ascii: "\""): simple = "\""
    case UInt8(ascii: "\\"): simple = "\\"
    case UInt8(ascii: "/"): simple = "/"
    case UInt8(ascii: "b"): simple = "\u{8}"
    case UInt8(ascii: "f"): simple = "\u{C}"
    case UInt8(ascii: "n"): simple = "\n"
    case UInt8(ascii: "r"): simple = "\r"
    case UInt8(ascii: "t"): simple = "\t"
    case UInt8(ascii: "u"):
      guard let unit = hexadecimal(at: offset + 1) else { return nil }
      offset += 5
      if let scalar = Unicode.Scalar(unit) { return scalar }
      // RFC 8259, 7: beyond the basic plane, a pair of surrogates. A lone one is no character.
      guard (0xD800...0xDBFF).contains(unit), offset + 1 < bytes.count, bytes[offset] == UInt8(ascii: "\\"),
        bytes[offset + 1] == UInt8(ascii: "u"), let low = hexadecimal(at: offset + 2),
        (0xDC00...0xDFFF).contains(low)
      else { return nil }
      offset += 6
      return Unicode.Scalar(0x10000 + ((UInt32(unit) - 0xD800) << 10) + (UInt32(low) - 0xDC00))
    default: return nil
    }
    advance()
    return simple
  }

  private func hexadecimal(at start: Int) -> UInt16? {
    guard start + 4 <= bytes.count else { return nil }
    var unit: UInt16 = 0
    for byte in bytes[start..<start + 4] {
      let digit: UInt8
      switch byte {
      case 48...57: digit = byte - 48
      case 65...70: digit = byte - 55
      case 97...102: digit = byte - 87
      default: return nil
      }
      unit = unit << 4 | UInt16(digit)
    }
    return unit
  }
}

extension [Int] {
  /// In a sorted array, the index of the first element for which the predicate holds.
  fileprivate func partitioningIndex(_ belongsInSecond: (Int) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if belongsInSecond(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
