/// An element of the small XML documents that S3 servers answer with: name, text, children. Attributes and namespaces
/// mean nothing there and are skipped.
struct S3Document {
  var name = ""
  var text = ""
  var children: [S3Document] = []

  /// The text of the first child of that name.
  subscript(name: String) -> String? { children.first { $0.name == name }?.text }

  func all(_ name: String) -> [S3Document] { children.filter { $0.name == name } }

  /// nil where it is no XML of that kind: unbalanced, cut off, or nested beyond what S3 sends.
  static func read(_ bytes: [UInt8]) -> S3Document? {
    var open: [S3Document] = [S3Document()]
    var rest = Substring(String(decoding: bytes, as: UTF8.self))
    while let start = rest.firstIndex(of: "<") {
      open[open.count - 1].text += unescaped(rest[..<start])
      guard let end = rest[start...].firstIndex(of: ">") else { return nil }
      let tag = rest[rest.index(after: start)..<end]
      rest = rest[rest.index(after: end)...]
      if tag.hasPrefix("?") || tag.hasPrefix("!") { continue }
      let name = String(tag.drop { $0 == "/" }.prefix { !$0.isWhitespace && $0 != "/" })
      if tag.hasPrefix("/") {
        guard open.count > 1, let closed = open.popLast(), closed.name == name else { return nil }
        open[open.count - 1].children.append(closed)
      } else if tag.hasSuffix("/") {
        open[open.count - 1].children.append(S3Document(name: name))
      } else {
        guard open.count < 16 else { return nil }
        open.append(S3Document(name: name))
      }
    }
    return open.count == 1 ? open[0].children.first : nil
  }

  private static func unescaped(_ text: Substring) -> String {
    guard text.contains("&") else { return String(text) }
    var plain = ""
    var rest = text
    while let ampersand = rest.firstIndex(of: "&") {
      plain += rest[..<ampersand]
      let after = rest[rest.index(after: ampersand)...]
      guard let semicolon = after.firstIndex(of: ";"), let character = character(after[..<semicolon]) else {
        plain += "&"
        rest = after
        continue
      }
      plain.unicodeScalars.append(character)
      rest = after[after.index(after: semicolon)...]
    }
    return plain + rest
  }

  private static func character(_ entity: Substring) -> Unicode.Scalar? {
    switch entity {
    case "amp": return "&"
    case "lt": return "<"
    case "gt": return ">"
    case "quot": return "\""
    case "apos": return "'"
    default:
      let number =
        entity.hasPrefix("#x")
        ? UInt32(entity.dropFirst(2), radix: 16)
        : entity.hasPrefix("#") ? UInt32(entity.dropFirst()) : nil
      return number.flatMap { Unicode.Scalar($0) }
    }
  }
}
