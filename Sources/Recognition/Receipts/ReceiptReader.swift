import Dossiers
import Media

/// Reads a fee receipt (biên lai) or a printed invoice from the words of a page or of a sheet on it.
public struct ReceiptReader {
  let block: TextBlock
  let page: Int
  let rows: [TextRow]
  let findings: [[LabelSpotter<ReceiptLabel>.Finding]]
  let title: Int?
  /// No text is surer than this: on a page that reads poorly, accents that seem clear are often others.
  private let mostOfText: Double

  /// `page` is counted from 1.
  public init(_ block: TextBlock, page: Int) {
    self.block = block
    self.page = page
    rows = TextRow.rows(of: block.words)
    findings = rows.map { row in ReceiptLabel.spotter.findings(in: row).filter { Self.isBacked($0, in: row) } }
    title = rows.firstIndex { ReceiptTitle.matches($0.text) }
    mostOfText = block.source == .ocr && PageTextReader.rating([block]) < Self.clearRating ? Self.unclear : 1
  }

  /// Text that is only similar to the label of an amount is one where an amount follows: "công tỉnh Thanh Hóa" may go on
  /// an office's name, "Tống tiên thanh loán 16.000" is a total.
  private static func isBacked(_ finding: LabelSpotter<ReceiptLabel>.Finding, in row: TextRow) -> Bool {
    guard [.total, .amount, .subtotal, .tax].contains(finding.label), !finding.hasColon, finding.doubt > 0.15 else {
      return true
    }
    return row.words[finding.value].contains { $0.text.contains(where: \.isNumber) }
  }

  /// How much speaks for a fee receipt: its title counts three, each kind of its labels one.
  public var evidence: Int {
    let kinds = Set(findings.joined().filter { $0.label != .other && $0.label != .address }.map(\.label))
    return (title == nil ? 0 : 3) + kinds.count
  }

  /// The mean of the engine's ratings of what is printed on every such form; 0 where too little of it was found to tell.
  var ratingOfLabels: Double {
    let words = findings.enumerated().flatMap { row, list in list.flatMap { rows[row].words[$0.words] } }
    return words.count < 8 ? 0 : words.reduce(0) { $0 + $1.confidence } / Double(words.count)
  }

  /// True for a receipt of its own: a title, and below it who paid or how much.
  var isWhole: Bool {
    guard let title, evidence >= 6 else { return false }
    let below = Set(findings.dropFirst(title + 1).joined().map(\.label))
    return !below.isDisjoint(with: [.total, .amount, .amountInWords]) && below.contains(.payer)
  }

  /// The fields, and what is wrong with them. `payment` is the VietQR on the same sheet, if any.
  public func read(payment: PaymentCode? = nil) -> ReceiptReading {
    var fields: [FieldName: Field] = [:]
    fields[.form] = code(.form, regular: 0.75) { ReceiptGrammar.form($0) }
    fields[.symbol] = code(.symbol) { ReceiptGrammar.symbol($0) }
    fields[.number] = code(.number) { ReceiptGrammar.number($0) }
    fields[.issuerTaxCode] = code(.taxCode, rows: 0..<(payerRow ?? rows.count)) { ReceiptGrammar.taxCode($0) }
    fields[.payerID] = code(.payerID) { ReceiptGrammar.personalID($0) }
    fields[.date] = date()
    fields[.issuer] = issuer()
    fields[.payer] = text(of: first(.payer), wraps: false).flatMap { reading in
      ReceiptGrammar.name(reading.text).map { name in
        field(name, reading, atMost: isTrusted(name) ? mostOfText : Self.unclear)
      }
    }
    fields[.payerAddress] = text(of: addressFinding(), wraps: true).flatMap { reading in
      ReceiptGrammar.address(reading.text, isRecognised: block.source == .ocr, readAs: reading.ratings)
        .map { address in
          let isMended = address.filter(\.isNumber) != reading.text.filter(\.isNumber)
          let isKnown = block.source != .ocr || (!isMended && PlaceNames.areKnown(address))
          return field(address, reading, atMost: isKnown ? mostOfText : Self.unclear)
        }
    }
    let amounts = ReceiptAmounts(self, payment: payment)
    fields[.total] = amounts.total
    fields[.items] = amounts.items
    if fields[.total] != nil {
      fields[.currency] = Field(
        value: "VND", confidence: fields[.total]?.confidence ?? 0, source: block.source, page: page)
    }
    if let payment {
      fields[.vietQR] = Field(
        value: .string(payment.code.payload), confidence: 0.999, source: .qr, verified: true, page: page,
        box: payment.box)
    }
    return ReceiptReading(fields: fields, problems: amounts.problems)
  }

  private func isTrusted(_ name: String) -> Bool {
    block.source == .ocr ? Self.isKnown(name) : !Self.isBroken(name)
  }

  /// True where a word has Vietnamese accents and is no syllable: `Nguyễ n`, as programs break words in a text layer
  /// where they change the font. Foreign names and abbreviations have no accents to go by.
  private static func isBroken(_ name: String) -> Bool {
    name.nfc.uppercased().split(separator: " ").contains { word in
      !word.utf8.allSatisfy { $0 < 0x80 } && word.allSatisfy(\.isLetter)
        && !VietnameseSyllable.isPossible(String(word))
    }
  }

  /// True where each word is one that names are made of, with its accents.
  private static func isKnown(_ name: String) -> Bool {
    let words = name.uppercased().split(separator: " ").map(String.init)
    let mended = NameWords.mended(words)
    return !mended.isDoubtful && mended.words == words
  }

  /// A finding with the row that it stands in.
  typealias Place = (row: Int, finding: LabelSpotter<ReceiptLabel>.Finding)

  func all(_ label: ReceiptLabel) -> [Place] {
    findings.enumerated().flatMap { row, list in list.filter { $0.label == label }.map { (row, $0) } }
  }

  func first(_ label: ReceiptLabel, rows range: Range<Int>? = nil) -> Place? {
    all(label).first { range?.contains($0.row) ?? true }
  }

  /// Where the payer's part begins: an address or tax code above is the issuer's.
  var payerRow: Int? {
    all(.payer).first { title == nil || $0.row > title! }?.row ?? all(.payer).first?.row
  }

  private func addressFinding() -> Place? {
    let start = payerRow ?? title ?? 0
    return all(.address).first { $0.row >= start } ?? (payerRow == nil ? all(.address).last : nil)
  }

  // MARK: Values

  struct Reading {
    var text: String
    var words: [TextWord]
    /// Edits that the label needed, in relation to its length.
    var doubt: Double

    var ratings: [(text: String, rating: Double)] { words.map { ($0.text, $0.confidence) } }
  }

  /// The words behind a label; where there are none, those straight beneath it.
  func text(of place: Place?, wraps: Bool) -> Reading? {
    guard let place else { return nil }
    let row = rows[place.row]
    var words = Array(row.words[place.finding.near])
    if words.isEmpty { words = Array(row.words[place.finding.value]) }
    if words.isEmpty { words = beneath(place) }
    guard !words.isEmpty else { return nil }
    if wraps { words += continuation(of: words, below: place) }
    return Reading(text: words.map(\.text).joined(separator: " "), words: words, doubt: place.finding.doubt)
  }

  private func beneath(_ place: Place) -> [TextWord] {
    let next = place.row + 1
    guard next < rows.count, findings[next].isEmpty,
      rows[next].top - rows[place.row].bottom < rows[place.row].wordHeight * 2
    else { return [] }
    let label = rows[place.row].words[place.finding.words]
    guard let left = label.first?.box.x0, let right = label.last?.box.x1 else { return [] }
    let segment = rows[next].segments.first { range in
      let words = rows[next].words[range]
      return (words.first?.box.x0 ?? 0) < right && (words.last?.box.x1 ?? 0) > left
    }
    return segment.map { Array(rows[next].words[$0]) } ?? []
  }

  /// Lines that go on where the one before was full. A line is full when its first word would not have fitted.
  private func continuation(of words: [TextWord], below place: Place) -> [TextWord] {
    var continued: [TextWord] = []
    var last = words
    var row = place.row + 1
    let margin = rows.map(\.right).max() ?? 0
    while row < rows.count, row <= place.row + 3, findings[row].isEmpty, row != title {
      let next = rows[row]
      guard let head = next.words.first, let end = last.last, next.top - rows[row - 1].bottom < next.wordHeight * 3 / 2,
        margin - end.box.x1 < head.box.width + next.wordHeight * 2,
        !ReceiptAmounts.endsInMoney(next)
      else { break }
      let segment = Array(next.words[next.segments[0]])
      continued += segment
      last = segment
      row += 1
    }
    return continued
  }

  /// A code by its grammar. `regular` is how sure a value at least is that fits a pattern which little else would.
  private func code(
    _ label: ReceiptLabel, rows range: Range<Int>? = nil, regular: Double = 0,
    grammar: (String) -> ReceiptGrammar.Match?
  ) -> Field? {
    for place in all(label) where range?.contains(place.row) ?? true {
      guard let reading = text(of: place, wraps: false) else { continue }
      // The value is one word, or one that recognition broke in pieces.
      var best: (match: ReceiptGrammar.Match, words: [TextWord])?
      for count in 1...min(4, reading.words.count) {
        let words = Array(reading.words.prefix(count))
        if let match = grammar(words.map(\.text).joined()),
          best == nil || match.repairs < best!.match.repairs
            || (match.repairs == best!.match.repairs && match.isRegular && !best!.match.isRegular)
        {
          best = (match, words)
        }
      }
      if let best {
        let penalty = Double(best.match.repairs) * 0.12 + (best.match.isRegular ? 0 : 0.1)
        let reading = Reading(text: "", words: best.words, doubt: place.finding.doubt)
        let sureness = confidence(reading, penalty: penalty)
        return Field(
          value: .string(best.match.text), confidence: best.match.isRegular ? max(sureness, regular) : sureness,
          source: block.source, page: page, box: box(best.words))
      }
    }
    return nil
  }

  private func date() -> Field? {
    // The printed date stands under the title; a signature's or a due date comes later.
    let start = title ?? 0
    let order = Array(start..<rows.count) + Array(0..<start)
    for row in order {
      if let found = ReceiptGrammar.date(rows[row].words.map(\.text)) {
        let words = Array(rows[row].words[found.words])
        return field(found.text, Reading(text: "", words: words, doubt: 0), penalty: Double(found.repairs) * 0.12)
      }
    }
    return nil
  }

  private func issuer() -> Field? {
    if let place = first(.issuer, rows: 0..<(payerRow ?? rows.count)), let reading = text(of: place, wraps: true),
      let text = ReceiptGrammar.plain(reading.text)
    {
      guard block.source == .ocr else { return field(text, reading) }
      return field(
        PlaceNames.mendedTail(OfficeWords.corrected(text), readAs: reading.ratings), reading, atMost: mostOfText)
    }
    // Official headers name the office in capitals at the top left, without a label.
    for row in rows.indices.prefix(title ?? 0) where findings[row].isEmpty || findings[row][0].words.lowerBound > 0 {
      let words = Array(rows[row].words[rows[row].segments[0]])
      let text = words.map(\.text).joined(separator: " ")
      let folded = TextFolding.words(text)
      if text.filter(\.isLetter).count >= 8, text.uppercased() == text, !folded.hasPrefix("cong hoa"),
        !folded.hasPrefix("doc lap")
      {
        return field(text, Reading(text: text, words: words, doubt: 0), penalty: 0.3)
      }
    }
    return nil
  }

  // MARK: Fields

  func field(_ value: String, _ reading: Reading, penalty: Double = 0, atMost: Double = 1) -> Field {
    Field(
      value: .string(value), confidence: min(confidence(reading, penalty: penalty), atMost), source: block.source,
      page: page, box: box(reading.words))
  }

  /// What reaches the edge of what was read may go on beyond it.
  private func isAtEdge(_ word: TextWord) -> Bool {
    let margin = word.box.height / 5
    return word.box.x0 <= margin || word.box.x1 >= block.frame.width - margin
  }

  private static let cutOff = 0.6
  private static let clearRating = 0.88
  private static let unclear = 0.88

  /// From the engine's own rating of the value's words to a share of right values; see the calibration test.
  func confidence(_ reading: Reading, penalty: Double = 0) -> Double {
    guard block.source != .textLayer else { return max(0, 0.995 - penalty - reading.doubt / 2) }
    let sureness = max(0, ReadingConfidence.ofWords(reading.words) - penalty - reading.doubt / 2)
    return reading.words.contains(where: isAtEdge) ? min(sureness, Self.cutOff) : sureness
  }

  func box(_ words: [TextWord]) -> Box? {
    guard let first = words.first else { return nil }
    var box = first.box
    for word in words.dropFirst() {
      box = Box(
        x0: min(box.x0, word.box.x0), y0: min(box.y0, word.box.y0), x1: max(box.x1, word.box.x1),
        y1: max(box.y1, word.box.y1))
    }
    return block.frame.onPage(box)
  }
}
