import Glibc

/// The form in which headers give times, as seconds since 1970.
enum ServerTime {
  /// `Sun, 22 Nov 2026 07:00:05 GMT` (RFC 9110, 5.6.7); nil for anything else.
  static func header(_ text: String) -> Int64? {
    let words = text.split(separator: " ")
    guard words.count == 6, words[5] == "GMT", let month = months.firstIndex(of: String(words[2])) else { return nil }
    let numbers = ([words[3], words[1]] + words[4].split(separator: ":")).compactMap { Int32($0) }
    guard numbers.count == 5, (1970...9999).contains(numbers[0]) else { return nil }
    var parts = tm()
    (parts.tm_year, parts.tm_mon, parts.tm_mday) = (numbers[0] - 1900, Int32(month), numbers[1])
    (parts.tm_hour, parts.tm_min, parts.tm_sec) = (numbers[2], numbers[3], numbers[4])
    return Int64(timegm(&parts))
  }

  private static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
}
