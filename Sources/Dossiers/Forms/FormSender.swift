/// Who hands a dossier in. What is nil or blank becomes a dotted line, to be filled in by hand.
public struct FormSender: Hashable, Sendable, Codable {
  public var name: String?
  public var address: String?
  public var phone: String?
  public var email: String?

  public init(name: String? = nil, address: String? = nil, phone: String? = nil, email: String? = nil) {
    self.name = name
    self.address = address
    self.phone = phone
    self.email = email
  }
}
