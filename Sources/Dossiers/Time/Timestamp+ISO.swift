extension Timestamp {
  /// Reads `2026-08-04T09:15:00+07:00` (RFC 3339): any offset, `Z`, with or without a fraction of a second.
  ///
  /// Fractions finer than a millisecond are cut off; a leap second counts as the second before it.
  public init?(iso text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count >= 20, bytes[10] == UInt8(ascii: "T") || bytes[10] == UInt8(ascii: "t"),
      let date = CivilDate(iso: String(decoding: bytes[..<10], as: UTF8.self)),
      bytes[13] == UInt8(ascii: ":"), bytes[16] == UInt8(ascii: ":"),
      let hour = Self.number(bytes[11..<13]), hour < 24, let minute = Self.number(bytes[14..<16]), minute < 60,
      let second = Self.number(bytes[17..<19]), second <= 60
    else { return nil }
    var rest = bytes[19...]
    var milliseconds: Int64 = 0
    if rest.first == UInt8(ascii: ".") {
      let digits = rest.dropFirst().prefix { (48...57).contains($0) }
      guard !digits.isEmpty, let fraction = Self.number((Array(digits) + [48, 48])[..<3]) else { return nil }
      milliseconds = fraction
      rest = rest[digits.endIndex...]
    }
    let offset: Int64
    switch rest.first {
    case UInt8(ascii: "Z") where rest.count == 1, UInt8(ascii: "z") where rest.count == 1: offset = 0
    case UInt8(ascii: "+"), UInt8(ascii: "-"):
      let start = rest.startIndex
      guard rest.count == 6, rest[start + 3] == UInt8(ascii: ":"), let hours = Self.number(rest[start + 1..<start + 3]),
        hours < 24, let minutes = Self.number(rest[start + 4..<start + 6]), minutes < 60
      else { return nil }
      offset = (hours * 60 + minutes) * (rest.first == UInt8(ascii: "-") ? -60_000 : 60_000)
    default: return nil
    }
    let clock = (hour * 60 + minute) * 60 + min(second, 59)
    self.init(milliseconds: Int64(date.daysSinceEpoch) * 86_400_000 + clock * 1000 + milliseconds - offset)
  }

  private static func number(_ digits: ArraySlice<UInt8>) -> Int64? {
    var value: Int64 = 0
    for digit in digits {
      guard (48...57).contains(digit) else { return nil }
      value = value * 10 + Int64(digit - 48)
    }
    return digits.isEmpty ? nil : value
  }
}
