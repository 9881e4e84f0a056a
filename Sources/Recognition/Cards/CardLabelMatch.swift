/// A label found among a card's words.
struct CardLabelMatch: Sendable {
  let label: CardLabel
  let mistakes: Int
  /// Indices into the words of its row.
  let words: Range<Int>
}

extension CardLabelMatch {
  /// The labels in one row of words, none overlapping: longer and cleaner ones first.
  static func find(in row: [CardWord]) -> [CardLabelMatch] {
    let letters = row.map { TextFolding.letters($0.text) }
    let all = CardLabel.candidates
    var candidates: [CardLabelMatch] = []
    for start in row.indices {
      if letters[start].isEmpty { continue }
      var joined: [UInt8] = []
      var read = LetterCounts([])
      for end in start..<min(row.count, start + 10) {
        joined += letters[end]
        read.add(letters[end])
        if letters[end].isEmpty { continue }
        if joined.count > CardLabel.longestReading { break }
        for candidate in all[joined.count] where candidate.counts.leastEdits(to: read) <= candidate.tolerance {
          let label = CardLabel.all[candidate.index]
          guard let mistakes = EditDistance.between(label.letters, joined, atMost: label.tolerance) else { continue }
          // A bare "Số" is a label only where digits follow.
          if label.letters.count <= 2 {
            guard mistakes == 0, row[(end + 1)...].prefix(3).map(\.text).joined().filter(\.isASCIIDigit).count >= 8
            else {
              continue
            }
          }
          if !label.isCapitals && label.letters.count > 3 && row[start...end].allSatisfy({ isCapitals($0.text) }) {
            continue
          }
          candidates.append(CardLabelMatch(label: label, mistakes: mistakes, words: start..<(end + 1)))
        }
      }
    }
    candidates.sort { $0.weight > $1.weight }
    var chosen: [CardLabelMatch] = []
    for candidate in candidates where !chosen.contains(where: { $0.words.overlaps(candidate.words) }) {
      chosen.append(candidate)
    }
    return chosen.sorted { $0.words.lowerBound < $1.words.lowerBound }
  }

  /// Capitals only, at least two.
  private static func isCapitals(_ text: String) -> Bool {
    let letters = text.filter(\.isLetter)
    return letters.count > 1 && letters.allSatisfy(\.isUppercase)
  }

  private var weight: Int { label.letters.count - 3 * mistakes }
}
