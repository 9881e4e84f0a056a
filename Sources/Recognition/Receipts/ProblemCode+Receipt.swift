public import Dossiers

extension ProblemCode {
  /// Amounts in digits, in words and of the items differ.
  public static let receiptAmountDisagrees = ProblemCode("receipt.amount-disagrees")
  /// VietQR and print differ.
  public static let receiptPaymentCodeDisagrees = ProblemCode("receipt.vietqr-disagrees")
  /// An attached e-invoice and the page that shows it differ.
  public static let receiptInvoiceDisagrees = ProblemCode("receipt.e-invoice-disagrees")
  /// A transfer slip says that the money did not go.
  public static let transferFailed = ProblemCode("receipt.transfer-failed")
  /// A transfer slip says that the money has yet to go.
  public static let transferPending = ProblemCode("receipt.transfer-pending")
  /// Fields that were read, but not surely enough for the plan.
  public static let fieldUncertain = ProblemCode("field.uncertain")
}
