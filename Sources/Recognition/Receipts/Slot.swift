/// One place of a code with a fixed pattern: what may stand there, and what a misread character there must be.
enum Slot {
  case digit
  case letter
  case one(String)

  /// The pattern that `text` fits with the fewest repairs, at most two.
  static func best(_ patterns: [[Slot]], _ text: String) -> ReceiptGrammar.Match? {
    patterns.compactMap { fit($0, text) }.filter { $0.repairs <= 2 }.min { $0.repairs < $1.repairs }
  }

  private static func fit(_ pattern: [Slot], _ text: String) -> ReceiptGrammar.Match? {
    guard pattern.count == text.count else { return nil }
    var repaired = ""
    var repairs = 0
    for (slot, character) in zip(pattern, text) {
      guard let fitting = slot.fitting(character) else { return nil }
      repaired.append(fitting)
      if fitting != character { repairs += 1 }
    }
    return ReceiptGrammar.Match(text: repaired, repairs: repairs)
  }

  private func fitting(_ character: Character) -> Character? {
    switch self {
    case .digit: character.isASCIIDigit ? character : Self.digitFor[character]
    case .letter:
      character.isASCII && character.isLetter ? character : Self.letterFor[character]
    case .one(let choice):
      if choice.contains(character) {
        character
      } else {
        [Self.digitFor[character], Self.letterFor[character], Self.twins[character]].compactMap { $0 }
          .first { choice.contains($0) }
      }
    }
  }

  static let digitFor: [Character: Character] = [
    "O": "0", "o": "0", "Q": "0", "D": "0", "I": "1", "l": "1", "|": "1", "i": "1", "Z": "2", "z": "2", "S": "5",
    "s": "5", "G": "6", "b": "6", "B": "8", "q": "9", "g": "9", "T": "7", "A": "4",
    "ó": "6", "Ó": "6", "ô": "6", "õ": "6",
  ]
  private static let letterFor: [Character: Character] = [
    "0": "O", "1": "I", "2": "Z", "4": "A", "5": "S", "6": "G", "8": "B", "7": "T", "Đ": "D", "Ð": "D", "À": "A",
    "Á": "A", "Ê": "E", "Ô": "O", "Ơ": "O", "Ư": "U",
  ]
  private static let twins: [Character: Character] = [
    "1": "L", "|": "/", "(": "C", "€": "C", "G": "C", "—": "-", "–": "-",
  ]
}
