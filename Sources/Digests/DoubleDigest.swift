/// SHA-256 and SHA-512 of the same bytes in one pass: what a bag's two manifests need.
public final class DoubleDigest {
  private let short = SHA256Digest()
  private let long = SHA512Digest()

  /// Both digests in lower-case hexadecimal.
  public struct Result: Sendable, Hashable {
    public let sha256: String
    public let sha512: String

    public init(sha256: String, sha512: String) {
      self.sha256 = sha256
      self.sha512 = sha512
    }
  }

  public init() {}

  /// Pieces of up to some 100 KiB keep the second reading in the processor's cache.
  public func update(_ bytes: UnsafeRawBufferPointer) {
    short.update(bytes)
    long.update(bytes)
  }

  public func update(_ bytes: [UInt8]) {
    bytes.withUnsafeBytes { update($0) }
  }

  public func finish() -> Result {
    Result(sha256: short.finishHex(), sha512: long.finishHex())
  }

  public static func of(_ bytes: [UInt8]) -> Result {
    let digest = DoubleDigest()
    digest.update(bytes)
    return digest.finish()
  }
}
