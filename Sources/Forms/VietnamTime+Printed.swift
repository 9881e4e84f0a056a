import Dossiers

/// Moments in the words of official papers.
extension VietnamTime {
  /// `08 giờ 05 phút, ngày 21 tháng 8 năm 2026`.
  var spoken: String { "\(Self.two(hour)) giờ \(Self.two(minute)) phút, \(spokenDate)" }

  /// `ngày 21 tháng 8 năm 2026`. Decree 30/2020 (annex I): days below 10 and the months 1 and 2 take a leading zero.
  var spokenDate: String {
    let month = date.month < 3 ? Self.two(date.month) : String(date.month)
    return "ngày \(Self.two(date.day)) tháng \(month) năm \(date.year)"
  }

  private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
}
