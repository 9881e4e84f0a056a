/// A Vietnamese personal identification number: twelve digits that tell where a birth was registered, the century,
/// the sex and the year of birth. There is no check digit.
public struct PersonalNumber: Hashable, Sendable {
  public let digits: String
  public let isMale: Bool
  public let yearOfBirth: Int

  /// Nil unless `digits` are twelve ASCII digits.
  public init?(_ digits: String) {
    let values = digits.utf8.map { Int($0) - 48 }
    guard values.count == 12, values.allSatisfy({ (0...9).contains($0) }) else { return nil }
    self.digits = digits
    // Circular 59/2021/TT-BCA: 0 and 1 for men and women born 1900–1999, 2 and 3 for 2000–2099, and so on.
    isMale = values[3] % 2 == 0
    yearOfBirth = 1900 + values[3] / 2 * 100 + values[4] * 10 + values[5]
  }

  /// `Nam` or `Nữ`, as cards print it.
  public var sex: String { isMale ? "Nam" : "Nữ" }
  public var provinceCode: String { String(digits.prefix(3)) }
  /// Births registered abroad carry a country's code, so an unknown one proves nothing.
  public var isProvinceKnown: Bool { Provinces.codes.contains(provinceCode) }
}
