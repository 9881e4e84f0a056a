/// The words of a card side put in order: rows, labels among them, and what belongs to each label.
struct CardText: Sendable {
  /// A label with its place.
  struct Anchor: Sendable {
    let item: CardItem
    var x0: Double
    var x1: Double
    let middle: Double
    let height: Double
    var labels: [CardLabel]
    var mistakes: Int
    /// Put by the card's layout, not by its words.
    var isAssumed: Bool { labels.isEmpty }

    /// Where the label ends when the English half of a bilingual one was not recognised.
    var expectedEnd: Double {
      guard let half = labels.first?.englishHalf, labels.count == 1, let own = labels.first?.letters.count else {
        return x1
      }
      return x1 + (x1 - x0) * Double(half + 1) / Double(own)
    }

    /// Where the label starts when the Vietnamese half of a bilingual one was not recognised: its rows do too.
    var expectedStart: Double {
      guard let half = labels.first?.vietnameseHalf, labels.count == 1, let own = labels.first?.letters.count else {
        return x0
      }
      return x0 - (x1 - x0) * Double(half + 1) / Double(own)
    }
  }

  private(set) var anchors: [Anchor]
  /// Every word that is no label and belongs to no value yet, top to bottom and left to right.
  private(set) var values: [CardWord]

  init(words: [CardWord]) {
    var anchors: [Anchor] = []
    var values: [CardWord] = []
    for row in Self.rows(words.flatMap(Self.split)) {
      let matches = CardLabelMatch.find(in: row)
      for match in matches {
        let members = row[match.words]
        let anchor = Anchor(
          item: match.label.item, x0: members.map(\.x0).min() ?? 0, x1: members.map(\.x1).max() ?? 0,
          middle: members.reduce(0) { $0 + $1.middle } / Double(members.count),
          height: members.map(\.height).max() ?? 0, labels: [match.label], mistakes: match.mistakes)
        // The two languages of one label stand side by side.
        if let last = anchors.indices.last, anchors[last].item == anchor.item,
          abs(anchors[last].middle - anchor.middle) < anchor.height, anchor.x0 - anchors[last].x1 < 0.06
        {
          anchors[last].x1 = max(anchors[last].x1, anchor.x1)
          anchors[last].labels.append(match.label)
          anchors[last].mistakes += match.mistakes
        } else {
          anchors.append(anchor)
        }
      }
      for (index, word) in row.enumerated() where !matches.contains(where: { $0.words.contains(index) }) {
        if word.text.contains(where: { $0.isLetter || $0.isNumber }) || word.text == "," { values.append(word) }
      }
    }
    self.anchors = anchors
    self.values = values
  }

  /// Labels and values often touch: cuts words after colons, and before the first digit of a date or number that
  /// follows letters.
  private static func split(_ word: CardWord) -> [CardWord] {
    var parts: [String] = [""]
    let characters = Array(word.text)
    for (index, character) in characters.enumerated() {
      parts[parts.count - 1].append(character)
      guard index + 1 < characters.count else { break }
      if character == ":" {
        parts.append("")
      } else if character == "/" && characters[index + 1].isLetter && index > 0 && characters[index - 1].isLetter {
        parts.append("")
      }
    }
    guard parts.count > 1 else { return [word] }
    let total = Double(characters.count)
    var done = 0.0
    return parts.filter { !$0.isEmpty }.map { part in
      var piece = word
      piece.text = part
      piece.x0 = word.x0 + (word.x1 - word.x0) * done / total
      done += Double(part.count)
      piece.x1 = word.x0 + (word.x1 - word.x0) * done / total
      return piece
    }
  }

  /// Words at the same height, left to right; rows top to bottom. A row's height follows its last word, so that a
  /// slight slope does no harm.
  static func rows(_ words: [CardWord]) -> [[CardWord]] {
    var rows: [[CardWord]] = []
    for word in words.sorted(by: { $0.x0 < $1.x0 }) {
      var best: (row: Int, gap: Double)?
      for (index, row) in rows.enumerated() {
        guard let last = row.last else { continue }
        let gap = abs(last.middle - word.middle)
        guard gap < 0.55 * min(max(last.height, 0.012), max(word.height, 0.012)) else { continue }
        if best.map({ gap < $0.gap }) ?? true { best = (index, gap) }
      }
      if let best { rows[best.row].append(word) } else { rows.append([word]) }
    }
    return rows.sorted { ($0.first?.middle ?? 0) < ($1.first?.middle ?? 0) }
  }

  /// Puts labels where the layout has them and takes the illegible words there out, as well as what is left of
  /// half-read bilingual labels.
  mutating func assume(_ places: [CardLayout.Place]) {
    for place in places {
      anchors.append(
        Anchor(
          item: place.item, x0: place.x0, x1: place.x1, middle: place.middle, height: 0.024, labels: [], mistakes: 0))
    }
    for anchor in anchors {
      let end = anchor.isAssumed ? anchor.x1 : anchor.expectedEnd
      values.removeAll { word in
        abs(word.middle - anchor.middle) < 0.013 && word.x0 > anchor.x0 - 0.02 && (word.x0 + word.x1) / 2 < end + 0.005
          && !word.text.contains(where: \.isASCIIDigit)
      }
    }
  }

  /// Takes words out, once a value has claimed them.
  mutating func claim(_ words: [CardWord]) {
    let taken = Set(words.map { "\($0.x0) \($0.y0)" })
    values.removeAll { taken.contains("\($0.x0) \($0.y0)") }
  }

  /// The words that stand after the first label of `item`, on its row, up to the next label.
  func beside(_ anchor: Anchor) -> [CardWord] {
    let next =
      anchors.filter { abs($0.middle - anchor.middle) < 0.8 * anchor.height && $0.x0 > anchor.x1 - 0.005 }
      .map(\.x0).min() ?? 2
    return values.filter {
      abs($0.middle - anchor.middle) < 0.75 * max(anchor.height, $0.height) && $0.x0 > anchor.x1 - 0.012
        && $0.x0 < next - 0.005
    }.sorted { $0.x0 < $1.x0 }
  }

  /// The rows under a label, as far as the next label below in its column; not left of the label.
  func below(_ anchor: Anchor, rows limit: Int, pitch: Double) -> [[CardWord]] {
    let lower = anchors.filter { other in
      other.middle > anchor.middle + 0.6 * anchor.height && other.x0 < anchor.x1 + 0.3 && other.x1 > anchor.x0 + 0.01
    }
    let end = lower.map { $0.middle - 0.4 * $0.height }.min() ?? 1
    // A label to the right on the same row has a column of its own.
    let rightward =
      anchors.filter {
        abs($0.middle - anchor.middle) < 0.8 * anchor.height && $0.x0 > anchor.x1 + 0.02
      }.map(\.x0).min() ?? 2
    let members = values.filter {
      $0.middle > anchor.middle + 0.5 * max(anchor.height, 0.02) && $0.middle < end
        && $0.x0 > anchor.expectedStart - 0.02
        && $0.x0 < rightward - 0.02
    }
    var result: [[CardWord]] = []
    var last = anchor.middle
    for row in Self.rows(members).prefix(limit) {
      let middle = row.reduce(0) { $0 + $1.middle } / Double(row.count)
      // A gap of more than two lines is not a continuation.
      guard middle - last < pitch else { break }
      last = middle
      result.append(row)
    }
    return result
  }
}
