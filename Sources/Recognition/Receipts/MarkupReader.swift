/// A small XML reader for e-invoices: elements and their text, nothing else.
///
/// A document type declaration is refused, so there are no entities to expand and nothing outside to fetch; depth,
/// number of elements and size are bounded. Names lose their prefixes, attributes are skipped.
struct MarkupReader {
  final class Element {
    let name: String
    var text = ""
    var children: [Element] = []

    init(name: String) {
      self.name = name
    }

    /// The first element down the path of names.
    func first(_ path: String...) -> Element? {
      var element: Element? = self
      for name in path { element = element?.children.first { $0.name == name } }
      return element
    }
  }

  enum Fault: Error, Hashable {
    case notUTF8, hasDoctype
    case malformed(offset: Int)
    case tooDeep, tooLarge
  }

  static let maxBytes = 16 << 20
  static let maxElements = 200_000
  static let maxDepth = 64

  private let bytes: [UInt8]
  private var position = 0
  private var elements = 0

  static func parse(_ bytes: [UInt8]) throws(Fault) -> Element {
    guard bytes.count <= maxBytes else { throw .tooLarge }
    if let text = utf16(bytes) { return try parse(Array(text.utf8)) }
    guard String(validating: bytes, as: UTF8.self) != nil else { throw .notUTF8 }
    var reader = MarkupReader(bytes: bytes)
    return try reader.document()
  }

  /// The text of bytes that begin with UTF-16's mark; nil for all others.
  private static func utf16(_ bytes: [UInt8]) -> String? {
    let isBig = bytes.starts(with: [0xFE, 0xFF])
    guard isBig || bytes.starts(with: [0xFF, 0xFE]) else { return nil }
    let units = stride(from: 2, to: bytes.count - 1, by: 2).map { at in
      UInt16(bytes[isBig ? at : at + 1]) << 8 | UInt16(bytes[isBig ? at + 1 : at])
    }
    return String(decoding: units, as: UTF16.self)
  }

  private init(bytes: [UInt8]) {
    self.bytes = bytes
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
  }

  private mutating func document() throws(Fault) -> Element {
    let root = Element(name: "")
    var open = [root]
    while position < bytes.count {
      guard bytes[position] == UInt8(ascii: "<") else {
        let text = try text()
        open[open.count - 1].text += text
        continue
      }
      if skips("<?", to: "?>") || skips("<!--", to: "-->") { continue }
      if starts(with: "<![CDATA[") {
        let start = position + 9
        guard let end = find("]]>", from: start) else { throw .malformed(offset: position) }
        open[open.count - 1].text += String(decoding: bytes[start..<end], as: UTF8.self)
        position = end + 3
      } else if starts(with: "<!") {
        throw .hasDoctype
      } else if starts(with: "</") {
        position += 2
        let name = try name()
        guard open.count > 1, open[open.count - 1].name == name, let end = find(">", from: position) else {
          throw .malformed(offset: position)
        }
        position = end + 1
        open.removeLast()
      } else {
        position += 1
        let element = Element(name: try name())
        elements += 1
        guard elements <= Self.maxElements else { throw .tooLarge }
        guard open.count <= Self.maxDepth else { throw .tooDeep }
        open[open.count - 1].children.append(element)
        if try !skipAttributes() { open.append(element) }
      }
    }
    guard open.count == 1, root.children.count == 1 else { throw .malformed(offset: position) }
    return root.children[0]
  }

  /// Up to the next tag, with the five named and the numeric references replaced.
  private mutating func text() throws(Fault) -> String {
    var text: [UInt8] = []
    while position < bytes.count, bytes[position] != UInt8(ascii: "<") {
      guard bytes[position] == UInt8(ascii: "&") else {
        text.append(bytes[position])
        position += 1
        continue
      }
      guard let end = bytes[position...].prefix(12).firstIndex(of: UInt8(ascii: ";")) else {
        throw .malformed(offset: position)
      }
      let name = String(decoding: bytes[(position + 1)..<end], as: UTF8.self)
      guard let scalar = Self.scalar(name) else { throw .malformed(offset: position) }
      text += Array(String(scalar).utf8)
      position = end + 1
    }
    return String(decoding: text, as: UTF8.self)
  }

  private static func scalar(_ reference: String) -> Unicode.Scalar? {
    switch reference {
    case "amp": "&"
    case "lt": "<"
    case "gt": ">"
    case "quot": "\""
    case "apos": "'"
    default:
      if reference.hasPrefix("#x") {
        UInt32(reference.dropFirst(2), radix: 16).flatMap(Unicode.Scalar.init)
      } else if reference.hasPrefix("#") {
        UInt32(reference.dropFirst()).flatMap(Unicode.Scalar.init)
      } else {
        nil
      }
    }
  }

  private mutating func name() throws(Fault) -> String {
    let start = position
    while position < bytes.count, !" \t\r\n/>".utf8.contains(bytes[position]) { position += 1 }
    guard position > start, position - start <= 256 else { throw .malformed(offset: start) }
    let name = bytes[start..<position]
    let local = name.lastIndex(of: UInt8(ascii: ":")).map { name[($0 + 1)...] } ?? name
    return String(decoding: local, as: UTF8.self)
  }

  /// To the tag's end, over quoted values; true for an element that ends with its tag.
  private mutating func skipAttributes() throws(Fault) -> Bool {
    var quote: UInt8?
    var last: UInt8 = 0
    while position < bytes.count {
      let byte = bytes[position]
      position += 1
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else if byte == UInt8(ascii: ">") {
        return last == UInt8(ascii: "/")
      }
      last = byte
    }
    throw .malformed(offset: position)
  }

  private func starts(with text: StaticString) -> Bool {
    text.withUTF8Buffer { bytes[position...].starts(with: $0) }
  }

  private mutating func skips(_ start: StaticString, to end: StaticString) -> Bool {
    guard starts(with: start), let found = find(end, from: position + start.utf8CodeUnitCount) else { return false }
    position = found + end.utf8CodeUnitCount
    return true
  }

  private func find(_ text: StaticString, from start: Int) -> Int? {
    text.withUTF8Buffer { pattern in
      guard start <= bytes.count - pattern.count else { return nil }
      return (start...(bytes.count - pattern.count)).first { bytes[$0...].starts(with: pattern) }
    }
  }
}
