import Digests

/// Percent-encoding of addresses and forms (RFC 3986; application/x-www-form-urlencoded).
enum PercentEncoding {
  /// nil for a broken escape, text that is not UTF-8, or control characters.
  static func decode(_ text: some StringProtocol, plusIsSpace: Bool = false) -> String? {
    var bytes: [UInt8] = []
    var units = text.utf8.makeIterator()
    while let unit = units.next() {
      switch unit {
      case UInt8(ascii: "%"):
        guard let high = units.next().flatMap(Hexadecimal.value(of:)),
          let low = units.next().flatMap(Hexadecimal.value(of:))
        else { return nil }
        bytes.append(high << 4 | low)
      case UInt8(ascii: "+") where plusIsSpace: bytes.append(UInt8(ascii: " "))
      default: bytes.append(unit)
      }
    }
    return String(validating: bytes, as: UTF8.self)
  }

  /// A path's parts; nil where one is `.` or `..`, holds a slash or a control character, or is no text.
  static func segments(of path: String) -> [String]? {
    guard path.hasPrefix("/") else { return nil }
    var segments: [String] = []
    for raw in path.dropFirst().split(separator: "/", omittingEmptySubsequences: false) {
      guard let segment = decode(raw), segment != ".", segment != "..",
        !segment.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F || $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "\\") }
        )
      else { return nil }
      segments.append(segment)
    }
    return segments
  }

  /// `a=1&b=2`; nil where anything in it cannot be decoded.
  static func pairs(of text: String) -> [(name: String, value: String)]? {
    var pairs: [(name: String, value: String)] = []
    for pair in text.split(separator: "&") {
      let halves = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard let name = decode(halves[0], plusIsSpace: true),
        let value = halves.count == 2 ? decode(halves[1], plusIsSpace: true) : ""
      else { return nil }
      pairs.append((name, value))
    }
    return pairs
  }

  /// Everything but RFC 3986's unreserved characters escaped.
  static func encode(_ text: String) -> String {
    var encoded = ""
    for unit in text.utf8 {
      switch unit {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
        UInt8(ascii: "~"):
        encoded.unicodeScalars.append(Unicode.Scalar(unit))
      default: encoded += "%" + Hexadecimal.encode([unit]).uppercased()
      }
    }
    return encoded
  }
}
