/// What is printed on form 01 of Circular 03/2025/TT-VPCP, `Giấy tiếp nhận hồ sơ và hẹn trả kết quả`.
///
/// Plain values: it crosses from the store to the program that typesets. Texts are printed as given, in NFC and
/// without control characters; what is nil or blank becomes a dotted line.
public struct ReceiptForm: Hashable, Sendable, Codable {
  /// The two copies of the form. Each begins on a page of its own.
  public enum Copy: String, Sendable, Codable, CaseIterable {
    case sender, office
  }

  public var agency: FormAgency
  /// The dossier code, `H26.1-260821-0001`.
  public var code: String
  /// What the QR carries: the look-up address with code, time and signature.
  public var lookupText: String
  /// The address to type when nothing can scan: `https://motcua.example.vn`; nil names the counter instead.
  public var lookupAddress: String?
  public var sender: FormSender
  /// `Nội dung yêu cầu giải quyết`: the procedure's name.
  public var request: String?
  public var components: [FormComponent]
  public var sets: Int?
  /// Working days that the rules allow; 0 is printed as "within the day".
  public var workingDays: Int?
  public var receivedAt: Timestamp
  public var dueAt: Timestamp?
  /// `Đăng ký nhận kết quả tại`.
  public var returnAt: String?
  /// In đồng; 0 is printed as none.
  public var fee: Int64?
  /// `Quyển số`.
  public var book: String?
  /// `Số thứ tự`.
  public var serial: String?
  /// Printed under the right signature; nil leaves the place for a pen.
  public var officer: String?
  public var copies: [Copy]

  public init(
    agency: FormAgency, code: String, lookupText: String, lookupAddress: String? = nil,
    sender: FormSender = FormSender(), request: String? = nil, components: [FormComponent] = [], sets: Int? = 1,
    workingDays: Int? = nil, receivedAt: Timestamp, dueAt: Timestamp? = nil, returnAt: String? = nil,
    fee: Int64? = nil, book: String? = nil, serial: String? = nil, officer: String? = nil,
    copies: [Copy] = [.sender]
  ) {
    self.agency = agency
    self.code = code
    self.lookupText = lookupText
    self.lookupAddress = lookupAddress
    self.sender = sender
    self.request = request
    self.components = components
    self.sets = sets
    self.workingDays = workingDays
    self.receivedAt = receivedAt
    self.dueAt = dueAt
    self.returnAt = returnAt
    self.fee = fee
    self.book = book
    self.serial = serial
    self.officer = officer
    self.copies = copies
  }
}
