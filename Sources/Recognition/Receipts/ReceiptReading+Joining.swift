public import Dossiers

extension ReceiptReading {
  /// The reading with what only `other`, of the same paper, found.
  public func completed(with other: ReceiptReading) -> ReceiptReading {
    ReceiptReading(fields: fields.merging(other.fields) { own, _ in own }, problems: problems)
  }

  /// True where `part` is the printed face of this e-invoice: same number, same symbol where both have one.
  public func isShown(on part: Part) -> Bool {
    guard part.kind == .receipt, let number = fields[.number]?.value.string,
      let shown = part.fields[.number]?.value.string, Self.digits(number) == Self.digits(shown)
    else { return false }
    guard let symbol = fields[.symbol]?.value.string, let printed = part.fields[.symbol]?.value.string else {
      return true
    }
    // The form's number leads the symbol on the printed face: 1C25TBL is form 1, symbol C25TBL.
    return printed.hasSuffix(symbol) || symbol.hasSuffix(printed)
  }

  /// The fields as those of a page that shows them.
  public func fields(onPage page: Int) -> [FieldName: Field] {
    fields.mapValues {
      Field(
        value: $0.value, confidence: $0.confidence, source: $0.source, verified: $0.verified, page: page, box: $0.box)
    }
  }

  /// This e-invoice's problems, and that its total is not the one `part` shows.
  public func problems(besides part: Part) -> [Problem] {
    guard let own = fields[.total]?.value.integer, let shown = part.fields[.total]?.value.integer, own != shown else {
      return problems
    }
    return problems + [.invoiceDisagrees(file: own, printed: shown, page: part.pages.first ?? 1)]
  }

  /// Printed numbers are filled up with zeros.
  private static func digits(_ number: String) -> Substring { number.drop { $0 == "0" } }
}
