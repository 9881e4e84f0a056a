import Dossiers
import Media

/// The amounts of a receipt held against each other: total in digits, total in words, sum of the items, VietQR.
struct ReceiptAmounts {
  private(set) var total: Field?
  private(set) var items: Field?
  private(set) var problems: [Problem] = []

  /// A sum of money in digits and the words it stands in.
  struct Printed {
    let value: Int64
    let words: [TextWord]
    /// The words to its left, without a running number.
    var name: [TextWord] = []
  }

  init(_ reader: ReceiptReader, payment: PaymentCode?) {
    let words = Self.amountInWords(reader)
    let digits = Self.totalInDigits(reader)
    let lines = Self.items(reader)
    let tax = reader.all(.tax).compactMap { Self.money(in: reader.rows[$0.row])?.value }.reduce(0, +)
    let sum = lines.isEmpty ? nil : Self.sum(lines.map(\.value) + [tax])
    let printed = Set(reader.rows.compactMap { Self.money(in: $0)?.value })

    let agreed: Int64? =
      if let words,
        [digits?.value, sum, payment?.code.amount].contains(words.amount.value)
          || (words.amount.corrections == 0 && printed.contains(words.amount.value))
      {
        words.amount.value
      } else {
        digits?.value ?? payment?.code.amount ?? words.map(\.amount.value)
      }
    guard let value = agreed else {
      items = Self.field(lines, reader, isSum: false)
      return
    }

    let isVerified =
      words?.amount.value == value && digits?.value == value && sum == value && lines.allSatisfy { !$0.name.isEmpty }
    let readings = [
      words?.amount.value == value, digits?.value == value, sum == value, payment?.code.amount == value,
    ].filter { $0 }.count
    let shown = digits?.value == value ? digits?.words ?? [] : words?.words ?? []
    let reading = ReceiptReader.Reading(text: "", words: shown, doubt: 0)
    // Amounts in words are misread to others more seldom than a row's figures are taken for another row's.
    let isDisputed = words.map { $0.amount.value != value } ?? false
    let alone = min(reader.confidence(reading) * 0.95, isDisputed ? 0.7 : 1)
    total = Field(
      value: .integer(value), confidence: isVerified ? 0.999 : readings >= 2 ? 0.985 : alone,
      source: reader.block.source,
      verified: isVerified, page: reader.page, box: reader.box(shown))
    items = lines.isEmpty ? Self.onlyItem(value, reader) : Self.field(lines, reader, isSum: sum == value)
    judge(value, digits: digits, words: words, sum: sum, lines: lines, payment: payment, reader)
  }

  /// Names the readings that disagree, where they are legible enough to be held against the receipt.
  private mutating func judge(
    _ value: Int64, digits: Printed?, words: Words?, sum: Int64?, lines: [Printed], payment: PaymentCode?,
    _ reader: ReceiptReader
  ) {
    func isClear(_ words: [TextWord]) -> Bool {
      reader.block.source == .textLayer || words.allSatisfy { $0.confidence >= 0.8 }
    }
    let inDigits = digits.flatMap { isClear($0.words) || $0.value == value ? $0.value : nil }
    let inWords = words.flatMap { $0.amount.corrections == 0 || $0.amount.value == value ? $0.amount.value : nil }
    let inItems = sum.flatMap { lines.allSatisfy { isClear($0.words) } ? $0 : nil }
    if Set([inDigits, inWords, inItems].compactMap { $0 }).count > 1 {
      problems.append(.amountDisagrees(digits: inDigits, words: inWords, items: inItems, page: reader.page))
    }
    if let amount = payment?.code.amount, amount != value {
      problems.append(.paymentCodeDisagrees(code: amount, printed: value, page: reader.page))
    }
  }

  // MARK: In words

  struct Words {
    let amount: AmountInWords
    let words: [TextWord]
  }

  private static func amountInWords(_ reader: ReceiptReader) -> Words? {
    for place in reader.all(.amountInWords) {
      var words = Array(reader.rows[place.row].words[place.finding.value])
      var row = place.row
      // A long amount goes on below; a reading that already ends is not improved by what follows.
      while true {
        let text = words.map(\.text).joined(separator: " ")
        if let amount = AmountInWords(text), hasEnd(text) || !continues(row + 1, reader) {
          return Words(amount: amount, words: words)
        }
        row += 1
        guard row < reader.rows.count, row <= place.row + 2, reader.findings[row].isEmpty else {
          if let amount = AmountInWords(text) { return Words(amount: amount, words: words) }
          break
        }
        words += reader.rows[row].words
      }
    }
    // No legible label: a row that is nothing but an amount in words is one.
    for row in reader.rows {
      let words = row.words
      for start in words.indices.prefix(6) where words.count - start >= 3 {
        let rest = Array(words[start...])
        let text = rest.map(\.text).joined(separator: " ")
        if hasEnd(text), let amount = AmountInWords(text), amount.corrections == 0 {
          return Words(amount: amount, words: rest)
        }
      }
    }
    return nil
  }

  private static func hasEnd(_ text: String) -> Bool {
    TextFolding.words(text).split(separator: " ").contains { $0 == "dong" || $0 == "chan" || $0 == "vnd" }
  }

  private static func continues(_ row: Int, _ reader: ReceiptReader) -> Bool {
    guard row < reader.rows.count, reader.findings[row].isEmpty else { return false }
    return AmountInWords(reader.rows[row].text) != nil
  }

  // MARK: In digits

  private static func totalInDigits(_ reader: ReceiptReader) -> Printed? {
    // The last of several totals is the one to pay: subtotals and taxes come before.
    for label in [ReceiptLabel.total, .amount] {
      for place in reader.all(label).reversed() {
        if let printed = money(in: reader.rows[place.row], from: place.finding.value.lowerBound) { return printed }
        if let reading = reader.text(of: place, wraps: false), let value = Money.parse(reading.text), value >= 100 {
          return Printed(value: value, words: reading.words)
        }
      }
    }
    return nil
  }

  // MARK: Items

  private static func items(_ reader: ReceiptReader) -> [Printed] {
    let first = itemStart(reader)
    let end = itemEnd(reader, from: first)
    guard first < end else { return [] }
    var items: [Printed] = []
    // The line that states the amount is no item besides: counted as one, it would confirm itself.
    for index in first..<end {
      let row = reader.rows[index]
      guard
        !reader.findings[index].contains(where: {
          [.amount, .subtotal, .tax, .paymentMethod, .other].contains($0.label)
        })
      else { continue }
      if var money = money(in: row) {
        money.name = name(in: row, before: money)
        // An amount whose name is only on the line above belongs to that line.
        if money.name.isEmpty { continue }
        items.append(money)
      } else if let last = items.last, !startsNumbered(row), let lastWord = last.name.last,
        row.top - lastWord.box.y1 < row.wordHeight, abs(row.left - (last.name.first?.box.x0 ?? 0)) < row.wordHeight * 3
      {
        items[items.count - 1].name += row.words[row.segments[0]]
      }
    }
    return items
  }

  /// The one fee of a form that has a line for its name and one for the amount: no second reading of the sum.
  private static func onlyItem(_ value: Int64, _ reader: ReceiptReader) -> Field? {
    guard let place = reader.first(.item), let name = reader.text(of: place, wraps: true) else { return nil }
    return field([Printed(value: value, words: [], name: name.words)], reader, isSum: true)
  }

  private static func itemStart(_ reader: ReceiptReader) -> Int {
    let header = reader.rows.indices.last { isTableHeader(reader.rows[$0]) }
    let parties: [ReceiptLabel] = [.payer, .payerID, .address, .form, .symbol, .number, .issuer, .taxCode]
    let total = (reader.all(.total) + reader.all(.amountInWords)).map(\.row).min() ?? reader.rows.count
    let party = parties.flatMap { reader.all($0) }.map(\.row).filter { $0 < total }.max()
    return max(header ?? -1, party ?? -1, reader.title ?? -1) + 1
  }

  private static func itemEnd(_ reader: ReceiptReader, from start: Int) -> Int {
    let ends: [ReceiptLabel] = [.total, .amountInWords, .subtotal, .signature]
    return ends.flatMap { reader.all($0) }.map(\.row).filter { $0 >= start }.min() ?? reader.rows.count
  }

  private static func isTableHeader(_ row: TextRow) -> Bool {
    let text = TextFolding.words(row.text)
    let heads = [
      "stt", "so tt", "thanh tien", "don gia", "so luong", "ten hang", "noi dung", "so tien", "dvt", "ten phi",
      "muc thu", "khoan thu", "ten loai",
    ]
    return heads.filter { text.contains($0) }.count >= 2 && money(in: row) == nil
  }

  private static func startsNumbered(_ row: TextRow) -> Bool {
    row.words.first?.text.contains(/^\d{1,2}[.)]?$/) ?? false
  }

  /// The sum of money at a row's end: the longest run of words in the last segment that reads as one.
  static func money(in row: TextRow, from start: Int = 0) -> Printed? {
    guard let segment = row.segments.last else { return nil }
    let first = max(segment.lowerBound, start)
    guard first < segment.upperBound else { return nil }
    for index in first..<segment.upperBound where segment.upperBound - index <= 6 {
      let words = Array(row.words[index...])
      let text = words.map(\.text).joined(separator: " ")
      guard words[0].text.first?.isASCIIDigit ?? false, let value = Money.parse(text) else { continue }
      if Money.isMarked(text) || (index == segment.lowerBound && segment.lowerBound > 0 && value >= 1_000) {
        return Printed(value: value, words: words)
      }
    }
    return nil
  }

  static func endsInMoney(_ row: TextRow) -> Bool { money(in: row) != nil }

  private static func name(in row: TextRow, before money: Printed) -> [TextWord] {
    let count = row.words.count - money.words.count
    var words = Array(row.words.prefix(count))
    var start = 0
    if let first = words.first, first.text.contains(/^[\dIlit|]{1,2}[.,):]*$/) { start = 1 }
    guard start < words.count else { return [] }
    // Of a table's columns the first is the name; unit, quantity and price follow.
    if let segment = row.segments.first(where: { $0.contains(start) }) {
      words = Array(words[start..<min(segment.upperBound, words.count)])
    }
    return words
  }

  private static func sum(_ values: [Int64]) -> Int64? {
    var sum: Int64 = 0
    for value in values {
      let (next, overflow) = sum.addingReportingOverflow(value)
      if overflow { return nil }
      sum = next
    }
    return sum
  }

  private static func field(_ lines: [Printed], _ reader: ReceiptReader, isSum: Bool) -> Field? {
    let named = lines.compactMap { line in
      ReceiptGrammar.plain(line.name.map(\.text).joined(separator: " ")).map { ($0, line) }
    }
    guard !named.isEmpty else { return nil }
    let words = named.flatMap { $1.name + $1.words }
    let confidence = reader.confidence(ReceiptReader.Reading(text: "", words: words, doubt: 0))
    return Field(
      value: .array(named.map { .object(["name": .string($0), "amount": .integer($1.value)]) }),
      confidence: isSum ? confidence : confidence * 0.8, source: reader.block.source, page: reader.page,
      box: reader.box(words))
  }
}
