/// A text as JSON writes it.
public enum JSONString {
  /// With its quotes and the shortest escapes: RFC 8785, section 3.2.2.2.
  public static func quoted(_ string: String) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(string.utf8.count + 2)
    append(string, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The same, for writers that gather bytes. All but control characters, the quotation mark and the backslash goes
  /// through as it is.
  public static func append(_ string: String, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    for byte in string.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"):
        bytes.append(UInt8(ascii: "\\"))
        bytes.append(byte)
      case 0x08: bytes += #"\b"#.utf8
      case UInt8(ascii: "\t"): bytes += #"\t"#.utf8
      case UInt8(ascii: "\n"): bytes += #"\n"#.utf8
      case 0x0C: bytes += #"\f"#.utf8
      case UInt8(ascii: "\r"): bytes += #"\r"#.utf8
      case ..<0x20:
        bytes += (byte < 0x10 ? #"\u000"# : #"\u00"#).utf8
        bytes += String(byte, radix: 16).utf8
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  /// JSON in which whatever would steer a terminal stands escaped, also where JSON itself allows it as it is: to be read
  /// on a screen. What stands between its strings is none of it.
  public static func displayable(_ json: String) -> String {
    guard json.unicodeScalars.contains(where: { $0.steersDisplay && $0 != "\n" && $0 != "\t" }) else { return json }
    var text = String.UnicodeScalarView()
    for scalar in json.unicodeScalars {
      guard scalar.steersDisplay, scalar != "\n", scalar != "\t" else {
        text.append(scalar)
        continue
      }
      let hex = String(scalar.value, radix: 16)
      text.append(contentsOf: ("\\u" + String(repeating: "0", count: 4 - hex.count) + hex).unicodeScalars)
    }
    return String(text)
  }
}
