/// The start tags of an XML document, one after the other: all that METS needs for a check of its files.
///
/// Not a validating parser: it refuses document types (and with them entities of one's own), and passes over text,
/// comments and end tags.
struct XMLTags {
  struct Tag {
    /// Without its prefix.
    let name: String
    /// By their names without prefix.
    let attributes: [String: String]
  }

  private let bytes: [UInt8]
  private var place = 0
  private let document: String

  /// `document` is its path, for messages.
  init(_ bytes: [UInt8], of document: String) {
    self.bytes = bytes
    self.document = document
  }

  /// Nil at the end; `invalid` for what is no XML.
  mutating func next() throws(ArchiveError) -> Tag? {
    while let start = bytes[place...].firstIndex(of: UInt8(ascii: "<")) {
      place = start + 1
      guard place < bytes.count else { throw malformed }
      switch bytes[place] {
      case UInt8(ascii: "?"): try skip("?>")
      case UInt8(ascii: "/"): try skip(">")
      case UInt8(ascii: "!"):
        if starts("!--") {
          try skip("-->")
        } else if starts("![CDATA[") {
          try skip("]]>")
        } else {
          throw ArchiveError(.invalid, "\(document) declares a document type, which is not read here")
        }
      default: return try tag()
      }
    }
    place = bytes.count
    return nil
  }

  private var malformed: ArchiveError { ArchiveError(.invalid, "\(document) is no XML at byte \(place)") }

  private func starts(_ text: StaticString) -> Bool {
    bytes[place...].starts(with: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  private mutating func skip(_ end: StaticString) throws(ArchiveError) {
    while place < bytes.count {
      if starts(end) {
        place += end.utf8CodeUnitCount
        return
      }
      place += 1
    }
    throw malformed
  }

  private mutating func tag() throws(ArchiveError) -> Tag {
    let name = try name()
    var attributes: [String: String] = [:]
    while true {
      skipBlanks()
      guard place < bytes.count else { throw malformed }
      if bytes[place] == UInt8(ascii: "/") {
        place += 1
        continue
      }
      if bytes[place] == UInt8(ascii: ">") {
        place += 1
        return Tag(name: name, attributes: attributes)
      }
      let key = try self.name()
      skipBlanks()
      guard place < bytes.count, bytes[place] == UInt8(ascii: "=") else { throw malformed }
      place += 1
      skipBlanks()
      guard place < bytes.count, bytes[place] == UInt8(ascii: "\"") || bytes[place] == UInt8(ascii: "'"),
        let end = bytes[(place + 1)...].firstIndex(of: bytes[place])
      else { throw malformed }
      attributes[key] = try value(bytes[(place + 1)..<end])
      place = end + 1
    }
  }

  private mutating func skipBlanks() {
    while place < bytes.count, [0x20, 0x09, 0x0a, 0x0d].contains(bytes[place]) { place += 1 }
  }

  /// Without its prefix.
  private mutating func name() throws(ArchiveError) -> String {
    let start = place
    while place < bytes.count, !Array(" \t\r\n=/><\"'".utf8).contains(bytes[place]) { place += 1 }
    let name = String(decoding: bytes[start..<place], as: UTF8.self)
    guard !name.isEmpty else { throw malformed }
    return name.split(separator: ":").last.map(String.init) ?? name
  }

  private func value(_ slice: ArraySlice<UInt8>) throws(ArchiveError) -> String {
    guard let text = String(validating: slice, as: UTF8.self) else { throw malformed }
    guard text.contains("&") else { return text }
    var result = ""
    var rest = text[...]
    while let ampersand = rest.firstIndex(of: "&") {
      result += rest[..<ampersand]
      guard let end = rest[ampersand...].firstIndex(of: ";") else { throw malformed }
      let entity = rest[rest.index(after: ampersand)..<end]
      switch entity {
      case "amp": result += "&"
      case "lt": result += "<"
      case "gt": result += ">"
      case "quot": result += "\""
      case "apos": result += "'"
      default:
        let digits = entity.hasPrefix("#x") ? (entity.dropFirst(2), 16) : (entity.dropFirst(1), 10)
        guard entity.hasPrefix("#"), let number = UInt32(digits.0, radix: digits.1), let scalar = Unicode.Scalar(number)
        else { throw malformed }
        result.unicodeScalars.append(scalar)
      }
      rest = rest[rest.index(after: end)...]
    }
    return result + rest
  }
}
