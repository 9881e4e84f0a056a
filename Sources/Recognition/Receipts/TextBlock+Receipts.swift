import Dossiers
import Media

extension TextBlock {
  /// The receipts on this page, each with its part of the page: two are often copied together, one below the other or
  /// side by side. The block itself where there is one or none.
  public func receipts(page: Int) -> [TextBlock] {
    let rows = TextRow.rows(of: words)
    for cut in Self.cutsBetweenTitles(rows) {
      let parts = divided(at: cut)
      guard parts.allSatisfy({ ReceiptReader($0, page: page).isWhole }) else { continue }
      return parts.flatMap { $0.receipts(page: page) }
    }
    return [self]
  }

  private enum Cut {
    case across(y: Int)
    case down(x: Int)
  }

  private static func cutsBetweenTitles(_ rows: [TextRow]) -> [Cut] {
    var cuts: [Cut] = []
    for row in rows {
      let titles = row.segments.filter { ReceiptTitle.matches(row.words[$0].map(\.text).joined(separator: " ")) }
      if titles.count == 2, let left = row.words[titles[0]].last, let right = row.words[titles[1]].first {
        cuts.append(.down(x: (left.box.x1 + right.box.x0) / 2))
      }
    }
    let titled = rows.indices.filter { index in
      rows[index].segments.contains { ReceiptTitle.matches(rows[index].words[$0].map(\.text).joined(separator: " ")) }
    }
    for (upper, lower) in zip(titled, titled.dropFirst()) {
      if let y = head(ofReceiptTitledIn: lower, after: upper, rows) { cuts.append(.across(y: y)) }
    }
    return cuts
  }

  /// Where the lower of two receipts begins: above what is printed over its title, below what ends the upper one.
  private static func head(ofReceiptTitledIn lower: Int, after upper: Int, _ rows: [TextRow]) -> Int? {
    guard lower - upper > 4 else { return nil }
    let heads: Set<ReceiptLabel> = [.issuer, .taxCode, .form, .symbol, .number]
    let ends: Set<ReceiptLabel> = [.total, .amount, .amountInWords, .payer, .paymentMethod, .signature]
    let labels = rows.map { Set(ReceiptLabel.spotter.findings(in: $0).map(\.label)) }
    let end = ((upper + 1)..<lower).last { !labels[$0].isDisjoint(with: ends) } ?? upper
    let first = ((end + 1)...lower).first { !labels[$0].isDisjoint(with: heads) } ?? lower
    // Names under signatures belong above, an office without a label below: the widest gap parts them.
    let gap = ((end + 1)...first).max { rows[$0].top - rows[$0 - 1].bottom < rows[$1].top - rows[$1 - 1].bottom }
    return gap.map { (rows[$0 - 1].bottom + rows[$0].top) / 2 }
  }

  private func divided(at cut: Cut) -> [TextBlock] {
    switch cut {
    case .across(let y):
      [part(Box(x0: 0, y0: 0, x1: frame.width, y1: y)), part(Box(x0: 0, y0: y, x1: frame.width, y1: frame.height))]
    case .down(let x):
      [part(Box(x0: 0, y0: 0, x1: x, y1: frame.height)), part(Box(x0: x, y0: 0, x1: frame.width, y1: frame.height))]
    }
  }

  private func part(_ area: Box) -> TextBlock {
    let own = words.filter { word in
      let (x, y) = ((word.box.x0 + word.box.x1) / 2, (word.box.y0 + word.box.y1) / 2)
      return x >= area.x0 && x < area.x1 && y >= area.y0 && y < area.y1
    }
    let corner = ReadingFrame(
      width: max(1, area.width), height: max(1, area.height),
      toPage: [1, 0, Double(area.x0), 0, 1, Double(area.y0), 0, 0, 1])
    return TextBlock(
      frame: corner.within(frame),
      words: own.map { word in
        let box = Box(
          x0: word.box.x0 - area.x0, y0: word.box.y0 - area.y0, x1: word.box.x1 - area.x0, y1: word.box.y1 - area.y0)
        return TextWord(text: word.text, box: box, confidence: word.confidence, line: word.line)
      }, source: source)
  }
}
