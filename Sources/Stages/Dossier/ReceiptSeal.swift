import Digests
public import Dossiers
public import Workflow

/// What a receipt's QR code carries: where to look the dossier up, its code, and a signature that shows a forgery
/// and binds what was handed in.
///
/// `<base>/t/<code>?k=<key id>&t=<unix seconds, base 36>&s=<signature>`; the signature is the first 16 bytes of
/// HMAC-SHA-256 over `key id|code|unix seconds|content digest`, in base64url.
public struct ReceiptSeal: Sendable, Hashable {
  public let code: String
  public let keyID: String
  /// Seconds since 1970.
  public let issuedAtSeconds: Int64
  public let signature: String

  /// Reads a QR code's text; nil where it is no receipt's.
  public init?(text: String) {
    guard let path = text.firstRange(of: "/t/"), let query = text[path.upperBound...].firstIndex(of: "?") else {
      return nil
    }
    var values: [Substring: Substring] = [:]
    for pair in text[text.index(after: query)...].split(separator: "&") {
      let halves = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard halves.count == 2 else { return nil }
      values[halves[0]] = halves[1]
    }
    guard let key = values["k"], let seconds = values["t"].flatMap({ Int64($0, radix: 36) }),
      let signature = values["s"]
    else { return nil }
    code = String(text[path.upperBound..<query])
    keyID = String(key)
    issuedAtSeconds = seconds
    self.signature = String(signature)
  }

  /// Signs a code.
  public init(code: String, issuedAt: Timestamp, contentDigest: String, key: SigningKey) {
    self.code = code
    keyID = key.id
    issuedAtSeconds = issuedAt.milliseconds / 1000
    signature = Self.sign(code: code, seconds: issuedAtSeconds, contentDigest: contentDigest, key: key)
  }

  /// Of a receipt that was issued.
  public init(_ receipt: IssuedReceipt) {
    code = receipt.code
    keyID = receipt.keyID
    issuedAtSeconds = receipt.issuedAt.milliseconds / 1000
    signature = receipt.signature
  }

  /// True where the key signed this code, time and content.
  public func isGenuine(contentDigest: String, key: SigningKey) -> Bool {
    let expected = Self.sign(code: code, seconds: issuedAtSeconds, contentDigest: contentDigest, key: key)
    return keyID == key.id && MessageAuthentication.equal(Array(expected.utf8), Array(signature.utf8))
  }

  /// What the QR code says. `base` has no slash at the end.
  public func text(base: String) -> String {
    "\(base)/t/\(code)?k=\(keyID)&t=\(String(issuedAtSeconds, radix: 36))&s=\(signature)"
  }

  /// SHA-256 over the sorted digests of the files, a line each: what a receipt binds.
  public static func contentDigest(of sha256s: some Sequence<String>) -> String {
    SHA256Digest.hex(of: sha256s.sorted().joined(separator: "\n"))
  }

  private static func sign(code: String, seconds: Int64, contentDigest: String, key: SigningKey) -> String {
    let message = "\(key.id)|\(code)|\(seconds)|\(contentDigest)"
    // 128 bits: beyond guessing, and short enough for a QR code that any phone reads.
    return Base64URL.encode(Array(MessageAuthentication.hmacSHA256(key: key.secret, message: message).prefix(16)))
  }
}
