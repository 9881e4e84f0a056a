import Foundation

/// Vietnamese text without what recognition gets wrong most: accents, case, punctuation.
public enum TextFolding {
  /// Lower-case ASCII letters and digits; every other character becomes a space, runs of which become one.
  /// "Họ và tên / Full name:" is "ho va ten full name".
  public static func words(_ text: String) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    for byte in bytesWithoutAccents(text) {
      if isAlphanumeric(byte) {
        bytes.append(byte)
      } else if let last = bytes.last, last != space {
        bytes.append(space)
      }
    }
    if bytes.last == space { bytes.removeLast() }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The same without the spaces, as bytes: what labels are compared by, since recognition also errs in spacing.
  public static func letters(_ text: String) -> [UInt8] {
    bytesWithoutAccents(text).filter(isAlphanumeric)
  }

  private static let space = UInt8(ascii: " ")

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  /// Lower-case ASCII, with a space for whatever has no ASCII base letter; combining marks vanish.
  private static func bytesWithoutAccents(_ text: String) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    for scalar in text.decomposedStringWithCanonicalMapping.unicodeScalars {
      switch scalar {
      case "A"..."Z": bytes.append(UInt8(scalar.value) + 32)
      case "\u{0}"..."\u{7F}": bytes.append(UInt8(scalar.value))
      case "đ", "Đ", "ð", "Ð": bytes.append(UInt8(ascii: "d"))
      case "\u{300}"..."\u{36F}": break
      default: bytes.append(space)
      }
    }
    return bytes
  }
}
