import CCrypto

/// HMAC-SHA-256 (RFC 2104): what signs receipts.
public enum MessageAuthentication {
  /// 32 bytes.
  public static func hmacSHA256(key: [UInt8], message: [UInt8]) -> [UInt8] {
    // HMAC takes an empty key, but not a null pointer for it.
    let heldKey = key.isEmpty ? [0] : key
    var length: UInt32 = 0
    return [UInt8](unsafeUninitializedCapacity: 32) { buffer, count in
      let result = HMAC(
        EVP_sha256(), heldKey, Int32(key.count), message, message.count, buffer.baseAddress, &length)
      precondition(result != nil && length == 32, "libcrypto has no HMAC-SHA-256")
      count = 32
    }
  }

  public static func hmacSHA256(key: [UInt8], message: String) -> [UInt8] {
    hmacSHA256(key: key, message: Array(message.utf8))
  }

  /// Compares in a time that tells nothing of where two byte strings differ; only their lengths may show.
  public static func equal(_ left: [UInt8], _ right: [UInt8]) -> Bool {
    left.count == right.count && CRYPTO_memcmp(left, right, left.count) == 0
  }
}
