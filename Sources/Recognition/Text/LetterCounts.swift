/// How many of each letter and digit a text has, up to three, whatever their order: tells most texts apart at once.
struct LetterCounts: Sendable {
  /// A bit a letter: there at all, twice at least, three times at least.
  private var once: UInt64 = 0
  private var twice: UInt64 = 0
  private var thrice: UInt64 = 0

  /// Of folded text (see `TextFolding.letters`).
  init(_ letters: [UInt8]) {
    add(letters)
  }

  /// Adds those of a text that follows.
  mutating func add(_ letters: [UInt8]) {
    for letter in letters {
      let bit: UInt64 = 1 << UInt64(letter & 63)
      thrice |= twice & bit
      twice |= once & bit
      once |= bit
    }
  }

  /// No fewer edits than these lead from one text to the other: each takes one letter away, or brings one in, or both.
  func leastEdits(to other: LetterCounts) -> Int {
    max(surplus(over: other), other.surplus(over: self))
  }

  private func surplus(over other: LetterCounts) -> Int {
    (once & ~other.once).nonzeroBitCount + (twice & ~other.twice).nonzeroBitCount
      + (thrice & ~other.thrice).nonzeroBitCount
  }
}
