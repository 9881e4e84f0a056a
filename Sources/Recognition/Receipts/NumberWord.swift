/// A word of a written-out amount.
enum NumberWord: Hashable {
  case digit(Int)
  /// Both "mười" (ten) and "mươi" (times ten): the grammar tells them apart, recognition doesn't.
  case ten
  case hundred, thousand, million, billion
  /// "linh" or "lẻ": no tens.
  case zeroTens
  /// "rưỡi": half of the unit before.
  case half
  /// "và": may stand anywhere.
  case filler
  /// "đồng", "chẵn": the number is over.
  case end

  /// The word, or two that recognition ran together, or the one word that is a letter away.
  static func read(_ token: Substring) -> (words: [NumberWord], corrections: Int)? {
    let letters = TextFolding.letters(String(token))
    guard !letters.isEmpty else { return ([], 0) }
    if let word = table[letters] { return ([word], 0) }
    if letters.count >= 5 {
      for split in 2...(letters.count - 2) {
        if let first = table[Array(letters[..<split])], let second = table[Array(letters[split...])] {
          return ([first, second], 0)
        }
      }
    }
    guard letters.count >= 3 else { return nil }
    var candidates: Set<NumberWord> = []
    for (spelling, word) in table
    where spelling.count >= 3 && EditDistance.between(letters, spelling, atMost: 1) != nil {
      candidates.insert(word)
    }
    // Two words a letter away ("bam": ba or bay) decide nothing.
    guard candidates.count == 1, let word = candidates.first else { return nil }
    return ([word], 1)
  }

  private static let table: [[UInt8]: NumberWord] = {
    let spellings: [(String, NumberWord)] = [
      ("khong", .digit(0)), ("mot", .digit(1)), ("hai", .digit(2)), ("ba", .digit(3)), ("bon", .digit(4)),
      ("tu", .digit(4)), ("nam", .digit(5)), ("lam", .digit(5)), ("nham", .digit(5)), ("sau", .digit(6)),
      ("bay", .digit(7)), ("tam", .digit(8)), ("chin", .digit(9)), ("muoi", .ten), ("tram", .hundred),
      ("nghin", .thousand), ("ngan", .thousand), ("trieu", .million), ("ty", .billion), ("ti", .billion),
      ("linh", .zeroTens), ("le", .zeroTens), ("ruoi", .half), ("va", .filler), ("dong", .end), ("chan", .end),
      ("vnd", .end), ("vnđ", .end), ("vietnamdong", .end),
    ]
    return Dictionary(spellings.map { (TextFolding.letters($0.0), $0.1) }, uniquingKeysWith: { first, _ in first })
  }()
}
