public import Dossiers

extension ProblemCode {
  /// Amounts in digits, in words and of the items differ.
  public static let receiptAmountDisagrees = ProblemCode("receipt.amount-disagrees")
  /// VietQR and print differ.
  public static let receiptPaymentCodeDisagrees = ProblemCode("receipt.vietqr-disagrees")
}
