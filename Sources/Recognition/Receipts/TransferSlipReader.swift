import Dossiers
import Foundation
import Media

/// Reads a bank's transfer slip, mostly a screenshot of a banking app: fields in two columns, or each label above its
/// value.
public struct TransferSlipReader {
  private let block: TextBlock
  private let page: Int
  private let rows: [TextRow]
  private let findings: [[LabelSpotter<SlipLabel>.Finding]]

  /// `page` is counted from 1.
  public init(_ block: TextBlock, page: Int) {
    self.block = block
    self.page = page
    rows = TextRow.rows(of: block.words)
    findings = rows.map(SlipLabel.spotter.findings(in:))
  }

  /// How much speaks for a transfer slip: its announcement counts three, each kind of its labels one.
  public var evidence: Int {
    let kinds = Set(findings.joined().map(\.label)).subtracting([.other])
    let announced = rows.contains { Self.status(of: $0.text) != nil || Self.isPaymentOrder($0.text) }
    // An amount and a code or content make a slip; labels such as "ngân hàng" stand on invoices too.
    guard kinds.contains(.amount) || announced, kinds.contains(.code) || kinds.contains(.content) else { return 0 }
    return (announced ? 3 : 0) + kinds.count
  }

  public func read() -> ReceiptReading {
    var fields: [FieldName: Field] = [:]
    fields[.status] = status()
    fields[.total] = amount()
    if let total = fields[.total] {
      fields[.currency] = Field(value: "VND", confidence: total.confidence, source: block.source, page: page)
    }
    (fields[.date], fields[.time]) = moment()
    fields[.number] = value(.code, words: 3) { ReceiptGrammar.transferCode($0) }
    // A payment order names the payer's account and bank before the recipient's.
    let recipient = findings.firstIndex { $0.contains { $0.label == .beneficiary } } ?? 0
    fields[.account] =
      value(.account, words: 5, from: recipient) { ReceiptGrammar.account($0) }
      ?? value(.account, words: 5) { ReceiptGrammar.account($0) }
    fields[.beneficiary] = text(.beneficiary) { ReceiptGrammar.name($0) }
    fields[.payer] = text(.sender) { ReceiptGrammar.name($0) }
    fields[.bank] =
      text(.bank, from: recipient) { ReceiptGrammar.plain($0) } ?? text(.bank) { ReceiptGrammar.plain($0) }
    fields[.content] = text(.content) { ReceiptGrammar.plain($0) }
    var problems: [Problem] = []
    switch fields[.status]?.value.string {
    case "failed": problems.append(.transferFailed(page: page))
    case "pending": problems.append(.transferPending(page: page))
    default: break
    }
    return ReceiptReading(fields: fields, problems: problems)
  }

  // MARK: Values

  private func value(
    _ label: SlipLabel, words limit: Int = 40, wraps: Bool = false, from first: Int = 0,
    grammar: (String) -> ReceiptGrammar.Match?
  ) -> Field? {
    for (row, list) in findings.enumerated() where row >= first {
      for finding in list where finding.label == label {
        for words in candidates(row, finding, wraps: wraps) {
          let words = Array(words.prefix(limit))
          if let match = grammar(words.map(\.text).joined(separator: " ")) {
            return field(.string(match.text), words, doubt: finding.doubt + Double(match.repairs) * 0.12)
          }
        }
      }
    }
    return nil
  }

  private func text(_ label: SlipLabel, from first: Int = 0, grammar: (String) -> String?) -> Field? {
    value(label, wraps: true, from: first) { text in grammar(text).map { ReceiptGrammar.Match(text: $0, repairs: 0) } }
  }

  /// Beside the label, else beneath it; with the lines that go on below where the value may be a long one.
  private func candidates(_ row: Int, _ finding: LabelSpotter<SlipLabel>.Finding, wraps: Bool) -> [[TextWord]] {
    let beside = Array(rows[row].words[finding.value])
    if let first = beside.first {
      let label = rows[row].words[finding.words].last?.box.x1 ?? first.box.x0
      return [beside + (wraps ? continuation(of: row, rightOf: label - rows[row].wordHeight) : [])]
    }
    guard row + 1 < rows.count, findings[row + 1].isEmpty else { return [] }
    return [rows[row + 1].words + (wraps ? continuation(of: row + 1, rightOf: 0) : [])]
  }

  /// The lines straight below a row that hold no label and stay in its value's column. Between the lines of one value
  /// there is less than a line and a half; entries stand further apart.
  private func continuation(of row: Int, rightOf left: Int) -> [TextWord] {
    var words: [TextWord] = []
    for next in (row + 1)..<max(row + 1, min(rows.count, row + 4)) {
      let height = max(rows[next].wordHeight, rows[next - 1].wordHeight)
      guard findings[next].isEmpty, rows[next].left > left,
        (rows[next].top - rows[next - 1].bottom) * 5 < height * 7
      else { break }
      words += rows[next].words
    }
    return words
  }

  private func amount() -> Field? {
    func money(_ words: [TextWord]) -> Field? {
      for count in stride(from: min(6, words.count), through: 1, by: -1) {
        for start in 0...(words.count - count) {
          let slice = Array(words[start..<(start + count)])
          let text = slice.map(\.text).joined(separator: " ").trimmed { "-+".contains($0) }
          if Money.isMarked(text), let value = Money.parse(text), value >= 1_000 {
            return field(.integer(value), slice, doubt: 0)
          }
        }
      }
      return nil
    }
    for (row, list) in findings.enumerated() {
      for finding in list where finding.label == .amount {
        for words in candidates(row, finding, wraps: false) {
          if let field = money(words) { return field }
        }
      }
    }
    // Apps print the sum large under the announcement, without a label: the tallest sum it is.
    let sums = rows.indices.filter { row in !findings[row].contains { $0.label == .other } }
      .compactMap { row in money(rows[row].words).map { (rows[row].wordHeight, $0) } }
    return sums.max { $0.0 < $1.0 }?.1
  }

  private func moment() -> (date: Field?, time: Field?) {
    let labelled = findings.enumerated().flatMap { row, list in
      list.filter { $0.label == .time }.flatMap { candidates(row, $0, wraps: false) }
    }
    for words in labelled + rows.map(\.words) {
      guard let date = ReceiptGrammar.date(words.map(\.text)) else { continue }
      let time = words.first { $0.text.contains(/^\d{1,2}:\d{2}(:\d{2})?/) }
      let clock = time.flatMap { word in
        word.text.firstMatch(of: /^(\d{1,2}):(\d{2})(?::(\d{2}))?/).flatMap { match -> String? in
          guard let hour = Int(match.1), hour < 24, let minute = Int(match.2), minute < 60 else { return nil }
          return (hour < 10 && match.1.count == 1 ? "0" : "") + match.0
        }
      }
      return (
        field(.string(date.text), Array(words[date.words]), doubt: Double(date.repairs) * 0.2),
        clock.flatMap { clock in time.map { field(.string(clock), [$0], doubt: 0) } }
      )
    }
    return (nil, nil)
  }

  private func status() -> Field? {
    for row in rows {
      if let status = Self.status(of: row.text) { return field(.string(status), row.words, doubt: 0) }
    }
    return nil
  }

  /// The heading of a bank's form for a transfer (ủy nhiệm chi, lệnh chi).
  private static func isPaymentOrder(_ line: String) -> Bool {
    let text = TextFolding.words(line)
    return text.count < 30 && ["uy nhiem chi", "lenh chi", "giay uy nhiem chi"].contains { text.hasPrefix($0) }
  }

  private static func status(of line: String) -> String? {
    let text = TextFolding.words(line)
    guard text.count < 80 else { return nil }
    if text.contains("khong thanh cong") || text.contains("that bai") { return "failed" }
    if text.contains("dang xu ly") || text.contains("cho xu ly") || text.contains("cho duyet") { return "pending" }
    let subjects = ["chuyen", "giao dich", "thanh toan", "trang thai", "tinh trang"]
    if text.contains("thanh cong"), text == "thanh cong" || subjects.contains(where: text.contains) {
      return "succeeded"
    }
    return nil
  }

  private func field(_ value: JSONValue, _ words: [TextWord], doubt: Double) -> Field {
    let boxes = words.map(\.box)
    let box =
      boxes.isEmpty
      ? nil
      : block.frame.onPage(
        Box(
          x0: boxes.map(\.x0).min() ?? 0, y0: boxes.map(\.y0).min() ?? 0, x1: boxes.map(\.x1).max() ?? 0,
          y1: boxes.map(\.y1).max() ?? 0))
    let confidence = block.source == .textLayer ? 0.99 : ReadingConfidence.ofWords(words)
    return Field(value: value, confidence: max(0, confidence - doubt), source: block.source, page: page, box: box)
  }
}
