/// Sizes and durations as people write them: `1GiB`, `100MB`, `60s`, `1500ms`.
public enum Quantity {
  /// For messages: what a size looks like.
  public static let sizeWords = "a size such as 100MiB"
  /// For messages: what a duration looks like.
  public static let durationWords = "a duration such as 60s, 1500ms or 5m"
  static let sizePattern = "^[0-9]+ ?(B|kB|KB|MB|GB|KiB|MiB|GiB)$"
  static let durationPattern = "^[0-9]+ ?(ms|s|m|min|h)$"

  /// Bytes; nil where the text is no size, or too large to count.
  public static func bytes(_ text: String) -> Int64? {
    value(
      text,
      units: [
        "B": 1, "kB": 1000, "KB": 1000, "MB": 1_000_000, "GB": 1_000_000_000, "KiB": 1 << 10, "MiB": 1 << 20,
        "GiB": 1 << 30,
      ])
  }

  /// Whole milliseconds; nil where the text is no duration, or too long to count.
  public static func milliseconds(_ text: String) -> Int64? {
    value(text, units: ["ms": 1, "s": 1000, "m": 60_000, "min": 60_000, "h": 3_600_000])
  }

  /// As a person would write it, exactly: `1GiB`, `1500000B`.
  static func sizeText(_ bytes: Int64) -> String {
    for (unit, factor) in [("GiB", Int64(1) << 30), ("MiB", 1 << 20), ("KiB", 1 << 10)]
    where bytes != 0 && bytes % factor == 0 {
      return "\(bytes / factor)\(unit)"
    }
    return "\(bytes)B"
  }

  static func durationText(_ milliseconds: Int64) -> String {
    for (unit, factor) in [("h", Int64(3_600_000)), ("m", 60_000), ("s", 1000)]
    where milliseconds != 0 && milliseconds % factor == 0 {
      return "\(milliseconds / factor)\(unit)"
    }
    return "\(milliseconds)ms"
  }

  private static func value(_ text: String, units: [String: Int64]) -> Int64? {
    let digits = text.prefix { ("0"..."9").contains($0) }
    var unit = text[digits.endIndex...]
    if unit.first == " " { unit.removeFirst() }
    guard let factor = units[String(unit)], let number = Int64(digits) else { return nil }
    let (product, overflow) = number.multipliedReportingOverflow(by: factor)
    return overflow ? nil : product
  }
}
