/// A day as cards carry it, checked to exist.
public struct CardDate: Hashable, Sendable, Comparable {
  public let year: Int
  public let month: Int
  public let day: Int

  public init?(year: Int, month: Int, day: Int) {
    guard (1...12).contains(month), day >= 1, year >= 1 else { return nil }
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let lengths = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    guard day <= lengths[month - 1] else { return nil }
    (self.year, self.month, self.day) = (year, month, day)
  }

  /// `DDMMYYYY`, as in QR codes.
  public init?(dayFirst digits: some StringProtocol) {
    let values = digits.utf8.map { Int($0) - 48 }
    guard values.count == 8, values.allSatisfy({ (0...9).contains($0) }) else { return nil }
    self.init(
      year: values[4...].reduce(0) { $0 * 10 + $1 }, month: values[2] * 10 + values[3], day: values[0] * 10 + values[1])
  }

  /// `YYMMDD`, as in machine-readable zones; `century` such as 1900.
  public init?(yearFirst digits: some StringProtocol, century: Int) {
    let values = digits.utf8.map { Int($0) - 48 }
    guard values.count == 6, values.allSatisfy({ (0...9).contains($0) }) else { return nil }
    self.init(
      year: century + values[0] * 10 + values[1], month: values[2] * 10 + values[3], day: values[4] * 10 + values[5])
  }

  /// ISO 8601.
  public var iso: String {
    let padded = { (value: Int, length: Int) in
      String(repeating: "0", count: max(0, length - String(value).count)) + String(value)
    }
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
  }

  public static func < (left: CardDate, right: CardDate) -> Bool {
    (left.year, left.month, left.day) < (right.year, right.month, right.day)
  }
}
