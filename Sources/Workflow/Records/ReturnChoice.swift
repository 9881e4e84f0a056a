/// How a citizen wants the result.
public struct ReturnChoice: Sendable, Hashable, Codable {
  public enum Way: String, Sendable, Codable, CaseIterable {
    case counter, post
  }

  public let way: Way
  /// Where the post brings it; nil: the address given with the dossier.
  public let address: String?

  public init(way: Way, address: String? = nil) {
    self.way = way
    self.address = address
  }
}
