import Dossiers

/// Moments as an archive in Vietnam writes them: UTC+7 without summer time, whatever the machine's zone is.
struct VietnamTime {
  let year: Int
  let month: Int
  let day: Int
  private let secondOfDay: Int
  private let millisecond: Int

  init(_ timestamp: Timestamp) {
    let local = timestamp.milliseconds + 7 * 3_600_000
    let dayCount = Int((local - local.floorRemainder(86_400_000)) / 86_400_000)
    let ofDay = Int(local.floorRemainder(86_400_000))
    secondOfDay = ofDay / 1000
    millisecond = ofDay % 1000
    // Days to a civil date in the proleptic Gregorian calendar, by eras of 400 years that begin in March.
    let shifted = dayCount + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let ofEra = shifted - era * 146_097
    let yearOfEra = (ofEra - ofEra / 1460 + ofEra / 36_524 - ofEra / 146_096) / 365
    let ofYear = ofEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * ofYear + 2) / 153
    day = ofYear - (153 * shiftedMonth + 2) / 5 + 1
    month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  }

  /// `2026-11-22`.
  var date: String { "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))" }

  /// `2026-11-22T10:15:00.000+07:00`.
  var dateAndTime: String {
    let hour = padded(secondOfDay / 3600, 2)
    let minute = padded(secondOfDay / 60 % 60, 2)
    return "\(date)T\(hour):\(minute):\(padded(secondOfDay % 60, 2)).\(padded(millisecond, 3))+07:00"
  }

  private func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}

extension Int64 {
  fileprivate func floorRemainder(_ divisor: Int64) -> Int64 {
    let remainder = self % divisor
    return remainder < 0 ? remainder + divisor : remainder
  }
}
