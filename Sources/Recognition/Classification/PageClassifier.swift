import Dossiers

/// Tells fee receipts, transfer slips and forms apart by their words. Cards are known from elsewhere: their codes,
/// their machine-readable zone, their place.
public enum PageClassifier {
  /// `hasCard`: a card was found on the page by its code, zone or print.
  public static func kind(of blocks: [TextBlock], page: Int, hasCard: Bool) -> PageKind {
    hasCard ? PageKind(kind: .idCard) : kind(of: blocks.map { SheetKind($0, page: page) }, hasCard: false)
  }

  /// The same of a page whose sheets were judged before.
  public static func kind(of sheets: [SheetKind], hasCard: Bool) -> PageKind {
    if hasCard { return PageKind(kind: .idCard) }
    if let variant = sheets.lazy.compactMap(\.receiptVariant).first {
      return PageKind(kind: .receipt, variant: variant)
    }
    if let form = sheets.first(where: \.isForm) { return PageKind(kind: .form, title: form.formTitle) }
    return PageKind(kind: .other)
  }

  /// `fee-receipt` or `transfer-slip`, where enough of the words says so.
  static func receiptVariant(of block: TextBlock, page: Int) -> String? {
    let receipt = ReceiptReader(block, page: page).evidence
    let slip = TransferSlipReader(block, page: page).evidence
    if slip >= 5, slip > receipt { return "transfer-slip" }
    return receipt >= 5 ? "fee-receipt" : nil
  }
}
