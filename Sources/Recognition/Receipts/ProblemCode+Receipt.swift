public import Dossiers

extension ProblemCode {
  /// Amounts in digits, in words and of the items differ.
  public static let receiptAmountDisagrees = ProblemCode("receipt.amount-disagrees")
  /// VietQR and print differ.
  public static let receiptPaymentCodeDisagrees = ProblemCode("receipt.vietqr-disagrees")
  /// A transfer slip says that the money did not go.
  public static let transferFailed = ProblemCode("receipt.transfer-failed")
  /// A transfer slip says that the money has yet to go.
  public static let transferPending = ProblemCode("receipt.transfer-pending")
}
