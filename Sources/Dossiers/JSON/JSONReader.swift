/// Reads JSON (RFC 8259, strictly) with the position of every key and value, and reports every fault it meets.
///
/// After a fault it goes on as well as it can, so that one misplaced comma does not hide the other mistakes of a
/// file. Any bytes are safe to read: time grows with their number, and nesting is limited.
public struct JSONReader {
  /// What was read: nil where there was nothing to read.
  public typealias Answer = (root: PositionedJSON?, faults: [JSONFault])

  /// After so many faults the reader reports no more: such a file is not JSON at all.
  static let mostFaults = 50

  var text: JSONScanner
  private(set) var faults: [JSONFault] = []
  private let depthLimit: Int

  private init(_ bytes: [UInt8], depthLimit: Int) {
    text = JSONScanner(bytes)
    self.depthLimit = depthLimit
  }

  public static func read(_ bytes: [UInt8], depthLimit: Int = 64) -> Answer {
    var reader = JSONReader(bytes, depthLimit: depthLimit)
    let root = reader.document()
    return (root, reader.faults)
  }

  /// The value of a file that must be JSON without any fault.
  public static func value(_ bytes: [UInt8], depthLimit: Int = 64) throws(JSONFaults) -> JSONValue {
    let (root, faults) = read(bytes, depthLimit: depthLimit)
    guard faults.isEmpty, let root else { throw JSONFaults(faults) }
    return root.plain
  }

  mutating func report(_ message: String, at offset: Int, expected: String? = nil) {
    guard faults.count < Self.mostFaults else { return }
    faults.append(JSONFault(at: text.position(of: offset), message: message, expected: expected))
  }

  private static func short(_ word: String) -> String {
    word.count > 40 ? word.prefix(40) + "…" : word
  }

  private mutating func document() -> PositionedJSON? {
    text.skipByteOrderMark()
    skipSpace()
    guard text.current != nil else {
      report("the file is empty", at: text.offset, expected: "a JSON value")
      return nil
    }
    let root = value(depth: 0)
    skipSpace()
    if text.current != nil {
      report("something follows the end of the document", at: text.offset, expected: "the end of the file")
    }
    return root
  }

  /// Skips white space, and comments, which JSON does not have: they are reported.
  mutating func skipSpace() {
    while true {
      text.skipWhiteSpace()
      guard text.current == UInt8(ascii: "/") || text.current == UInt8(ascii: "#") else { return }
      let start = text.offset
      guard text.skipComment() else { return }
      report("JSON has no comments", at: start)
    }
  }

  private mutating func value(depth: Int) -> PositionedJSON {
    let start = text.offset
    let position = text.position(of: start)
    let content: PositionedJSON.Content
    switch text.current {
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      if depth >= depthLimit {
        report("nested too deeply", at: start, expected: "at most \(depthLimit) levels")
        text.skipNested()
        content = .unreadable
      } else if text.current == UInt8(ascii: "{") {
        content = .object(members(depth: depth + 1))
      } else {
        content = .array(elements(depth: depth + 1))
      }
    case UInt8(ascii: "\""), UInt8(ascii: "'"):
      content = string().map { .string($0) } ?? .unreadable
    default:
      content = word()
    }
    return PositionedJSON(content: content, position: position)
  }

  private mutating func elements(depth: Int) -> [PositionedJSON] {
    let opened = text.offset
    var elements: [PositionedJSON] = []
    text.advance()
    var comma: Int?
    while true {
      skipSpace()
      switch text.current {
      case nil:
        report("this list is never closed", at: opened, expected: "\"]\"")
        return elements
      case UInt8(ascii: "]"):
        if let comma { report("a comma before the end of a list", at: comma) }
        text.advance()
        return elements
      case UInt8(ascii: "}"):
        // Most likely the bracket was forgotten and the brace ends the object around this list: leave it there.
        report("\"}\" where a list ends", at: text.offset, expected: "\"]\"")
        return elements
      case UInt8(ascii: ","):
        report("a comma without a value before it", at: text.offset, expected: "a value")
        text.advance()
        continue
      default: break
      }
      if comma == nil, !elements.isEmpty {
        report("a comma is missing before this value", at: text.offset, expected: "\",\" or \"]\"")
      }
      let before = text.offset
      elements.append(value(depth: depth))
      // Whatever happens, go forward: a reader that stands still would never end.
      if text.offset == before { text.advance() }
      comma = takeComma()
    }
  }

  private mutating func members(depth: Int) -> [PositionedJSON.Member] {
    let opened = text.offset
    var members: [PositionedJSON.Member] = []
    var seen: [String: TextPosition] = [:]
    text.advance()
    var comma: Int?
    var isFirst = true
    while true {
      skipSpace()
      switch text.current {
      case nil:
        report("this object is never closed", at: opened, expected: "\"}\"")
        return members
      case UInt8(ascii: "}"):
        if let comma { report("a comma before the end of an object", at: comma) }
        text.advance()
        return members
      case UInt8(ascii: "]"):
        report("\"]\" where an object ends", at: text.offset, expected: "\"}\"")
        return members
      case UInt8(ascii: ","):
        report("a comma without a member before it", at: text.offset, expected: "a key in double quotes")
        text.advance()
        continue
      default: break
      }
      if comma == nil, !isFirst {
        report("a comma is missing before this key", at: text.offset, expected: "\",\" or \"}\"")
      }
      isFirst = false
      let before = text.offset
      if let member = member(depth: depth) {
        if let first = seen[member.key] {
          report(
            "the key \"\(Self.short(member.key))\" stands twice in this object, first at \(first)", at: before)
        } else {
          seen[member.key] = member.keyPosition
          members.append(member)
        }
      }
      if text.offset == before { text.advance() }
      comma = takeComma()
    }
  }

  /// The offset of the comma that was taken, nil where there was none.
  private mutating func takeComma() -> Int? {
    skipSpace()
    guard text.current == UInt8(ascii: ",") else { return nil }
    defer { text.advance() }
    return text.offset
  }

  private mutating func member(depth: Int) -> PositionedJSON.Member? {
    let start = text.offset
    let position = text.position(of: start)
    let key: String?
    switch text.current {
    case UInt8(ascii: "\""), UInt8(ascii: "'"): key = string()
    default:
      let bare = text.takeWord()
      if bare.isEmpty {
        report("a key must be a string", at: start, expected: "a key in double quotes")
        if text.current == UInt8(ascii: "{") || text.current == UInt8(ascii: "[") { text.skipNested() }
        key = nil
      } else {
        report("the key \(Self.short(bare)) has no quotes", at: start, expected: "\"\(Self.short(bare))\"")
        key = bare
      }
    }
    skipSpace()
    switch text.current {
    case UInt8(ascii: ":"):
      text.advance()
    case UInt8(ascii: "="):
      report("\"=\" after a key", at: text.offset, expected: "\":\"")
      text.advance()
    default:
      if key != nil { report("no value follows this key", at: start, expected: "\":\" and a value") }
      return nil
    }
    skipSpace()
    switch text.current {
    case nil, UInt8(ascii: ","), UInt8(ascii: "}"), UInt8(ascii: "]"):
      report("no value follows this key", at: start, expected: "a value")
      return nil
    default:
      let value = value(depth: depth)
      guard let key else { return nil }
      return PositionedJSON.Member(key: key, keyPosition: position, value: value)
    }
  }

  /// A number, `true`, `false`, `null`, or something that is none of them.
  private mutating func word() -> PositionedJSON.Content {
    let start = text.offset
    let word = text.takeWord()
    switch word {
    case "true": return .bool(true)
    case "false": return .bool(false)
    case "null": return .null
    case "":
      report("a character that no JSON value begins with", at: start, expected: "a value")
      text.advance()
      return .unreadable
    default: break
    }
    switch JSONNumber(word) {
    case .integer(let whole): return .integer(whole)
    case .number(let number): return .number(number)
    case .tooLarge:
      report("the number \(Self.short(word)) is too large to hold", at: start)
    case .none where word.utf8.first.map { $0 == UInt8(ascii: "-") || (48...57).contains($0) } ?? false:
      report(
        "\(Self.short(word)) is not a JSON number", at: start,
        expected: "digits such as 12 or 0.9, without leading zeros")
    case .none:
      let lower = word.lowercased()
      let expected =
        ["true", "false", "null"].contains(lower)
        ? lower : lower == "none" || lower == "nil" ? "null" : "\"\(Self.short(word))\""
      report("\(Self.short(word)) is not a JSON value", at: start, expected: expected)
    }
    return .unreadable
  }

  /// The string that begins here; nil where it could not be read (reported).
  private mutating func string() -> String? {
    let start = text.offset
    let (value, complaints) = text.takeString()
    for complaint in complaints {
      report(complaint.message, at: complaint.offset ?? start, expected: complaint.expected)
    }
    return value
  }
}
