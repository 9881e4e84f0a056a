public import Dossiers
import Media

extension ReceiptReading {
  /// What should be read once more, at another scale: a field that every receipt has is missing or doubtful.
  public var isDoubtful: Bool {
    let needed: [FieldName] = [.number, .symbol, .date, .total, .payer, .issuer]
    let usual: [FieldName] = [.issuerTaxCode, .payerID, .payerAddress]
    return needed.contains { (fields[$0]?.confidence ?? 0) < 0.8 }
      || usual.contains { (fields[$0]?.confidence ?? 1) < 0.7 }
  }

  /// A field that every receipt has was not found at all.
  public var isIncomplete: Bool {
    let names: [FieldName] = [.number, .symbol, .date, .total, .payer, .issuer]
    return names.contains { fields[$0] == nil }
  }

  /// The reading with a problem that asks for a better picture where fields that such a paper must have are missing.
  /// `block` is what was read first on `picture`; nil for a page that was typed.
  public func judged(
    _ block: TextBlock, on picture: PagePicture?, page: Int, needed: [FieldName]
  ) -> ReceiptReading {
    let missing = needed.filter { fields[$0] == nil }
    // What was read without any certainty is a guess: a better picture is the remedy, where this one is at fault.
    let unread = needed.filter { (fields[$0]?.confidence ?? 0) < 0.5 }
    guard !unread.isEmpty else { return self }
    let isPrintClear = ReceiptReader(block, page: page).ratingOfLabels >= 0.9
    let flaw = picture.flatMap {
      PictureFlaw.visible($0, block.frame.outline, letterHeight: block.letterHeightOnPage)
    }.flatMap { isPrintClear && [.tooSmall, .blurred, .tooDark].contains($0) ? nil : $0 }
    guard flaw != nil || !missing.isEmpty || isPrintClear else { return self }
    let problem =
      flaw == nil && isPrintClear && block.source == .ocr
      ? Problem.receiptHandwritten(unread, page: page)
      : Problem.receiptUnreadable(missing: flaw == nil ? missing : unread, because: flaw, page: page)
    return ReceiptReading(fields: fields, problems: problems + [problem])
  }
}

extension TextBlock {
  /// The middle height of the words, in pixels of the page.
  fileprivate var letterHeightOnPage: Double {
    let heights = words.map(\.box.height).sorted()
    guard !heights.isEmpty, frame.height > 0 else { return 0 }
    let (top, bottom) = (frame.onPage(x: 0, y: 0), frame.onPage(x: 0, y: Double(frame.height)))
    let (dx, dy) = (bottom.x - top.x, bottom.y - top.y)
    return Double(heights[heights.count / 2]) * (dx * dx + dy * dy).squareRoot() / Double(frame.height)
  }
}
