/// Checks what a JSON file says against what it may say, and collects every fault with its place.
///
/// Each question answers nil where the value is not as asked, after noting the fault; values that the reader could
/// not read are passed over in silence, since the reader has reported them.
public struct JSONInspector {
  public private(set) var faults: [JSONFault]

  public init(faults: [JSONFault] = []) {
    self.faults = faults
  }

  /// Notes a fault of the caller's own finding.
  public mutating func complain(
    _ message: String, at position: TextPosition, path: String, expected: String? = nil, suggestion: String? = nil
  ) {
    faults.append(
      JSONFault(at: position, path: path, message: message, expected: expected, suggestion: suggestion))
  }

  /// The members of an object whose keys must be among `keys`; each of `required` must be there.
  public mutating func object(
    _ node: PositionedJSON, at path: String, keys: [String], required: [String] = []
  ) -> [String: PositionedJSON.Member]? {
    guard let members = members(node, at: path) else { return nil }
    var known: [String: PositionedJSON.Member] = [:]
    for member in members {
      if keys.contains(member.key) {
        known[member.key] = member
      } else {
        let suggestion = Spelling.nearest(to: member.key, among: keys.filter { known[$0] == nil })
        complain(
          "unknown key \"\(member.key)\"", at: member.keyPosition, path: Self.join(path, member.key),
          expected: suggestion == nil ? "one of \(keys.joined(separator: ", "))" : nil, suggestion: suggestion)
      }
    }
    for key in required where known[key] == nil {
      complain("the key \"\(key)\" is missing", at: node.position, path: Self.join(path, key))
    }
    return known
  }

  /// The members of an object with any keys.
  public mutating func members(_ node: PositionedJSON, at path: String) -> [PositionedJSON.Member]? {
    if case .object(let members) = node.content { return members }
    wrongKind(node, at: path, expected: "an object")
    return nil
  }

  public mutating func list(_ node: PositionedJSON, at path: String) -> [PositionedJSON]? {
    if case .array(let elements) = node.content { return elements }
    wrongKind(node, at: path, expected: "a list")
    return nil
  }

  public mutating func string(_ node: PositionedJSON, at path: String) -> String? {
    if case .string(let text) = node.content { return text }
    wrongKind(node, at: path, expected: "a string")
    return nil
  }

  /// A string with something in it.
  public mutating func text(_ node: PositionedJSON, at path: String) -> String? {
    guard let text = string(node, at: path) else { return nil }
    if text.contains(where: { !$0.isWhitespace }) { return text }
    complain("this string is empty", at: node.position, path: path, expected: "some text")
    return nil
  }

  public mutating func strings(_ node: PositionedJSON, at path: String) -> [String]? {
    guard let elements = list(node, at: path) else { return nil }
    let strings = elements.enumerated().compactMap { index, element in string(element, at: "\(path)[\(index)]") }
    return strings.count == elements.count ? strings : nil
  }

  /// A string that is one of these.
  public mutating func choice(_ node: PositionedJSON, at path: String, among choices: [String]) -> String? {
    guard let text = string(node, at: path) else { return nil }
    if choices.contains(text) { return text }
    let suggestion = Spelling.nearest(to: text, among: choices)
    complain(
      "unknown value \"\(text)\"", at: node.position, path: path,
      expected: suggestion == nil ? "one of \(choices.joined(separator: ", "))" : nil, suggestion: suggestion)
    return nil
  }

  /// `{"vi": "…", "en": "…"}`, both with something in them; in NFC.
  public mutating func bilingual(_ node: PositionedJSON, at path: String) -> BilingualText? {
    guard let members = object(node, at: path, keys: ["vi", "en"], required: ["vi", "en"]) else { return nil }
    let vi = members["vi"].flatMap { text($0.value, at: "\(path).vi") }
    let en = members["en"].flatMap { text($0.value, at: "\(path).en") }
    guard let vi, let en else { return nil }
    return BilingualText(vi: vi.nfc, en: en.nfc)
  }

  public mutating func bool(_ node: PositionedJSON, at path: String) -> Bool? {
    if case .bool(let flag) = node.content { return flag }
    wrongKind(node, at: path, expected: "true or false")
    return nil
  }

  public mutating func integer(_ node: PositionedJSON, at path: String, in range: ClosedRange<Int64>) -> Int64? {
    guard case .integer(let whole) = node.content else {
      wrongKind(node, at: path, expected: "a whole number")
      return nil
    }
    if range.contains(whole) { return whole }
    complain(
      "\(whole) is out of range", at: node.position, path: path,
      expected: Self.words(range.lowerBound, range.upperBound))
    return nil
  }

  public mutating func number(_ node: PositionedJSON, at path: String, in range: ClosedRange<Double>) -> Double? {
    let number: Double
    switch node.content {
    case .integer(let whole): number = Double(whole)
    case .number(let fraction): number = fraction
    default:
      wrongKind(node, at: path, expected: "a number")
      return nil
    }
    if range.contains(number) { return number }
    complain(
      "\(number) is out of range", at: node.position, path: path,
      expected: "\(range.lowerBound) to \(range.upperBound)")
    return nil
  }

  public mutating func wrongKind(_ node: PositionedJSON, at path: String, expected: String) {
    guard !node.isUnreadable else { return }
    complain("\(node.kindInWords) where \(expected) belongs", at: node.position, path: path)
  }

  /// The path of a member: `stages[3]` and `with` make `stages[3].with`.
  public static func join(_ path: String, _ key: String) -> String {
    path.isEmpty ? key : "\(path).\(key)"
  }

  private static func words(_ low: Int64, _ high: Int64) -> String {
    switch (low, high) {
    case (_, Int64.max): "\(low) or more"
    case (Int64.min, _): "at most \(high)"
    default: "\(low) to \(high)"
    }
  }
}
