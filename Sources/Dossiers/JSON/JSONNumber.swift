/// The number grammar of RFC 8259, section 6.
enum JSONNumber {
  case integer(Int64)
  case number(Double)
  /// Well formed, but beyond what a double holds.
  case tooLarge

  /// nil where the word is not a JSON number.
  init?(_ word: String) {
    var rest = Substring(word).utf8
    let isWhole: Bool
    if rest.first == UInt8(ascii: "-") { rest.removeFirst() }
    let digits = Self.takeDigits(&rest)
    guard digits >= 1, digits == 1 || word.utf8.first(where: { $0 != UInt8(ascii: "-") }) != UInt8(ascii: "0") else {
      return nil
    }
    var hasFraction = false
    if rest.first == UInt8(ascii: ".") {
      rest.removeFirst()
      guard Self.takeDigits(&rest) > 0 else { return nil }
      hasFraction = true
    }
    var hasExponent = false
    if rest.first == UInt8(ascii: "e") || rest.first == UInt8(ascii: "E") {
      rest.removeFirst()
      if rest.first == UInt8(ascii: "+") || rest.first == UInt8(ascii: "-") { rest.removeFirst() }
      guard Self.takeDigits(&rest) > 0 else { return nil }
      hasExponent = true
    }
    guard rest.isEmpty else { return nil }
    isWhole = !hasFraction && !hasExponent
    if isWhole, let whole = Int64(word) {
      self = .integer(whole)
    } else if let number = Double(word), number.isFinite {
      self = .number(number)
    } else {
      self = .tooLarge
    }
  }

  private static func takeDigits(_ rest: inout Substring.UTF8View) -> Int {
    let digits = rest.prefix { (48...57).contains($0) }
    rest = rest[digits.endIndex...]
    return digits.count
  }
}
