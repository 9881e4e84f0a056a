/// What is printed on form 02, `Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ`, and form 03, `Phiếu từ chối tiếp nhận giải
/// quyết hồ sơ`, of Circular 03/2025/TT-VPCP: the two answers to a dossier that cannot be taken as it is.
public struct NoticeForm: Hashable, Sendable, Codable {
  public enum Kind: String, Sendable, Codable, CaseIterable {
    /// Form 02: the sender can mend it.
    case supplement
    /// Form 03: the dossier is not taken.
    case refusal
  }

  public var kind: Kind
  public var agency: FormAgency
  /// The dossier code, where there is one already.
  public var code: String?
  public var sender: FormSender
  public var request: String?
  /// On form 02 what to hand in or mend; on form 03 the reasons. One numbered line each.
  public var items: [String]
  /// On form 02: why it is asked for.
  public var reason: String?
  /// Who answers questions, and how: `Bộ phận Tiếp nhận và Trả kết quả`, `024 0000 0000`.
  public var contact: String?
  public var contactPhone: String?
  public var issuedAt: Timestamp
  public var officer: String?

  public init(
    kind: Kind, agency: FormAgency, code: String? = nil, sender: FormSender = FormSender(), request: String? = nil,
    items: [String], reason: String? = nil, contact: String? = nil, contactPhone: String? = nil,
    issuedAt: Timestamp, officer: String? = nil
  ) {
    self.kind = kind
    self.agency = agency
    self.code = code
    self.sender = sender
    self.request = request
    self.items = items
    self.reason = reason
    self.contact = contact
    self.contactPhone = contactPhone
    self.issuedAt = issuedAt
    self.officer = officer
  }
}
