/// A personal identification number (số định danh cá nhân): 12 digits that say where, when and as what one was born.
///
/// Decree 137/2015/ND-CP, article 13: province or country of birth registration, century and sex, the year's last
/// two digits, serial. There is no check digit.
public struct IdentityNumber: Hashable, Sendable, CustomStringConvertible {
  /// What a number says against what was read beside it.
  public enum Contradiction: Hashable, Sendable {
    case birthYear(number: Int, read: Int)
    case sex(number: Sex, read: Sex)
  }

  public let digits: String
  public let birthYear: Int
  public let sex: Sex

  /// nil unless the text is 12 digits.
  public init?(_ text: String) {
    let digits = text.utf8.map { Int($0) - 48 }
    guard digits.count == 12, digits.allSatisfy((0...9).contains) else { return nil }
    self.digits = text
    birthYear = 1900 + digits[3] / 2 * 100 + digits[4] * 10 + digits[5]
    sex = digits[3] % 2 == 0 ? .male : .female
  }

  /// The first three digits.
  public var provinceCode: String { String(digits.prefix(3)) }

  /// nil where the code is no province's: births registered abroad carry a country's.
  public var province: Province? { Province(code: provinceCode) }

  public var description: String { digits }

  /// What in the number does not go with what was read.
  public func contradictions(dateOfBirth: CivilDate?, sex read: Sex?) -> [Contradiction] {
    var found: [Contradiction] = []
    if let dateOfBirth, dateOfBirth.year != birthYear {
      found.append(.birthYear(number: birthYear, read: dateOfBirth.year))
    }
    if let read, read != sex { found.append(.sex(number: sex, read: read)) }
    return found
  }
}
