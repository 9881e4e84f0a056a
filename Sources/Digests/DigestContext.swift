import CCrypto

/// The one owner of an `EVP_MD_CTX`: bytes go in piece by piece, a digest comes out once.
///
/// Not for use by two threads at a time.
public final class DigestContext {
  public let algorithm: DigestAlgorithm
  private let context: OpaquePointer
  private var isFinished = false

  /// Nil where libcrypto refuses the algorithm, as a FIPS installation does with MD5.
  public init?(_ algorithm: DigestAlgorithm) {
    guard let context = EVP_MD_CTX_new() else { return nil }
    self.algorithm = algorithm
    self.context = context
    guard EVP_DigestInit_ex(context, algorithm.implementation, nil) == 1 else { return nil }
  }

  /// A context for an algorithm that every libcrypto has, FIPS or not.
  init(certain algorithm: DigestAlgorithm) {
    guard let context = EVP_MD_CTX_new(), EVP_DigestInit_ex(context, algorithm.implementation, nil) == 1 else {
      // Only a broken OpenSSL configuration or no memory at all lead here, and nothing can be promised without it.
      preconditionFailure("libcrypto has no \(algorithm.rawValue)")
    }
    self.algorithm = algorithm
    self.context = context
  }

  deinit {
    EVP_MD_CTX_free(context)
  }

  public func update(_ bytes: UnsafeRawBufferPointer) {
    precondition(!isFinished, "a digest takes no bytes after it was finished")
    guard let start = bytes.baseAddress, bytes.count > 0 else { return }
    let code = EVP_DigestUpdate(context, start, bytes.count)
    precondition(code == 1, "libcrypto could not go on with \(algorithm.rawValue)")
  }

  public func update(_ bytes: [UInt8]) {
    bytes.withUnsafeBytes { update($0) }
  }

  /// The digest of everything fed in. A context finishes once.
  public func finish() -> [UInt8] {
    precondition(!isFinished, "a digest is finished once")
    isFinished = true
    var length: UInt32 = 0
    let digest = [UInt8](unsafeUninitializedCapacity: algorithm.byteCount) { buffer, count in
      let code = EVP_DigestFinal_ex(context, buffer.baseAddress, &length)
      precondition(code == 1 && Int(length) == algorithm.byteCount, "libcrypto could not finish")
      count = Int(length)
    }
    return digest
  }

  public func finishHex() -> String {
    Hexadecimal.encode(finish())
  }
}

extension DigestAlgorithm {
  fileprivate var implementation: OpaquePointer? {
    switch self {
    case .md5: EVP_md5()
    case .sha1: EVP_sha1()
    case .sha224: EVP_sha224()
    case .sha256: EVP_sha256()
    case .sha384: EVP_sha384()
    case .sha512: EVP_sha512()
    }
  }
}
