import Dossiers

/// Several readings of one receipt brought to one, field by field.
///
/// Renderings of one picture err alike, so their agreement verifies nothing; but they rarely misread the same letter
/// for the same other one.
public struct ReceiptConsensus {
  private let readings: [ReceiptReading]

  public init(readings: [ReceiptReading]) {
    self.readings = readings
  }

  /// Needs one reading at least; the first one's problems stay.
  public var reading: ReceiptReading {
    guard let first = readings.first, readings.count > 1 else { return readings.first ?? ReceiptReading() }
    var fields: [FieldName: Field] = [:]
    let candidates = Dictionary(grouping: readings.flatMap { Array($0.fields) }, by: \.key)
      .mapValues { $0.map(\.value) }
    let several = candidates.values.filter { $0.count > 1 }
    let disputed = several.count { Set($0.map(\.value)).count > 1 }
    // Where much is disputed, agreement on the rest is agreement in error as well.
    let most = disputed * 3 > several.count ? 0.88 : 1
    for (name, candidates) in candidates {
      fields[name] =
        candidates.first(where: \.verified)
        ?? Self.agreed(candidates, name).map { $0.sure(min(most, $0.confidence)) }
    }
    if let total = fields[.total] {
      fields[.currency] = fields[.currency].map { $0.sure(total.confidence) }
      // The items that come to this total.
      if let items = Self.items(for: total, readings) { fields[.items] = items }
    }
    // Amounts that agree in one reading only seemed to disagree in the other.
    let isSettled = fields[.total]?.verified ?? false
    let problems = isSettled ? first.problems.filter { $0.code != .receiptAmountDisagrees } : first.problems
    return ReceiptReading(fields: fields, problems: problems)
  }

  /// What is read letter by letter from several words rather than by a grammar.
  private static let texts: Set<FieldName> = [.payer, .payerAddress, .issuer]
  /// What has a length of its own, and a meaning in every place.
  private static let codes: Set<FieldName> = [.number, .symbol, .issuerTaxCode, .payerID]

  /// The value that most speaks for.
  private static func agreed(_ candidates: [Field], _ name: FieldName) -> Field? {
    var weights: [JSONValue: Double] = [:]
    for field in candidates { weights[field.value, default: 0] += weight(field) }
    let all = candidates.reduce(0) { $0 + weight($1) }
    guard
      let best = candidates.max(by: {
        (weights[$0.value] ?? 0, $0.confidence) < (weights[$1.value] ?? 0, $1.confidence)
      }), all > 0
    else { return nil }
    let echoes = candidates.count { $0.value == best.value }
    let share = (weights[best.value] ?? 0) / all
    if echoes == candidates.count {
      // Read once more to the same effect: better than once, far from proof.
      return best.sure(max(best.confidence, min(0.88, best.confidence + 0.04 * Double(echoes - 1))))
    }
    if codes.contains(name), candidates.count > 2, share < 0.6, let text = inEachPlace(candidates) {
      let field = candidates.first { $0.value.string == text } ?? best
      return Field(
        value: .string(text), confidence: min(0.75, field.confidence), source: best.source, page: best.page,
        box: field.box)
    }
    if texts.contains(name), candidates.count > 2, share < 0.6,
      let text = TextConsensus.of(candidates.compactMap { field in field.value.string.map { ($0, weight(field)) } })
    {
      return Field(
        value: .string(text), confidence: min(0.75, best.confidence), source: best.source, page: best.page,
        box: best.box)
    }
    return best.sure(min(best.confidence, 0.5 + 0.45 * share))
  }

  /// The character that most speaks for in each place of a code, among the readings of its likeliest length.
  private static func inEachPlace(_ candidates: [Field]) -> String? {
    let readings = candidates.compactMap { field in field.value.string.map { (Array($0), weight(field)) } }
    var lengths: [Int: Double] = [:]
    for (text, weight) in readings { lengths[text.count, default: 0] += weight }
    guard let length = lengths.max(by: { ($0.value, $0.key) < ($1.value, $1.key) })?.key else { return nil }
    return String(
      (0..<length).compactMap { place in
        var votes: [Character: Double] = [:]
        for (text, weight) in readings where text.count == length { votes[text[place], default: 0] += weight }
        return votes.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key
      })
  }

  private static func weight(_ field: Field) -> Double { 0.1 + field.confidence }

  private static func items(for total: Field, _ readings: [ReceiptReading]) -> Field? {
    guard let amount = total.value.integer else { return nil }
    return readings.compactMap { $0.fields[.items] }.filter { field in
      let amounts = field.value.array?.compactMap { $0["amount"]?.integer } ?? []
      return !amounts.isEmpty && amounts.allSatisfy { $0 < 1 << 50 } && amounts.reduce(0, +) == amount
    }.max { $0.confidence < $1.confidence }
  }
}

extension Field {
  fileprivate func sure(_ confidence: Double) -> Field {
    Field(value: value, confidence: confidence, source: source, verified: verified, page: page, box: box)
  }
}
