import Foundation

/// The names of Vietnam's communes, wards, towns and districts, as the General Statistics Office lists them before
/// the merger of 2025 and since then.
///
/// Recognition errs most in names that no dictionary of the language holds; whoever lives somewhere lives in one of
/// these places.
public enum PlaceNames {
  private struct Entry {
    let words: [String]
    let letters: [UInt8]
    /// In lower case, an element a letter with its accents.
    let accented: [Character]
    /// How many places have this name.
    let count: Int
  }

  /// By the number of their letters.
  private static let entries: [Int: [Entry]] = {
    var entries: [Int: [Entry]] = [:]
    for item in (firstThird + ";" + secondThird + ";" + thirdThird + ";" + since2025).split(whereSeparator: {
      $0 == ";" || $0.isNewline
    }) {
      var words = item.split(separator: " ").map(String.init)
      let count = words.last.flatMap { Int($0) }
      if count != nil { words.removeLast() }
      let letters = TextFolding.letters(words.joined())
      entries[letters.count, default: []].append(
        Entry(
          words: words, letters: letters, accented: Array(normal(words.joined(separator: " "))), count: count ?? 1))
    }
    return entries
  }()

  private static let listed = Set(entries.values.joined().map { String($0.accented) })

  /// True for a name of the list, whatever its case and its way to put a tone mark.
  static func isListed(_ name: String) -> Bool { listed.contains(normal(name)) }

  /// With the bar of Đ, which print and recognition lose before anything else.
  private static let spelt = Set(entries.values.joined().map { barred($0.words.joined(separator: " ")) })

  private static func isSpeltAsListed(_ name: String) -> Bool { spelt.contains(barred(name)) }

  /// Every word of every name, with its accents, in lower case.
  private static let words = Set(entries.values.joined().flatMap { $0.words.map(normal) })

  /// True where nothing in an address is at odds with the list: its last parts are places of it, and the words before
  /// them at least occur in places' names where they carry an accent.
  static func areKnown(_ address: String) -> Bool {
    let parts = address.split(separator: ",").map { $0.split(separator: " ").map(String.init) }
    for (index, part) in parts.enumerated() {
      let name = part[min(unit(part), part.count)...].joined(separator: " ")
      if index >= parts.count - 3, index > 0 {
        guard isSpeltAsListed(part.joined(separator: " ")) || isSpeltAsListed(name) || Provinces.snap(name) != nil
        else {
          return false
        }
      } else {
        let accented = part.filter { word in
          word.first?.isUppercase ?? false && word.unicodeScalars.contains { !$0.isASCII }
        }
        guard accented.allSatisfy({ words.contains(normal($0)) }) else { return false }
      }
    }
    return true
  }

  /// True for a place or a province, with or without a word such as "huyện" before it.
  static func isPlace(_ text: String) -> Bool {
    let words = text.split(separator: " ").map(String.init)
    let name = words[unit(words)...].joined(separator: " ")
    return isListed(text) || isListed(name) || Provinces.isName(name)
  }

  /// True for a place, and for what nobody lists: hamlets, streets, numbered wards.
  public static func isKnown(_ part: String) -> Bool { isHamlet(part) || isPlace(part) }

  /// Whether a comma belongs between two rows of an address: not within a name, but between two. Nil where the names
  /// do not tell. `upper` and `lower` are the words of the rows.
  public static func isBreak(after upper: [String], before lower: [String]) -> Bool? {
    let edges = CharacterSet(charactersIn: " .,;:")
    func part(_ text: Substring?) -> String { String(text ?? "").trimmingCharacters(in: edges) }
    let last = part(upper.joined(separator: " ").split { ",;".contains($0) }.last)
    let first = part(lower.joined(separator: " ").split { ",;".contains($0) }.first)
    guard !last.isEmpty, !first.isEmpty else { return nil }
    let lastWords = last.split(separator: " ").map(String.init)
    // "Huyện" at a row's end: its name follows.
    let folded = lastWords.map(TextFolding.words)
    // One word alone may end a name, as in Lạc Long Quân.
    if units.contains(where: { folded.suffix($0.count).elementsEqual($0) && ($0.count > 1 || folded.count == 1) }) {
      return false
    }
    let isWhole = isPlace(last + " " + first)
    let isParted = isPlace(first) && (isPlace(last) || isHamlet(last))
    return isWhole == isParted ? nil : isParted
  }

  /// Words that stand before a place's name, without accents.
  private static let units = [
    ["thanh", "pho"], ["thi", "xa"], ["thi", "tran"], ["xa"], ["phuong"], ["huyen"], ["quan"], ["tinh"], ["tp"], ["tx"],
    ["tt"], ["dac", "khu"],
  ]

  /// The place that `text` means, mistakes of recognition allowed for, and whether it was spelt so; nil where no place
  /// is near enough, or several are as near. A word such as "huyện" before the name stays.
  static func snap(_ text: String) -> (name: String, isExact: Bool)? {
    if isListed(text) { return (text, true) }
    let all = text.split(separator: " ").map(String.init)
    let head = unit(all)
    let words = Array(all[head...])
    guard !words.isEmpty, !words.contains(where: { $0.contains(where: \.isNumber) }) else { return nil }
    let letters = TextFolding.letters(words.joined())
    let accented = Array(normal(words.joined(separator: " ")))
    guard letters.count >= 4, words.count > 1 else { return nil }

    // Five letters in a name may lose one, ten two.
    let limit = min(letters.count / 5, 3)
    var best: (entry: Entry, cost: Int)?
    var rival: (entry: Entry, cost: Int)?
    for length in (letters.count - limit)...(letters.count + limit) {
      for entry in entries[length] ?? [] {
        guard let edits = EditDistance.between(entry.letters, letters, atMost: limit) else { continue }
        // A wrong letter weighs twice: once by itself and once among the accented ones.
        guard let accents = EditDistance.between(entry.accented, accented, atMost: limit + 3) else { continue }
        let cost = edits + accents
        if cost == 0 { return (text, true) }
        if cost < best?.cost ?? .max {
          rival = best
          best = (entry, cost)
        } else if cost < rival?.cost ?? .max
          || (cost == rival?.cost && entry.count > rival?.entry.count ?? 0)
        {
          rival = (entry, cost)
        }
      }
    }
    guard let best else { return nil }
    // Of two as near the commoner by far.
    if let rival, rival.cost == best.cost {
      if best.entry.count >= 4 * rival.entry.count { return (spelt(best.entry, head, all), false) }
      return rival.entry.count >= 4 * best.entry.count ? (spelt(rival.entry, head, all), false) : nil
    }
    return (spelt(best.entry, head, all), false)
  }

  /// The parts of an address with the names of its places put right: the last three are places, what stands before
  /// them is a street, a hamlet or a house. `words` are those that were read, with the engine's ratings.
  static func mended(_ parts: [String], readAs words: [(text: String, rating: Double)]) -> [String] {
    guard parts.count > 1 else { return parts }
    var parts = parts.map(withWaterSpelt)
    for index in parts.indices.suffix(3) {
      if index == parts.count - 1, Provinces.isMeant(by: parts[index]), let province = Provinces.snap(parts[index]) {
        parts[index] = province.name
      } else if !isHamlet(parts[index]), let place = snap(parts[index]) {
        let rating = rating(of: parts[index], in: words)
        // No name begins with a small letter.
        let isSpoilt =
          parts[index].first?.isLowercase ?? false && unit(parts[index].split(separator: " ").map(String.init)) == 0
        let isAccent = TextFolding.letters(place.name) == TextFolding.letters(parts[index])
        if isSpoilt || rating < (isAccent ? clearRatingOfAccents : clearRating) { parts[index] = place.name }
      }
    }
    return parts
  }

  /// Address parts between which recognition lost a comma, taken apart: two places side by side that make none
  /// together. A commune stands before every province, so that a hamlet alone before it has one at its end.
  public static func parted(_ parts: [String]) -> [String] {
    var result: [String] = []
    for (index, part) in parts.enumerated() {
      let words = part.split(separator: " ").map(String.init)
      let isLast = index == parts.count - 1
      let lacksCommune = parts.count == 2 && index == 0 && isHamlet(part)
      guard words.count >= 3, !isPlace(part), lacksCommune || !isHamlet(part) else {
        result.append(part)
        continue
      }
      let cuts = (1..<words.count).compactMap { cut -> [String]? in
        let halves = [words[..<cut].joined(separator: " "), words[cut...].joined(separator: " ")]
        let isSecond = isLast ? Provinces.isName(halves[1]) : words.count - cut > 1 && isPlace(halves[1])
        return isSecond && (lacksCommune ? isHamlet(halves[0]) : isPlace(halves[0])) ? halves : nil
      }
      // "Nguyễn Trãi" may end a street or be a commune; the longest name is the likeliest.
      result += cuts.first ?? [part]
    }
    return result
  }

  /// Ia is what the Jarai call a river, and how many a commune's name begins; Ia and la look alike.
  private static func withWaterSpelt(_ part: String) -> String {
    var words = part.split(separator: " ").map(String.init)
    let start = unit(words)
    guard start + 1 < words.count, words[start] == "la" || words[start] == "lA" else { return part }
    words[start] = "Ia"
    return words.joined(separator: " ")
  }

  /// A text such as an office's name with the place at its end put right: "UBND huyện Thường Tìn".
  static func mendedTail(_ text: String, readAs read: [(text: String, rating: Double)]) -> String {
    let words = text.split(separator: " ").map(String.init)
    for index in words.indices.dropFirst().reversed() where words.count - index <= 5 {
      let tail = Array(words[index...])
      let head = unit(tail)
      guard head > 0, head < tail.count else { continue }
      let name = tail[head...].joined(separator: " ")
      let isOfProvince = ["tinh", "thanh pho", "tp"].contains(TextFolding.words(tail[..<head].joined(separator: " ")))
      if isOfProvince, let province = Provinces.snap(name) {
        return (words[..<(index + head)] + [province.name]).joined(separator: " ")
      }
      guard rating(of: name, in: read) < clearRating, let place = snap(name) else { return text }
      return (words[..<(index + head)] + [place.name]).joined(separator: " ")
    }
    return text
  }

  /// Names that were read clearly stay as they are: the list does not know every place.
  private static let clearRating = 0.9
  /// Accents are misread more easily than letters.
  private static let clearRatingOfAccents = 0.96

  /// `text` with commas where recognition saw full stops: "Cẩm Phô. Hạ Hòa". Abbreviations keep theirs.
  static func commasMended(_ text: String) -> String {
    let words = text.split(separator: " ").map(String.init)
    return words.enumerated().map { index, word in
      guard word.hasSuffix("."), index + 1 < words.count, words[index + 1].first?.isUppercase ?? false,
        word.contains(where: \.isLetter), !abbreviations.contains(TextFolding.words(word))
      else { return word }
      return word.dropLast() + ","
    }.joined(separator: " ")
  }
  private static let abbreviations: Set<String> = [
    "tp", "p", "q", "h", "x", "tt", "tx", "t", "s", "d", "f", "kp", "tdp",
  ]

  /// The least of the engine's ratings of the words that make up `part`.
  private static func rating(of part: String, in words: [(text: String, rating: Double)]) -> Double {
    let tokens = Set(part.split(separator: " ").map { TextFolding.letters(String($0)) })
    return words.filter { tokens.contains(TextFolding.letters($0.text)) }.map(\.rating).min() ?? 0
  }

  // MARK: Parts

  /// How many of the first words say what kind of place follows.
  private static func unit(_ words: [String]) -> Int {
    let folded = words.prefix(2).map(TextFolding.words)
    return units.first { unit in words.count > unit.count && folded.prefix(unit.count).elementsEqual(unit) }?.count ?? 0
  }

  /// Parts of villages and streets: nobody lists their names.
  private static func isHamlet(_ part: String) -> Bool {
    let first = TextFolding.words(part).split(separator: " ").first.map(String.init) ?? ""
    return hamlets.contains(first) || part.contains(where: \.isNumber)
  }
  private static let hamlets: Set<String> = [
    "to", "khu", "khoi", "khom", "thon", "xom", "ap", "ban", "buon", "lang", "doi", "so", "ngo", "ngach", "hem",
    "duong", "pho", "cum", "to", "tdp", "plei", "lo", "chung", "toa", "can", "phum", "soc",
  ]

  /// The entry in the words of the reading where they differ only in the place of a tone mark.
  private static func spelt(_ entry: Entry, _ head: Int, _ all: [String]) -> String {
    let own = Array(all[head...])
    let name = entry.words.enumerated().map { index, word in
      guard own.count == entry.words.count else { return word }
      if normal(own[index]) == normal(word) { return own[index] }
      return own[index] == own[index].uppercased() && own[index].count > 1 ? word.uppercased() : word
    }
    return (all[..<head] + name).joined(separator: " ")
  }

  /// In lower case, with the tone mark where the older of the two ways puts it: "hoà" is "hòa". Names from minority
  /// languages are spelt with D or Đ, with an apostrophe or without.
  private static func normal(_ text: String) -> String { barred(text).replacing("đ", with: "d") }

  /// The same with the bar of Đ.
  private static func barred(_ text: String) -> String {
    let text = text.lowercased().filter { !"'’-.".contains($0) }
    guard text.contains(where: { "àáảãạèéẻẽẹỳýỷỹỵ".contains($0) }) else { return text }
    return text.split(separator: " ", omittingEmptySubsequences: false).map { word in
      for (new, old) in tones where word.hasSuffix(new) && !word.hasSuffix("q" + new) {
        return word.dropLast(2) + old
      }
      return String(word)
    }.joined(separator: " ")
  }
  private static let tones = [
    ("oà", "òa"), ("oá", "óa"), ("oả", "ỏa"), ("oã", "õa"), ("oạ", "ọa"), ("oè", "òe"), ("oé", "óe"), ("oẻ", "ỏe"),
    ("oẽ", "õe"), ("oẹ", "ọe"), ("uỳ", "ùy"), ("uý", "úy"), ("uỷ", "ủy"), ("uỹ", "ũy"), ("uỵ", "ụy"),
  ]
}
