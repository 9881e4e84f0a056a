extension FieldName {
  /// The field's name as people call it, for messages; the name itself where there is no better.
  public var spoken: BilingualText {
    Self.spokenNames[self] ?? BilingualText(vi: rawValue, en: rawValue)
  }

  /// All that stages of ours read.
  public static let known = spokenNames.keys.sorted()

  private static let spokenNames: [FieldName: BilingualText] = [
    .idNumber: BilingualText(vi: "số định danh", en: "identification number"),
    .oldIDNumber: BilingualText(vi: "số CMND cũ", en: "old identity card number"),
    .fullName: BilingualText(vi: "họ và tên", en: "full name"),
    .fullNameASCII: BilingualText(vi: "họ và tên không dấu", en: "full name without diacritics"),
    .dateOfBirth: BilingualText(vi: "ngày sinh", en: "date of birth"),
    .sex: BilingualText(vi: "giới tính", en: "sex"),
    .nationality: BilingualText(vi: "quốc tịch", en: "nationality"),
    .placeOfOrigin: BilingualText(vi: "quê quán", en: "place of origin"),
    .placeOfBirth: BilingualText(vi: "nơi đăng ký khai sinh", en: "place of birth"),
    .placeOfResidence: BilingualText(vi: "nơi cư trú", en: "place of residence"),
    .dateOfIssue: BilingualText(vi: "ngày cấp", en: "date of issue"),
    .dateOfExpiry: BilingualText(vi: "ngày hết hạn", en: "date of expiry"),
    .number: BilingualText(vi: "số biên lai", en: "receipt number"),
    .symbol: BilingualText(vi: "ký hiệu", en: "symbol"),
    .form: BilingualText(vi: "mẫu số", en: "form number"),
    .date: BilingualText(vi: "ngày lập", en: "date"),
    .issuer: BilingualText(vi: "đơn vị thu", en: "issuer"),
    .issuerTaxCode: BilingualText(vi: "mã số thuế", en: "tax code"),
    .payer: BilingualText(vi: "người nộp", en: "payer"),
    .payerID: BilingualText(vi: "số giấy tờ của người nộp", en: "payer's identity number"),
    .payerAddress: BilingualText(vi: "địa chỉ người nộp", en: "payer's address"),
    .total: BilingualText(vi: "tổng số tiền", en: "total"),
    .currency: BilingualText(vi: "loại tiền", en: "currency"),
    .items: BilingualText(vi: "các khoản thu", en: "items"),
    .vietQR: BilingualText(vi: "mã VietQR", en: "VietQR code"),
  ]
}
