import Dossiers

/// Tells fee receipts, transfer slips and forms apart by their words. Cards are known from elsewhere: their codes,
/// their machine-readable zone, their place.
public enum PageClassifier {
  /// `hasCard`: a card was found on the page by its code, zone or print.
  public static func kind(of blocks: [TextBlock], page: Int, hasCard: Bool) -> PageKind {
    if hasCard { return PageKind(kind: .idCard) }
    for block in blocks {
      if let variant = receiptVariant(of: block, page: page) { return PageKind(kind: .receipt, variant: variant) }
    }
    for block in blocks {
      if let title = FormTitle.find(in: block) { return PageKind(kind: .form, title: title.text) }
    }
    return PageKind(kind: .other)
  }

  /// `fee-receipt` or `transfer-slip`, where enough of the words says so.
  public static func receiptVariant(of block: TextBlock, page: Int) -> String? {
    let receipt = ReceiptReader(block, page: page).evidence
    let slip = TransferSlipReader(block, page: page).evidence
    if slip >= 5, slip > receipt { return "transfer-slip" }
    return receipt >= 5 ? "fee-receipt" : nil
  }

  /// True where a form's heading or address line stands on the sheet.
  public static func isForm(_ block: TextBlock) -> Bool { FormTitle.find(in: block) != nil }
}
