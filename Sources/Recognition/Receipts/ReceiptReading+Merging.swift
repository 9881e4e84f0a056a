import Dossiers

extension ReceiptReading {
  /// What should be read once more, at another scale: a field that every receipt has is missing or doubtful.
  public var isDoubtful: Bool {
    let names: [FieldName] = [.number, .symbol, .date, .total, .payer, .issuer]
    return names.contains { (fields[$0]?.confidence ?? 0) < 0.8 }
  }

  /// The reading with a problem that asks for a better picture where fields that every receipt has are missing.
  public func judged(page: Int) -> ReceiptReading {
    let needed: [FieldName] = [.number, .date, .total, .payer]
    let missing = needed.filter { fields[$0] == nil }
    guard !missing.isEmpty else { return self }
    return ReceiptReading(fields: fields, problems: problems + [.receiptUnreadable(missing: missing, page: page)])
  }

  /// The surer of both readings, field by field. Two renderings of one picture err alike, so their agreement proves
  /// nothing; their disagreement makes both doubtful.
  public func merged(with other: ReceiptReading) -> ReceiptReading {
    var fields = fields
    for (name, field) in other.fields {
      guard let mine = fields[name] else {
        fields[name] = field
        continue
      }
      if mine.verified || (mine.value == field.value && mine.confidence >= field.confidence) { continue }
      let better = field.verified || field.confidence > mine.confidence ? field : mine
      let isDisputed = mine.value != field.value && !better.verified
      fields[name] = Field(
        value: better.value, confidence: isDisputed ? better.confidence * 0.85 : better.confidence,
        source: better.source, verified: better.verified, page: better.page, box: better.box)
    }
    // Amounts that agree in one reading only seemed to disagree in the other.
    let isSettled = fields[.total]?.verified ?? false
    let problems = isSettled ? problems.filter { $0.code != .receiptAmountDisagrees } : problems
    return ReceiptReading(fields: fields, problems: problems)
  }
}
