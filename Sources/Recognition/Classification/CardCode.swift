/// The payload of a citizen card's QR code, told by its shape.
public enum CardCode {
  /// Twelve digits first, then the old number, the name, the date of birth: seven or eleven fields.
  public static func matches(_ payload: String?) -> Bool {
    guard let fields = payload?.split(separator: "|", omittingEmptySubsequences: false), fields.count >= 7 else {
      return false
    }
    return fields[0].count == 12 && fields[0].allSatisfy(\.isASCIIDigit) && fields[3].allSatisfy(\.isASCIIDigit)
  }
}
