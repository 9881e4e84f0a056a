/// A sum of money written out in Vietnamese: "Một triệu bốn trăm hai mươi bốn nghìn đồng".
public struct AmountInWords: Sendable, Hashable {
  public let value: Int64
  /// How many words had to be corrected to be number words: 0 for a clean reading.
  public let corrections: Int

  /// Parses the number words of `text` up to "đồng", "chẵn" or the end; nil unless all of them make one number.
  ///
  /// Takes the spellings of both halves of the country (nghìn/ngàn, linh/lẻ, tư, lăm/nhăm, mốt, tỷ/tỉ), a half at
  /// the end (rưỡi), a dropped "mươi" (hai lăm), and words with one misread letter.
  public init?(_ text: String) {
    var corrections = 0
    var words: [NumberWord] = []
    scan: for token in text.split(whereSeparator: { " .,;:()/\"“”'-–_…|".contains($0) }) {
      guard let reading = NumberWord.read(token) else { return nil }
      corrections += reading.corrections
      for word in reading.words {
        switch word {
        case .end:
          if words.isEmpty { return nil }
          break scan
        case .filler: break
        default: words.append(word)
        }
      }
    }
    // More than one word in three corrected is a guess, not a reading.
    guard !words.isEmpty, corrections * 3 <= words.count, let value = Self.number(words[...]) else { return nil }
    self.value = value
    self.corrections = corrections
  }

  /// [number below 10⁹ tỷ] [n triệu] [n nghìn] [n], each n below 1,000.
  private static func number(_ words: ArraySlice<NumberWord>) -> Int64? {
    if let split = words.lastIndex(of: .billion) {
      guard let billions = number(words[..<split]), billions > 0, billions < 1_000_000 else { return nil }
      let rest = words[(split + 1)...]
      if rest.elementsEqual([.half]) { return billions * 1_000_000_000 + 500_000_000 }
      guard let remainder = rest.isEmpty ? 0 : number(rest), remainder < 1_000_000_000 else { return nil }
      return billions * 1_000_000_000 + remainder
    }
    var rest = words
    var total: Int64 = 0
    for (unit, factor) in [(NumberWord.million, Int64(1_000_000)), (.thousand, 1_000)] {
      guard let split = rest.firstIndex(of: unit) else { continue }
      guard let count = belowThousand(rest[..<split]) else { return nil }
      total += count * factor
      rest = rest[(split + 1)...]
      if rest.elementsEqual([.half]) { return total + factor / 2 }
    }
    if rest.isEmpty { return total > 0 || words.isEmpty ? total : nil }
    guard let ones = belowThousand(rest) else { return nil }
    return total + ones
  }

  private static func belowThousand(_ words: ArraySlice<NumberWord>) -> Int64? {
    var rest = words
    var hundreds: Int64 = 0
    if let split = rest.firstIndex(of: .hundred) {
      guard case .digit(let count)? = rest.first, rest.startIndex + 1 == split else { return nil }
      hundreds = Int64(count) * 100
      rest = rest[(split + 1)...]
      if rest.isEmpty { return hundreds }
      if rest.elementsEqual([.half]) { return hundreds + 50 }
      if rest.first == .zeroTens {
        rest = rest.dropFirst()
        guard rest.count == 1, case .digit(let one)? = rest.first else { return nil }
        return hundreds + Int64(one)
      }
    }
    // [tens] mươi [ones], where "mười" alone is ten and a dropped "mươi" leaves two digits ("hai lăm").
    var digits: [Int64?] = []
    for word in rest {
      switch word {
      case .digit(let digit): digits.append(Int64(digit))
      case .ten: digits.append(nil)
      default: return nil
      }
    }
    switch (digits.count, digits.first ?? nil, digits.last ?? nil, digits.dropFirst().first ?? nil) {
    // "một trăm hai" is colloquial for 120 and written nowhere on paper: refuse to guess.
    case (1, let one?, _, _): return hundreds == 0 ? one : nil
    case (1, nil, _, _): return hundreds + 10
    case (2, nil, let one?, _) where one > 0: return hundreds + 10 + one
    case (2, let tens?, nil, _) where tens > 1: return hundreds + tens * 10
    case (2, let tens?, let one?, _) where tens > 1 && one > 0: return hundreds + tens * 10 + one
    case (3, let tens?, let one?, nil) where tens > 1 && one > 0: return hundreds + tens * 10 + one
    default: return nil
    }
  }
}
