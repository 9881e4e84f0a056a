/// One message in the two languages of the counter: plain Vietnamese, and its English twin.
public struct BilingualText: Hashable, Sendable, Codable {
  public let vi: String
  public let en: String

  public init(vi: String, en: String) {
    self.vi = vi
    self.en = en
  }
}
