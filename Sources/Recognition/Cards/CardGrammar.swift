import Foundation

/// The forms that values on cards have.
enum CardGrammar {
  private static let digitOf: [Character: Character] = [
    "O": "0", "o": "0", "Q": "0", "D": "0", "I": "1", "l": "1", "|": "1", "i": "1", "Z": "2", "S": "5", "s": "5",
    "B": "8", "G": "6", "T": "7", "g": "9", "q": "9",
  ]

  /// `length` digits in a row among the words, blanks allowed; look-alikes are read as digits where most are digits.
  static func number(_ words: [CardWord], lengths: [Int]) -> (text: String, words: [CardWord])? {
    for count in lengths {
      for start in words.indices {
        var digits = ""
        for end in start..<min(words.count, start + 4) {
          let raw = words[end].text.filter { !".,:;'’-".contains($0) }
          let own = raw.filter(\.isASCIIDigit).count
          guard own * 3 >= raw.count * 2, raw.allSatisfy({ $0.isASCIIDigit || digitOf[$0] != nil }) else { break }
          digits += String(raw.map { $0.isASCIIDigit ? $0 : digitOf[$0] ?? $0 })
          if digits.count == count { return (digits, Array(words[start...end])) }
          if digits.count > count { break }
        }
      }
    }
    return nil
  }

  /// Day, month, year, with any of `/ - .` between; also `ngày … tháng … năm …`.
  static func date(_ words: [CardWord]) -> (date: CardDate, words: [CardWord])? {
    for start in words.indices {
      for end in start..<min(words.count, start + 6) {
        let text = words[start...end].map(\.text).joined()
        guard let date = date(text) else { continue }
        return (date, Array(words[start...end]))
      }
    }
    return nil
  }

  static func date(_ text: String) -> CardDate? {
    let mapped = String(text.map { $0.isASCIIDigit ? $0 : digitOf[$0] ?? $0 })
    let groups = mapped.split(whereSeparator: { !$0.isASCIIDigit }).map(String.init)
    let separators = mapped.filter { "/-.".contains($0) }.count
    if groups.count == 3, groups[0].count <= 2, groups[1].count <= 2, groups[2].count == 4,
      let day = Int(groups[0]), let month = Int(groups[1]), let year = Int(groups[2]), plausible(year)
    {
      return CardDate(year: year, month: month, day: day)
    }
    // A lost stroke joins two groups: 04/051953, 0405/1953.
    let joined = groups.joined()
    if separators >= 1, joined.count == 8, groups.count <= 2, let date = CardDate(dayFirst: joined),
      plausible(date.year)
    {
      return date
    }
    // A stroke read as a digit: 04105/1953, 04/0511953.
    if groups.count == 2, joined.count == 9 {
      var digits = Array(joined)
      let stroke = groups[0].count == 5 ? 2 : groups[1].count == 7 ? 4 : nil
      if let stroke, digits[stroke] == "1" || digits[stroke] == "7" {
        digits.remove(at: stroke)
        if let date = CardDate(dayFirst: String(digits)), plausible(date.year) { return date }
      }
    }
    return nil
  }

  private static func plausible(_ year: Int) -> Bool { (1900...2125).contains(year) }

  static func sex(_ words: [CardWord]) -> (text: String, words: [CardWord])? {
    for word in words {
      switch String(decoding: TextFolding.letters(word.text), as: UTF8.self) {
      case "nam": return ("Nam", [word])
      case "nu": return ("Nữ", [word])
      default: continue
      }
    }
    return nil
  }

  static func nationality(_ words: [CardWord]) -> (text: String, words: [CardWord])? {
    for start in words.indices {
      for end in start..<min(words.count, start + 2) {
        let letters = TextFolding.letters(words[start...end].map(\.text).joined())
        if EditDistance.between(letters, Array("vietnam".utf8), atMost: 2) != nil, letters.count >= 5 {
          return ("Việt Nam", Array(words[start...end]))
        }
      }
    }
    return nil
  }

  /// The words that say "Không thời hạn".
  static func noExpiry(_ words: [CardWord]) -> [CardWord]? {
    let wanted = Array("khongthoihan".utf8)
    for start in words.indices {
      var letters: [UInt8] = []
      for end in start..<min(words.count, start + 4) {
        letters += TextFolding.letters(words[end].text)
        if EditDistance.between(letters, wanted, atMost: 3) != nil { return Array(words[start...end]) }
      }
    }
    return nil
  }

  /// A person's name as cards print it: capitals. Strays of lower case, digits and signs are left out.
  static func name(_ words: [CardWord]) -> (text: String, words: [CardWord], isDoubtful: Bool)? {
    var kept: [CardWord] = []
    for word in words {
      let trimmed = word.text.trimmingCharacters(in: CharacterSet(charactersIn: ".,:;'’\"“”|-–—_~^*°«»‹›()[]{}/\\!"))
      let letters = trimmed.filter(\.isLetter)
      guard !letters.isEmpty, letters.count == trimmed.count else {
        if kept.isEmpty { continue } else { break }
      }
      let upper = letters.filter { $0.isUppercase }.count
      guard upper * 2 > letters.count || letters.count == 1 else {
        if kept.isEmpty { continue } else { break }
      }
      if letters.count == 1 && (!isVowel(letters) || word.confidence < 0.5) { continue }
      var clean = word
      clean.text = trimmed.uppercased()
      kept.append(clean)
    }
    let name = NameWords.mended(kept.map(\.text))
    guard (2...8).contains(name.words.count) else { return nil }
    return (name.words.joined(separator: " ").precomposedStringWithCanonicalMapping, kept, name.isDoubtful)
  }

  private static func isVowel(_ letter: String) -> Bool {
    guard let base = TextFolding.letters(letter).first else { return false }
    return "aeiouy".utf8.contains(base)
  }

  /// Parts of an address with single commas; names of places snapped to those that are near.
  static func address(_ words: [CardWord]) -> (text: String, snapped: Bool, parts: Int, isDoubtful: Bool)? {
    var text = words.map(\.text).joined(separator: " ")
    for (from, to) in [
      (";", ","), ("，", ","), ("|", ""), ("‘", "'"), ("’", "'"), ("`", "'"), ("“", ""), ("”", ""), ("\"", ""),
    ] {
      text = text.replacingOccurrences(of: from, with: to)
    }
    text = PlaceNames.commasMended(numbersParted(hyphensOpened(text)))
    let edges = CharacterSet(charactersIn: " .,:;-–—_~'*°«»()[]{}/\\!=+")
    var parts = text.split(separator: ",").map { part in
      let part = part.trimmingCharacters(in: edges)
      // "Tịnh Phong" is a place, not a province called Phong.
      return PlaceNames.isListed(part) ? part : CardWords.street(CardWords.place(part))
    }.filter { !$0.isEmpty }
    parts = PlaceNames.parted(parts)
    guard let last = parts.last, text.filter(\.isLetter).count >= 4 else { return nil }
    var snapped = Provinces.isMeant(by: last)
    if !snapped, let (rest, province) = trailingProvince(last) {
      parts[parts.count - 1] = rest
      parts.append(province)
      snapped = true
    }
    let read = parts
    parts = PlaceNames.mended(parts, readAs: words.map { ($0.text, $0.confidence) })
    // Another word than was read, not another accent.
    let isAnother = zip(read, parts).contains { TextFolding.letters($0) != TextFolding.letters($1) }
    let isUnheardOf = parts.suffix(parts.count > 2 ? 3 : 2).contains { !PlaceNames.isKnown($0) }
    return (
      parts.joined(separator: ", ").precomposedStringWithCanonicalMapping, snapped, parts.count,
      isAnother || isUnheardOf
    )
  }

  /// Within an address a hyphen between two letters is a speck: names that carry one have blanks around it.
  private static func hyphensOpened(_ text: String) -> String {
    let characters = Array(text)
    return String(
      characters.indices.map { index in
        let isInner =
          index > 0 && index + 1 < characters.count && characters[index - 1].isLetter && characters[index + 1].isLetter
        return characters[index] == "-" && isInner ? " " : characters[index]
      })
  }

  /// A number that stuck to the word before it: "phố8". House numbers such as "B7" have one capital.
  private static func numbersParted(_ text: String) -> String {
    let characters = Array(text)
    return characters.indices.map { index in
      let isParted =
        index > 1 && characters[index].isASCIIDigit && characters[index - 1].isLowercase
        && characters[index - 2].isLetter
      return (isParted ? " " : "") + String(characters[index])
    }.joined()
  }

  /// A province at the end of a part whose comma was lost.
  private static func trailingProvince(_ part: String) -> (String, String)? {
    let words = part.split(separator: " ").map(String.init)
    for count in [3, 2] where words.count > count {
      let tail = words.suffix(count).joined(separator: " ")
      if let found = Provinces.snap(tail), found.name.split(separator: " ").count == count,
        TextFolding.letters(found.name) == TextFolding.letters(tail)
      {
        var rest = words.dropLast(count)
        var province = [found.name]
        // "Thành phố" and "Tỉnh" belong to what follows them.
        for unit in [["thanh", "pho"], ["tinh"]] where rest.suffix(unit.count).map(TextFolding.words) == unit {
          province = [unit.count == 2 ? "Thành phố" : "Tỉnh"] + province
          rest = rest.dropLast(unit.count)
          break
        }
        return (
          rest.joined(separator: " ").trimmingCharacters(in: .punctuationCharacters),
          province.joined(separator: " ")
        )
      }
    }
    return nil
  }
}
