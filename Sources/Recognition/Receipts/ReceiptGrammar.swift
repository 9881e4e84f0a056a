import Foundation

/// What the values of a receipt may look like, with the repairs that misread characters need.
enum ReceiptGrammar {
  struct Match {
    let text: String
    /// Characters put right because no other would fit their place.
    let repairs: Int
    /// False for a value that is of no known pattern.
    var isRegular = true
  }

  /// The serial of a receipt or an invoice: digits only.
  static func number(_ text: String) -> Match? {
    let body = text.trimmed { !$0.isLetter && !$0.isNumber }
    guard (1...12).contains(body.count), let (digits, repairs) = Self.digits(body), repairs * 3 <= body.count else {
      return nil
    }
    // Decree 123/2020: seven digits on receipts, up to eight on e-invoices.
    return Match(text: digits, repairs: repairs, isRegular: (6...8).contains(digits.count))
  }

  /// `C25TEA` (Circular 78/2021), `1C25TEA`, `BI-23T`, `AA/20P`.
  static func symbol(_ text: String) -> Match? {
    let body = text.uppercased().replacing("\u{2044}", with: "/").trimmed { !$0.isLetter && !$0.isNumber }
      .filter { $0 != " " && $0 != "." }
    let patterns: [[Slot]] = [
      [.one("CK"), .digit, .digit, .one("TDLMNBGHX"), .letter, .letter],
      [.one("123456"), .one("CK"), .digit, .digit, .one("TDLMNBGHX"), .letter, .letter],
      [.letter, .letter, .one("-/"), .digit, .digit, .one("TPE")],
    ]
    if let match = Slot.best(patterns, body) { return match }
    guard (3...14).contains(body.count),
      body.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || "-/".contains($0)) })
    else { return nil }
    return Match(text: body, repairs: 0, isRegular: false)
  }

  /// `01BLP0-001`, `02BLP2-001`, `1/001`, `01GTKT0/001`, `C45-BB`.
  static func form(_ text: String) -> Match? {
    // An L in bold is often read as "I.", or gets a point beside it.
    let body = text.uppercased().replacing("I.", with: "L").trimmed { !$0.isLetter && !$0.isNumber }
      .filter { $0 != " " && $0 != "." }
    let patterns: [[Slot]] = [
      [.one("0"), .digit, .one("B"), .one("L"), .one("P"), .digit, .one("-/"), .digit, .digit, .digit],
      [.digit, .one("/"), .digit, .digit, .digit],
    ]
    if let match = Slot.best(patterns, body) { return match }
    guard (1...16).contains(body.count),
      body.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || "-/".contains($0)) })
    else { return nil }
    return Match(text: body, repairs: 0, isRegular: false)
  }

  /// Ten digits, or thirteen with a dash before the last three.
  static func taxCode(_ text: String) -> Match? {
    let parts = text.trimmed { !$0.isLetter && !$0.isNumber }.split(separator: "-", omittingEmptySubsequences: true)
    guard let head = parts.first, let (digits, repairs) = Self.digits(String(head)), repairs <= 3 else { return nil }
    if digits.count == 10, parts.count == 1 { return Match(text: digits, repairs: repairs) }
    if digits.count == 10, parts.count == 2, let tail = Self.digits(String(parts[1])), tail.digits.count == 3 {
      return Match(text: digits + "-" + tail.digits, repairs: repairs + tail.repairs)
    }
    if digits.count == 13, parts.count == 1 { return Match(text: digits, repairs: repairs) }
    return nil
  }

  /// Twelve digits of a citizen, nine of an old card, or a passport's letter and seven or eight digits.
  static func personalID(_ text: String) -> Match? {
    let body = text.uppercased().trimmed { !$0.isLetter && !$0.isNumber }
    if let first = body.first, first.isLetter, (8...9).contains(body.count), body.dropFirst().allSatisfy(\.isASCIIDigit)
    {
      return Match(text: body, repairs: 0)
    }
    guard let (digits, repairs) = Self.digits(body), repairs <= 3, [9, 12].contains(digits.count) else { return nil }
    return Match(text: digits, repairs: repairs)
  }

  /// A bank account: digits, at times behind a few letters of the bank's.
  static func account(_ text: String) -> Match? {
    let body = text.filter { !" .-".contains($0) }.trimmed { !$0.isLetter && !$0.isNumber }
    guard body.count >= 5, body.filter(\.isASCIIDigit).count * 2 >= body.count else { return nil }
    return inASCII(body)
  }

  /// What a bank calls a transfer: letters and digits, with a digit at least.
  static func transferCode(_ text: String) -> Match? {
    let body = text.filter { !$0.isWhitespace }.trimmed { !$0.isLetter && !$0.isNumber }
    guard body.count >= 4, body.contains(where: \.isASCIIDigit) else { return nil }
    return inASCII(body)
  }

  /// Letters with marks stand in no code: between digits they are misread digits, such as ó for 6; else nothing can be
  /// said for them.
  private static func inASCII(_ body: String) -> Match? {
    var text = ""
    var repairs = 0
    for character in body {
      if character.isASCII {
        text.append(character)
      } else {
        text.append(Slot.digitFor[character] ?? character)
        repairs += 1
      }
    }
    return Match(text: text, repairs: repairs)
  }

  /// A person's or an organisation's name as printed: without what recognition strews around it.
  static func name(_ text: String) -> String? {
    let name = plain(text)?.trimmed { !$0.isLetter && !$0.isNumber && $0 != ")" }
    return (name?.filter(\.isLetter).count ?? 0) >= 2 ? name : nil
  }

  /// Parts between commas; recognition takes commas for semicolons, and errs in set phrases and in names of places.
  /// `words` are those that were read, with the engine's ratings.
  static func address(_ text: String, isRecognised: Bool, readAs words: [(text: String, rating: Double)]) -> String? {
    let commas = text.replacing(";", with: ",")
    guard let plain = plain(isRecognised ? PlaceNames.commasMended(commas) : commas) else { return nil }
    let parts = plain.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
    // A single word is what a stamp or a fold has left of one.
    guard plain.contains(" ") else { return nil }
    guard isRecognised, !parts.isEmpty else { return parts.isEmpty ? nil : parts.joined(separator: ", ") }
    return PlaceNames.mended(parts.map { OfficeWords.corrected(withCommonWord(withDigits($0))) }, readAs: words)
      .joined(separator: ", ")
  }

  /// Numbers of houses and hamlets with the digits put right that were read as letters: "Khu ó" is "Khu 6". No number
  /// has an accent, and a letter that tells hamlets apart is a capital.
  private static func withDigits(_ part: String) -> String {
    let words = part.split(separator: " ").map(String.init)
    return words.enumerated().map { index, word in
      let isAfterUnit = index > 0 && numberedUnits.contains(TextFolding.words(words[index - 1]))
      let isLetter = word.count == 1 && word.first?.isLowercase ?? false && isAfterUnit
      let isNumber = word.first?.isASCIIDigit ?? false && word.contains { "óÓôõ".contains($0) }
      guard isLetter || isNumber else { return word }
      return String(word.map { $0.isLetter ? Slot.digitFor[$0] ?? $0 : $0 })
    }.joined(separator: " ")
  }

  private static let numberedUnits: Set<String> = ["khu", "to", "ap", "thon", "xom", "khom", "so", "pho", "doi", "cum"]

  /// Puts right the tone of the words that name the parts of a village or a street: "Tố 18" can only be "Tổ 18".
  private static func withCommonWord(_ part: String) -> String {
    let words = part.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: true)
    guard words.count == 2 else { return part }
    let rest = TextFolding.words(String(words[1]))
    let startsWithNumber = rest.first?.isASCIIDigit ?? false
    let word: String? =
      switch TextFolding.words(String(words[0])) {
      case "to" where startsWithNumber || rest.hasPrefix("dan pho") || rest.hasPrefix("so "): "Tổ"
      case "thon" where startsWithNumber: "Thôn"
      case "so" where startsWithNumber: "Số"
      case "khu" where rest.hasPrefix("pho "): "Khu"
      case "xom" where startsWithNumber: "Xóm"
      case "ap" where startsWithNumber: "Ấp"
      default: nil
      }
    guard let word, word.count == words[0].count else { return part }
    return (words[0].first?.isUppercase ?? true ? word : word.lowercased()) + " " + words[1]
  }

  static func plain(_ text: String) -> String? {
    let joined = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let trimmed = joined.trimmed { " .,:;_-–—|'’‘“”\"~…*=«»".contains($0) }.precomposedStringWithCanonicalMapping
    return trimmed.contains { $0.isLetter || $0.isNumber } ? trimmed : nil
  }

  /// The first date among words, as ISO 8601: "Ngày 28 tháng 05 năm 2024", "Ngày (Date) 28 tháng (month) 05 …",
  /// "28/05/2024", "28-5-2024".
  static func date(_ words: [String]) -> (text: String, words: Range<Int>, repairs: Int)? {
    // Translations in brackets stand between the numbers of bilingual forms.
    let plain = words.indices.filter { !words[$0].hasPrefix("(") }
    for (place, index) in plain.enumerated() {
      // The word "tháng" between two numbers, whatever became of "ngày" and "năm".
      if place > 0, place + 2 < plain.count, isClose(words[index], "thang"),
        let day = dayOfMonth(words[plain[place - 1]]), let month = small(words[plain[place + 1]])
      {
        for next in plain[(place + 2)...min(place + 4, plain.count - 1)] {
          if let year = small(words[next]), let text = iso(day.value, month.value, year.value) {
            return (text, plain[place - 1]..<(next + 1), day.repairs + month.repairs + year.repairs)
          }
        }
      }
      let parts = words[index].trimmed { !$0.isNumber }.split(whereSeparator: { "/-.".contains($0) })
      if parts.count == 3, let day = Int(parts[0]), let month = Int(parts[1]), let year = Int(parts[2]),
        let text = iso(day, month, year)
      {
        return (text, index..<(index + 1), 0)
      }
    }
    return nil
  }

  /// What was paid was paid before today; a clock may be wrong by a time zone.
  private static let latestYear = Calendar(identifier: .gregorian).component(.year, from: Date() + 86_400)

  private static func iso(_ day: Int, _ month: Int, _ year: Int) -> String? {
    let lengths = [31, year % 4 == 0 ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    guard (1990...latestYear).contains(year), (1...12).contains(month), (1...lengths[month - 1]).contains(day) else {
      return nil
    }
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(year)-\(two(month))-\(two(day))"
  }

  /// A 1 looks like a T as well as a 7 does; there is no 71st.
  private static func dayOfMonth(_ word: String) -> (value: Int, repairs: Int)? {
    guard let day = small(word), day.value > 31 else { return small(word) }
    return small(word.uppercased().replacing("T", with: "1")).map { ($0.value, $0.repairs + 1) }
  }

  private static func small(_ word: String) -> (value: Int, repairs: Int)? {
    let body = word.trimmed { !$0.isLetter && !$0.isNumber }
    guard (1...4).contains(body.count), let (digits, repairs) = digits(body), repairs <= body.count / 2,
      let value = Int(digits)
    else { return nil }
    return (value, repairs)
  }

  private static func isClose(_ word: String, _ folded: String) -> Bool {
    EditDistance.between(TextFolding.letters(word), TextFolding.letters(folded), atMost: 1) != nil
  }

  /// `text` with letters that look like digits put right; nil when one looks like none.
  static func digits(_ text: String) -> (digits: String, repairs: Int)? {
    var digits = ""
    var repairs = 0
    for character in text where character != " " && character != "." {
      if character.isASCIIDigit {
        digits.append(character)
      } else if let digit = Slot.digitFor[character] {
        digits.append(digit)
        repairs += 1
      } else {
        return nil
      }
    }
    return digits.isEmpty ? nil : (digits, repairs)
  }
}
