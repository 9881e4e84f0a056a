/// A date as cards print it.
struct CalendarDate {
  let day, month, year: Int

  init(_ day: Int, _ month: Int, _ year: Int) {
    self.day = day
    self.month = month
    self.year = year
  }

  /// `01/02/1990`, or with another separator; none gives the QR's `01021990`.
  func printed(separator: String = "/") -> String {
    "\(two(day))\(separator)\(two(month))\(separator)\(year)"
  }

  /// `900201`, as the MRZ has it.
  var sixDigits: String { "\(two(year % 100))\(two(month))\(two(day))" }

  private func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
