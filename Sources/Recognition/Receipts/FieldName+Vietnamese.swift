import Dossiers

extension FieldName {
  /// What a citizen calls it; the interface's own name where there is no better.
  var vietnamese: String {
    switch self {
    case .idNumber: "số định danh"
    case .oldIDNumber: "số CMND cũ"
    case .fullName, .fullNameASCII: "họ và tên"
    case .dateOfBirth: "ngày sinh"
    case .sex: "giới tính"
    case .nationality: "quốc tịch"
    case .placeOfOrigin: "quê quán"
    case .placeOfBirth: "nơi đăng ký khai sinh"
    case .placeOfResidence: "nơi cư trú"
    case .dateOfIssue: "ngày cấp"
    case .dateOfExpiry: "ngày hết hạn"
    case .number: "số biên lai"
    case .symbol: "ký hiệu"
    case .form: "mẫu số"
    case .date: "ngày lập"
    case .issuer: "đơn vị thu"
    case .issuerTaxCode: "mã số thuế"
    case .payer: "người nộp"
    case .payerID: "số giấy tờ của người nộp"
    case .payerAddress: "địa chỉ người nộp"
    case .total: "số tiền"
    case .items: "các khoản thu"
    case .vietQR: "mã VietQR"
    case .status: "trạng thái giao dịch"
    case .account: "số tài khoản"
    case .content: "nội dung chuyển tiền"
    default: rawValue
    }
  }
}
