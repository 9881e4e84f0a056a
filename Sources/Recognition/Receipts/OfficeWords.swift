import Foundation

/// The set phrases of offices and addresses, whose accents recognition gets wrong: "tính Cà Mau", "Chỉ cục Thuế".
enum OfficeWords {
  /// `text` with the accents of its set phrases put right; case and everything else stay.
  static func corrected(_ text: String) -> String {
    var words = text.split(separator: " ", omittingEmptySubsequences: true).map(String.init)
    let folded = words.map(TextFolding.words)
    var index = 0
    while index < words.count {
      let mayBeSingle = words[index].first?.isLowercase ?? false
      guard
        let phrase = phrases.first(where: {
          (!$0.isLowerCaseOnly || mayBeSingle) && fits($0.folded, folded, at: index)
        })
      else {
        index += 1
        continue
      }
      for (offset, spelling) in phrase.spellings.enumerated() {
        words[index + offset] = dress(spelling, like: words[index + offset])
      }
      index += phrase.spellings.count
    }
    return words.joined(separator: " ")
  }

  private struct Phrase {
    let spellings: [String]
    let folded: [String]
    /// A single word that names begin with too: only in lower case it is the common noun.
    let isLowerCaseOnly: Bool

    init(_ text: String) {
      spellings = text.split(separator: " ").map(String.init)
      folded = spellings.map(TextFolding.words)
      isLowerCaseOnly = spellings.count == 1
    }
  }

  /// Longer phrases may be off by a letter in eight.
  private static func fits(_ phrase: [String], _ words: [String], at index: Int) -> Bool {
    guard index + phrase.count <= words.count else { return false }
    let own = words[index..<(index + phrase.count)]
    if phrase.elementsEqual(own) { return true }
    let letters = phrase.joined().utf8
    return letters.count >= 8
      && zip(phrase, own).allSatisfy { EditDistance.between(Array($0.utf8), Array($1.utf8), atMost: 1) != nil }
      && EditDistance.between(Array(letters), Array(own.joined().utf8), atMost: letters.count / 8) != nil
  }

  /// `spelling` in the case, and with the punctuation, of `word`.
  private static func dress(_ spelling: String, like word: String) -> String {
    let core = word.trimmed { !$0.isLetter }
    guard let range = word.range(of: core), !core.isEmpty else { return word }
    let cased =
      core == core.uppercased() && core.count > 1
      ? spelling.uppercased()
      : core.first?.isUppercase ?? false ? spelling.prefix(1).uppercased() + spelling.dropFirst() : spelling
    return word.replacingCharacters(in: range, with: cased)
  }

  private static let phrases = [
    "ủy ban nhân dân", "trung tâm phục vụ hành chính công", "phục vụ hành chính công", "hành chính công",
    "trung tâm", "văn phòng đăng ký đất đai", "văn phòng", "đăng ký đất đai", "chi cục", "chi cục thuế", "cục thuế",
    "thuế khu vực", "sở tư pháp", "sở xây dựng", "sở giao thông vận tải", "sở kế hoạch và đầu tư", "sở tài chính",
    "sở y tế", "sở công thương", "sở nội vụ", "sở tài nguyên và môi trường", "sở nông nghiệp và môi trường",
    "quản lý xuất nhập cảnh", "công an", "kho bạc nhà nước", "giải quyết", "thủ tục hành chính", "tòa án nhân dân",
    "thi hành án dân sự", "thành phố", "khu phố", "tổ dân phố", "thị trấn", "thị xã", "tỉnh", "huyện", "phường",
    "quận", "xã", "ấp", "thôn",
  ].map(Phrase.init).sorted { $0.spellings.count > $1.spellings.count }
}
