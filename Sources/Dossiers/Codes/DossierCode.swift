/// A dossier code (mã hồ sơ): agency, day of reception in Vietnam, serial of that day.
///
/// `H57.132-260804-0583`, or `000.00.16.H60-200817-0003` after Circular 01/2018/TT-VPCP, article 19.
public struct DossierCode: Hashable, Sendable, CustomStringConvertible {
  public let agency: AgencyCode
  /// The century is not in the code: 2000 … 2099.
  public let day: CivilDate
  /// Counted from 1; printed with four digits or more.
  public let serial: Int

  /// nil where the serial is below 1 or the day outside 2000 … 2099.
  public init?(agency: AgencyCode, day: CivilDate, serial: Int) {
    guard serial >= 1, (2000...2099).contains(day.year) else { return nil }
    self.agency = agency
    self.day = day
    self.serial = serial
  }

  /// Reads either form, exactly as printed.
  public init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, let agency = AgencyCode(String(parts[0])), parts[1].utf8.count == 6,
      (4...18).contains(parts[2].utf8.count), parts.dropFirst().allSatisfy(AgencyCode.areDigits),
      let number = Int(parts[1]), let serial = Int(parts[2]),
      let day = CivilDate(year: 2000 + number / 10_000, month: number / 100 % 100, day: number % 100)
    else { return nil }
    self.init(agency: agency, day: day, serial: serial)
    // One code has one spelling: 0583, not 00583.
    guard description == text else { return nil }
  }

  /// Reads a code as a person types it: in small letters, with spaces, with other dashes.
  public init?(typed text: String) {
    let dashes: Set<Character> = ["‐", "‑", "‒", "–", "—", "−"]
    self.init(String(text.filter { !$0.isWhitespace }.map { dashes.contains($0) ? "-" : $0 }).uppercased())
  }

  public var description: String {
    let digits = String(serial)
    return "\(agency)-\(day.shortKey)-" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}

extension DossierCode: Codable {
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    guard let code = DossierCode(try container.decode(String.self)) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a dossier code")
    }
    self = code
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
