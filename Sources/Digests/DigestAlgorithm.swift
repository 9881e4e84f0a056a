/// A digest that packages and manifests name; SHA-256 and SHA-512 are ours, the others are read in foreign bags.
public enum DigestAlgorithm: String, Sendable, Hashable, CaseIterable, Codable {
  case md5, sha1, sha224, sha256, sha384, sha512

  /// The length of a digest in bytes; its hexadecimal form is twice as long.
  public var byteCount: Int {
    switch self {
    case .md5: 16
    case .sha1: 20
    case .sha224: 28
    case .sha256: 32
    case .sha384: 48
    case .sha512: 64
    }
  }

  /// BagIt's and everyone's spelling (`SHA-512`, `sha_512`, `sha512`) to the algorithm; nil for an unknown one.
  public init?(spelling: some StringProtocol) {
    let plain = spelling.lowercased().filter { $0 != "-" && $0 != "_" }
    self.init(rawValue: plain)
  }
}
