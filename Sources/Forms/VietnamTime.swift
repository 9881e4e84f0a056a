import Dossiers

/// A moment on the clocks of Asia/Ho_Chi_Minh.
///
/// UTC+7 without exception since 13 June 1975, so no time zone database is asked: forms are about the present, and
/// come out the same on a machine without tzdata.
struct VietnamTime {
  let year, month, day, hour, minute, second: Int

  init(_ timestamp: Timestamp) {
    let seconds = Int((Double(timestamp.milliseconds) / 1000).rounded(.down)) + 7 * 3600
    let days = seconds >= 0 ? seconds / 86400 : (seconds - 86399) / 86400
    let rest = seconds - days * 86400
    hour = rest / 3600
    minute = rest % 3600 / 60
    second = rest % 60
    // Civil date from a day number, proleptic Gregorian, in eras of 400 years that begin on 1 March.
    let shifted = days + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
    month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  }

  /// `08 giờ 05 phút, ngày 21 tháng 8 năm 2026`.
  var spoken: String { "\(two(hour)) giờ \(two(minute)) phút, \(date)" }

  /// `ngày 21 tháng 8 năm 2026`. Decree 30/2020 (annex I): days below 10 and the months 1 and 2 take a leading zero.
  var date: String { "ngày \(two(day)) tháng \(month < 3 ? two(month) : String(month)) năm \(year)" }

  /// `2026-08-21T08:05:00+07:00`.
  var iso8601: String {
    "\(year)-\(two(month))-\(two(day))T\(two(hour)):\(two(minute)):\(two(second))+07:00"
  }

  private func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
}
