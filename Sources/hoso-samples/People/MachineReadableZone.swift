/// The three lines of 30 characters on the back of the cards of 2021 and 2024 (ICAO 9303-5, size TD1).
enum MachineReadableZone {
  static func lines(
    idNumber: String, born: CalendarDate, sex: Person.Sex, expires: CalendarDate?, surname: String,
    givenNames: [String]
  ) -> [String] {
    let nineDigits = String(idNumber.suffix(9))
    // The last digit is Vietnam's own: it checks the twelve digits in the optional data.
    let first = "IDVNM\(nineDigits)\(checkDigit(nineDigits))\(idNumber)<<\(checkDigit(idNumber))"
    let birth = born.sixDigits
    let expiry = expires?.sixDigits ?? "991231"
    let dates = "\(birth)\(checkDigit(birth))\(sex == .male ? "M" : "F")\(expiry)\(checkDigit(expiry))"
    let optional = String(repeating: "<", count: 11)
    // ICAO 9303-5, 4.2: the composite digit skips the sex and the nationality.
    let covered = String(first.dropFirst(5)) + dates.prefix(7) + dates.suffix(7) + optional
    let second = "\(dates)VNM\(optional)\(checkDigit(covered))"
    let third = "\(surname)<<\(givenNames.joined(separator: "<"))"
    return [first, second, String((third + String(repeating: "<", count: 30)).prefix(30))]
  }

  /// ICAO 9303-3, 4.9: weights 7, 3, 1; letters count from A = 10, fillers 0.
  static func checkDigit(_ text: String) -> Int {
    var sum = 0
    for (index, scalar) in text.unicodeScalars.enumerated() {
      let value =
        switch scalar {
        case "0"..."9": Int(scalar.value - 48)
        case "A"..."Z": Int(scalar.value - 55)
        default: 0
        }
      sum += value * [7, 3, 1][index % 3]
    }
    return sum % 10
  }
}
