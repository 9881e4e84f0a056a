/// A sum of dong in digits, as receipts print it.
enum Money {
  /// `1.250.000`, `1,250,000`, `1 250 000`, `1250000`, each with `đ`, `đồng` or `VND` around and `,00` behind; nil for
  /// anything else, in particular for groups that aren't of three digits.
  static func parse(_ text: String) -> Int64? {
    var body = text.lowercased()
    for (noise, plain) in [("vnđ", ""), ("vnd", ""), ("đồng", ""), ("đ", ""), ("₫", "")] {
      body = body.replacing(noise, with: plain)
    }
    body = body.trimmed { " :.,-/*=#()".contains($0) }
    // What is left of a misread currency sign behind the digits: "16.000 d", "16.000 ä".
    if let last = body.lastIndex(where: \.isASCIIDigit), body[last...].dropFirst().count <= 5 {
      let tail = body[body.index(after: last)...]
      if tail.first == " " || tail.count == 1, !tail.contains(where: \.isNumber) { body = String(body[...last]) }
    }
    guard let first = body.first, first.isASCIIDigit else { return nil }

    var groups: [String] = [""]
    var separators: [Character] = []
    for character in body {
      if character.isASCIIDigit {
        groups[groups.count - 1].append(character)
      } else if ".,' ".contains(character) {
        // Recognition sees "1. 250.000": a space beside a point is nothing.
        if character == " ", groups.last == "" { continue }
        if character != " ", groups.last == "", separators.last == " " {
          separators[separators.count - 1] = character
          continue
        }
        separators.append(character)
        groups.append("")
      } else {
        return nil
      }
    }
    guard groups.allSatisfy({ !$0.isEmpty }) else { return nil }
    // Decimals: two zeros behind the last separator.
    if groups.count > 1, groups.last == "00" {
      groups.removeLast()
    }
    if groups.count > 1 {
      guard (1...3).contains(groups[0].count), groups.dropFirst().allSatisfy({ $0.count == 3 }) else { return nil }
    }
    guard groups.joined().count <= 15 else { return nil }
    return Int64(groups.joined())
  }

  /// True for text that can only be a sum of money: grouped thousands or a currency beside the digits.
  static func isMarked(_ text: String) -> Bool {
    let lower = text.lowercased()
    let grouped = lower.contains(/\d[.,]\d{3}(?!\d)/)
    return parse(text) != nil && (grouped || lower.contains("đ") || lower.contains("vnd") || lower.contains("₫"))
  }
}

extension String {
  func trimmed(where isNoise: (Character) -> Bool) -> String {
    guard let first = firstIndex(where: { !isNoise($0) }), let last = lastIndex(where: { !isNoise($0) }) else {
      return ""
    }
    return String(self[first...last])
  }
}
