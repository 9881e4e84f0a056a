/// What the words of one sheet make it: a receipt, a slip, a form, or none of these.
public struct SheetKind: Sendable {
  /// `fee-receipt` or `transfer-slip`.
  public let receiptVariant: String?
  /// True where a form's heading or address line stands on it.
  public let isForm: Bool
  /// The form's heading as printed, where there is one.
  let formTitle: String?

  /// Looks through all words: worth keeping.
  public init(_ block: TextBlock, page: Int) {
    receiptVariant = PageClassifier.receiptVariant(of: block, page: page)
    let form = FormTitle.find(in: block)
    isForm = form != nil
    formTitle = form?.text
  }

  /// Neither a receipt nor a form.
  public var isOther: Bool { receiptVariant == nil && !isForm }
}
