/// How to reach a sender, and what they ask for, as they told it.
public struct Contact: Hashable, Sendable, Codable {
  public var phone: String?
  public var address: String?
  public var email: String?
  /// What is asked for, in the citizen's words; the procedure's name stands in where it is absent.
  public var request: String?

  public init(phone: String? = nil, address: String? = nil, email: String? = nil, request: String? = nil) {
    self.phone = phone
    self.address = address
    self.email = email
    self.request = request
  }
}
