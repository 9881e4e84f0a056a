/// Which letters and digits a text has, whatever their number and order: tells most texts apart at once.
struct LetterKinds {
  private let bits: UInt64

  /// Of folded text (see `TextFolding.letters`).
  init(_ letters: some Sequence<UInt8>) {
    bits = letters.reduce(0) { $0 | 1 << UInt64($1 & 63) }
  }

  /// No fewer edits than these lead from one text to the other: each changes two kinds at most, taking one away and
  /// bringing one in.
  func leastEdits(to other: LetterKinds) -> Int {
    ((bits ^ other.bits).nonzeroBitCount + 1) / 2
  }
}
