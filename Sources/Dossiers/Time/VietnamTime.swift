/// A moment as the clocks of Asia/Ho_Chi_Minh show it.
///
/// UTC+7 without daylight saving since 13 June 1975: no time zone database is asked, so every machine agrees.
public struct VietnamTime: Hashable, Comparable, Sendable, CustomStringConvertible {
  public static let offsetMilliseconds: Int64 = 7 * 3_600_000
  private static let dayMilliseconds: Int64 = 86_400_000

  public let date: CivilDate
  /// 0 … 23
  public let hour: Int
  public let minute: Int
  public let second: Int
  public let millisecond: Int

  public init(_ timestamp: Timestamp) {
    // Times beyond the year 9999 or before 1 have no date here; they are moved to the nearest that has one.
    let local = min(max(timestamp.milliseconds, Self.earliest), Self.latest) + Self.offsetMilliseconds
    var days = local / Self.dayMilliseconds
    var rest = local % Self.dayMilliseconds
    if rest < 0 {
      days -= 1
      rest += Self.dayMilliseconds
    }
    date = CivilDate(daysSinceEpoch: Int(days))
    hour = Int(rest / 3_600_000)
    minute = Int(rest / 60_000 % 60)
    second = Int(rest / 1000 % 60)
    millisecond = Int(rest % 1000)
  }

  /// nil where there is no such time of day.
  public init?(_ date: CivilDate, hour: Int, minute: Int, second: Int = 0, millisecond: Int = 0) {
    guard (0...23).contains(hour), (0...59).contains(minute), (0...59).contains(second),
      (0...999).contains(millisecond)
    else { return nil }
    self.date = date
    self.hour = hour
    self.minute = minute
    self.second = second
    self.millisecond = millisecond
  }

  public var timestamp: Timestamp {
    let clock = Int64((hour * 60 + minute) * 60 + second) * 1000 + Int64(millisecond)
    return Timestamp(milliseconds: Int64(date.daysSinceEpoch) * Self.dayMilliseconds + clock - Self.offsetMilliseconds)
  }

  /// `2026-08-04T09:15:00+07:00`; the milliseconds are left out.
  public var iso: String { "\(date.iso)T\(twoDigits(hour)):\(twoDigits(minute)):\(twoDigits(second))+07:00" }

  /// `2026-08-04T09:15:00.250+07:00`
  public var isoWithMilliseconds: String {
    let fraction = String(1000 + millisecond).dropFirst()
    return "\(date.iso)T\(twoDigits(hour)):\(twoDigits(minute)):\(twoDigits(second)).\(fraction)+07:00"
  }

  /// `09:15 04/08/2026`, for people.
  public var vietnamese: String { "\(twoDigits(hour)):\(twoDigits(minute)) \(date.vietnamese)" }

  /// `260804`: the day by which receipts are counted.
  public var dayKey: String { date.shortKey }

  public var description: String { iso }

  public static func < (left: VietnamTime, right: VietnamTime) -> Bool {
    left.timestamp < right.timestamp
  }

  private static let earliest: Int64 = -62_135_596_800_000
  private static let latest: Int64 = 253_402_300_799_999 - offsetMilliseconds
}
