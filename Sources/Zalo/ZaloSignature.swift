import Digests

/// The signature on what Zalo's servers tell: `X-ZEvent-Signature: mac=<hex>`, where the hex is a plain SHA-256 of
/// application id + raw body + timestamp + the account's secret key.
struct ZaloSignature {
  let appId: String
  let secret: String

  /// `timestamps`: from the body, and by some accounts from a header; either may be the one that was signed.
  func isRight(_ header: String?, body: [UInt8], timestamps: [String]) -> Bool {
    guard let header else { return false }
    let sent = Array((header.hasPrefix("mac=") ? header.dropFirst(4) : header[...]).lowercased().utf8)
    var isRight = false
    for timestamp in timestamps {
      let digest = SHA256Digest()
      digest.update(appId)
      digest.update(body)
      digest.update(timestamp)
      digest.update(secret)
      if MessageAuthentication.equal(Array(digest.finishHex().utf8), sent) { isRight = true }
    }
    return isRight
  }
}
