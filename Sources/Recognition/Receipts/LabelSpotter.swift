import Media

/// The labels of one kind of paper.
protocol PrintedLabel: Hashable, CaseIterable, Sendable {
  /// In lower case without accents.
  var spellings: [String] { get }
  /// Spellings so short or so common that only a colon, or the end of a column, makes them labels.
  static var needsColon: Set<String> { get }
  /// True where the word that follows shows that a label without a colon is none after all.
  func isDisproved(by next: String) -> Bool
}

/// Finds labels in a row in spite of misread letters.
struct LabelSpotter<Label: PrintedLabel>: Sendable {
  /// A label found, and the words behind it that belong to it.
  struct Finding {
    let label: Label
    /// Words of the row that make up the label, up to its colon and with a translation in brackets.
    let words: Range<Int>
    /// Words of the row that follow, up to the next label or the end of the row.
    var value: Range<Int>
    /// The part of the value before the next wide gap.
    var near: Range<Int>
    let hasColon: Bool
    /// Edits in relation to the label's letters: 0 for a clean reading.
    let doubt: Double
  }

  private struct Entry {
    let letters: [UInt8]
    let counts: LetterCounts
    let label: Label
    let needsColon: Bool
  }

  private let table: [Entry]

  init() {
    table = Label.allCases.flatMap { label in
      label.spellings.map { spelling in
        let letters = TextFolding.letters(spelling)
        return Entry(
          letters: letters, counts: LetterCounts(letters), label: label, needsColon: Label.needsColon.contains(spelling)
        )
      }
    }
  }

  func findings(in row: TextRow) -> [Finding] {
    var findings: [Finding] = []
    let segments = row.segments
    let letters = row.words.map { TextFolding.letters($0.text) }
    for segment in segments {
      var index = segment.lowerBound
      let lastMark = segment.last { row.words[$0].text.contains { ":;".contains($0) } } ?? -1
      while index < segment.upperBound {
        // Inside a segment a new label must be marked by a colon: "Địa chỉ: Số 12 Nguyễn Trãi" holds one label.
        let isStart = index == segment.lowerBound || isMarker(row.words[index - 1].text, at: index - segment.lowerBound)
        if isStart || index <= lastMark,
          let finding = label(at: index, in: row, letters, segment: segment, mayLackColon: isStart)
        {
          findings.append(finding)
          index = finding.words.upperBound
        } else {
          index += 1
        }
      }
    }
    for index in findings.indices {
      let start = findings[index].words.upperBound
      let end = index + 1 < findings.count ? findings[index + 1].words.lowerBound : row.words.count
      findings[index].value = start..<max(start, end)
      let near = segments.first { $0.contains(start) }?.upperBound ?? end
      findings[index].near = start..<max(start, min(end, near))
    }
    return findings
  }

  /// "1." or "-" before a label, at the start of a segment.
  private func isMarker(_ text: String, at offset: Int) -> Bool {
    offset == 1 && text.count <= 3
      && (text.hasSuffix(".") || text.hasSuffix(")") || !text.contains { $0.isLetter || $0.isNumber })
  }

  private func label(
    at start: Int, in row: TextRow, _ wordLetters: [[UInt8]], segment: Range<Int>, mayLackColon: Bool
  ) -> Finding? {
    var letters: [UInt8] = []
    var best: (finding: Finding, score: Double)?
    var index = start
    while index < min(segment.upperBound, start + 12) {
      let text = row.words[index].text
      letters += wordLetters[index]
      index += 1
      let colon = text.last.map { ":;".contains($0) } ?? false
      let next = index < segment.upperBound ? row.words[index].text : ""
      let (end, closed) = colon ? (index, true) : afterTranslation(from: index, in: row, segment: segment)
      if let match = closest(to: letters, hasColon: closed), closed || mayLackColon,
        closed || !match.label.isDisproved(by: next)
      {
        let score = Double(match.length) - 3 * Double(match.edits) + (closed ? 2 : 0)
        if score > best?.score ?? 0 {
          best = (
            Finding(
              label: match.label, words: start..<end, value: end..<end, near: end..<end, hasColon: closed,
              doubt: Double(match.edits) / Double(match.length)), score
          )
        }
      }
      if colon { break }
    }
    return best?.finding
  }

  /// Skips "(Payer's name):", "/ Full name:" and a colon that stands alone.
  private func afterTranslation(from start: Int, in row: TextRow, segment: Range<Int>) -> (Int, Bool) {
    var index = start
    guard index < segment.upperBound else { return (start, false) }
    if row.words[index].text.hasPrefix("(") || row.words[index].text == "/" {
      while index < min(segment.upperBound, start + 6) {
        let text = row.words[index].text
        index += 1
        if text.hasSuffix(":") { return (index, true) }
        if text.hasSuffix(")") {
          if index < segment.upperBound, row.words[index].text == ":" { return (index + 1, true) }
          return (index, false)
        }
      }
      return (start, false)
    }
    return row.words[index].text == ":" ? (index + 1, true) : (start, false)
  }

  private struct Match {
    let label: Label
    let length: Int
    let edits: Int
  }

  private func closest(to letters: [UInt8], hasColon: Bool) -> Match? {
    guard letters.count >= 2 else { return nil }
    var best: Match?
    let counts = LetterCounts(letters)
    for entry in table {
      // Long labels may be off by 30 % of their letters, others by 22 %; a longer leash lets names match labels.
      let length = entry.letters.count
      let limit = length > 14 ? length * 30 / 100 : length * 22 / 100
      guard abs(length - letters.count) <= limit, hasColon || !entry.needsColon,
        counts.leastEdits(to: entry.counts) <= limit,
        let edits = EditDistance.between(letters, entry.letters, atMost: limit)
      else { continue }
      if best.map({ (edits, -length) < ($0.edits, -$0.length) }) ?? true {
        best = Match(label: entry.label, length: length, edits: edits)
        if edits == 0 { break }
      }
    }
    return best
  }
}
