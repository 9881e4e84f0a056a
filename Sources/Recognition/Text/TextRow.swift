import Dossiers
import Media

/// What stands side by side on a page, from left to right, cut into segments where a wide gap shows a column.
struct TextRow {
  var words: [TextWord]

  var top: Int { words.map(\.box.y0).min() ?? 0 }
  var bottom: Int { words.map(\.box.y1).max() ?? 0 }
  var left: Int { words.first?.box.x0 ?? 0 }
  var right: Int { words.map(\.box.x1).max() ?? 0 }
  var text: String { words.map(\.text).joined(separator: " ") }

  /// The middle height of its words: the measure for gaps.
  var wordHeight: Int {
    let heights = words.map(\.box.height).sorted()
    return heights.isEmpty ? 0 : heights[heights.count / 2]
  }

  /// Ranges of `words` with no gap wider than one and a half word heights in them.
  var segments: [Range<Int>] {
    guard !words.isEmpty else { return [] }
    let limit = wordHeight * 3 / 2
    var segments: [Range<Int>] = []
    var start = 0
    for index in words.indices.dropFirst() where words[index].box.x0 - words[index - 1].box.x1 > limit {
      segments.append(start..<index)
      start = index
    }
    segments.append(start..<words.count)
    return segments
  }

  /// Puts words into rows by where they stand, whatever lines the reader saw: a form's left and right column are
  /// two lines to some readers and one to others.
  static func rows(of words: [TextWord]) -> [TextRow] {
    var rows: [TextRow] = []
    let cleaned = words.flatMap(split).filter { !isLeader($0.text) }
    for word in cleaned.sorted(by: { $0.box.x0 < $1.box.x0 }) {
      // The last word of a row is its nearest neighbour to the left, so slightly slanted rows still hang together.
      var best: (index: Int, overlap: Double)?
      for (index, row) in rows.enumerated() {
        guard let neighbour = row.words.last else { continue }
        let overlap = Self.overlap(neighbour.box, word.box)
        if overlap > max(0.45, best?.overlap ?? 0) { best = (index, overlap) }
      }
      if let best {
        rows[best.index].words.append(word)
      } else {
        rows.append(TextRow(words: [word]))
      }
    }
    return rows.sorted { ($0.top + $0.bottom, $0.left) < ($1.top + $1.bottom, $1.left) }
  }

  /// The share of the lower of two boxes' heights that both have in common; none where they lie over each other.
  private static func overlap(_ left: Box, _ right: Box) -> Double {
    let common = min(left.y1, right.y1) - max(left.y0, right.y0)
    let lower = min(left.height, right.height)
    guard lower > 0, right.x0 >= left.x1 - left.width / 2 else { return 0 }
    return Double(common) / Double(lower)
  }

  /// "nộp:Kiều" is a label and a value that lack a space; "08:30" is not.
  private static func split(_ word: TextWord) -> [TextWord] {
    let characters = Array(word.text)
    guard let colon = characters.dropLast().firstIndex(of: ":"), colon > 0,
      characters[colon - 1].isLetter || characters[colon - 1] == ")",
      characters[colon + 1].isLetter || characters[colon + 1].isNumber
    else { return [word] }
    let cut = word.box.x0 + word.box.width * (colon + 1) / characters.count
    let (y0, y1) = (word.box.y0, word.box.y1)
    func part(_ slice: ArraySlice<Character>, _ x0: Int, _ x1: Int) -> TextWord {
      TextWord(
        text: String(slice), box: Box(x0: x0, y0: y0, x1: x1, y1: y1), confidence: word.confidence, line: word.line)
    }
    return [
      part(characters[...colon], word.box.x0, cut), part(characters[(colon + 1)...], cut, word.box.x1),
    ]
  }

  /// The dots and rules that lead from a label to its value.
  private static func isLeader(_ text: String) -> Bool {
    text.allSatisfy { "._…-–—|~".contains($0) }
  }
}
