extension JSONValue {
  /// One text for one value, after RFC 8785 (JSON Canonicalization Scheme): keys sorted by UTF-16 code units, no
  /// white space, the shortest escapes, numbers as ECMAScript prints them.
  ///
  /// Integers beyond 2^53 keep all their digits, where RFC 8785 would round them to a double.
  public var canonical: String {
    var text = ""
    write(to: &text, indent: nil)
    return text
  }

  /// The same order and numbers, laid out for people: two spaces a level.
  public var pretty: String {
    var text = ""
    write(to: &text, indent: 0)
    return text
  }

  private func write(to text: inout String, indent: Int?) {
    switch self {
    case .null: text += "null"
    case .bool(let flag): text += flag ? "true" : "false"
    case .integer(let whole): text += String(whole)
    case .number(let number): text += Self.ecmaScript(number)
    case .string(let string): Self.quote(string, to: &text)
    case .array(let elements):
      let isPlain = elements.allSatisfy(\.isScalar)
      Self.list(elements, "[", "]", to: &text, indent: isPlain ? nil : indent, spaced: indent != nil) {
        element, text, indent in element.write(to: &text, indent: indent)
      }
    case .object(let members):
      let sorted = members.sorted { $0.key.utf16.lexicographicallyPrecedes($1.key.utf16) }
      Self.list(sorted, "{", "}", to: &text, indent: indent, spaced: indent != nil) { member, text, indent in
        Self.quote(member.key, to: &text)
        text += indent == nil ? ":" : ": "
        member.value.write(to: &text, indent: indent)
      }
    }
  }

  private var isScalar: Bool {
    switch self {
    case .array, .object: false
    default: true
    }
  }

  private static func list<Element>(
    _ elements: [Element], _ open: String, _ close: String, to text: inout String, indent: Int?, spaced: Bool,
    write: (Element, inout String, Int?) -> Void
  ) {
    text += open
    for (index, element) in elements.enumerated() {
      if index > 0 { text += indent == nil && spaced ? ", " : "," }
      if let indent { text += "\n" + String(repeating: "  ", count: indent + 1) }
      write(element, &text, indent.map { $0 + 1 })
    }
    if let indent, !elements.isEmpty { text += "\n" + String(repeating: "  ", count: indent) }
    text += close
  }

  private static func quote(_ string: String, to text: inout String) {
    text += JSONString.quoted(string)
  }

  /// ECMAScript's Number::toString (ECMA-262, 6.1.6.1.20): the shortest digits that read back as the same double.
  private static func ecmaScript(_ number: Double) -> String {
    guard number.isFinite else { return "null" }
    guard number != 0 else { return "0" }
    // Swift's description has the shortest digits too, but other rules for the exponent.
    let parts = "\(number.magnitude)".split(separator: "e")
    let mantissa = parts[0].split(separator: ".", omittingEmptySubsequences: false)
    let fraction = mantissa.count > 1 ? String(mantissa[1]) : ""
    var digits = String(mantissa[0]) + fraction
    var point = mantissa[0].count + (parts.count > 1 ? Int(parts[1]) ?? 0 : 0)
    while digits.hasPrefix("0") {
      digits.removeFirst()
      point -= 1
    }
    while digits.hasSuffix("0") { digits.removeLast() }
    let count = digits.count
    let body: String
    if count <= point, point <= 21 {
      body = digits + String(repeating: "0", count: point - count)
    } else if 0 < point, point <= 21 {
      body = digits.prefix(point) + "." + digits.dropFirst(point)
    } else if -6 < point, point <= 0 {
      body = "0." + String(repeating: "0", count: -point) + digits
    } else {
      let exponent = point - 1
      body =
        digits.prefix(1) + (count > 1 ? "." + digits.dropFirst() : "") + "e" + (exponent < 0 ? "-" : "+")
        + String(exponent.magnitude)
    }
    return (number < 0 ? "-" : "") + body
  }
}
