public import Dossiers

extension FieldName {
  /// `succeeded`, `pending` or `failed`, as a transfer slip says.
  public static let status = FieldName("status")
  /// `14:05:09`, beside `date`.
  public static let time = FieldName("time")
  /// The account that the money went to.
  public static let account = FieldName("account")
  public static let beneficiary = FieldName("beneficiary")
  public static let bank = FieldName("bank")
  /// What the sender wrote for the recipient.
  public static let content = FieldName("content")
}
