import CCrypto

/// Bytes fit for keys and tokens.
public enum RandomBytes {
  /// The system could not give randomness; nothing secret may be made then.
  public struct Unavailable: Error, CustomStringConvertible {
    public var description: String { "the system gives no random bytes" }
  }

  public static func make(_ count: Int) throws(Unavailable) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: count)
    guard RAND_bytes(&bytes, Int32(count)) == 1 else { throw Unavailable() }
    return bytes
  }
}
