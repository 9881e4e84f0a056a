import Foundation

/// A machine-readable zone: its lines, and which of its check digits agree.
public struct MRZ: Hashable, Sendable, Codable {
  public enum Check: String, Sendable, Codable {
    case number, birth, expiry, optional, composite
    /// Vietnam's digit over all twelve digits, at the end of a card's first line.
    case personalNumber = "personal-number"
    /// On Vietnamese cards, the nine digits of the card's number against the last nine of the twelve.
    case copies
  }

  public let format: MRZFormat
  /// Full lines, as repaired.
  public let lines: [String]
  public let passed: Set<Check>
  public let failed: Set<Check>
  /// Characters changed to suit their place or a check digit.
  public let repairs: Int

  /// Every check digit that the format has agrees.
  public var isValid: Bool { failed.isEmpty }

  public init(format: MRZFormat, lines: [String], passed: Set<Check>, failed: Set<Check>, repairs: Int) {
    self.format = format
    self.lines = lines
    self.passed = passed
    self.failed = failed
    self.repairs = repairs
  }

  /// The same zone with another name line.
  func named(_ line: String) -> MRZ {
    MRZ(format: format, lines: [lines[0], lines[1], line], passed: passed, failed: failed, repairs: repairs)
  }

  private func text(_ line: Int, _ range: Range<Int>) -> String {
    let characters = Array(lines[line])
    return String(characters[range.clamped(to: 0..<characters.count)])
  }

  private static func trimmed(_ text: String) -> String {
    var words = text.split(separator: "<", omittingEmptySubsequences: true)
    if words.isEmpty { words = [] }
    return words.joined(separator: " ")
  }

  public var documentCode: String { Self.trimmed(text(0, 0..<2)) }
  public var issuer: String { Self.trimmed(text(0, 2..<5)) }

  /// The document's own number.
  public var number: String {
    guard format == .td1 else { return Self.trimmed(text(1, 0..<9)) }
    let short = text(0, 5..<14)
    // ICAO 9303-5 4.2.2: a long number goes on in the optional data, its check digit last.
    guard text(0, 14..<15) == "<", let rest = text(0, 15..<30).split(separator: "<").first, rest.count > 1 else {
      return Self.trimmed(short)
    }
    return Self.trimmed(short) + rest.dropLast()
  }

  /// The twelve digits of a Vietnamese card; nil on others.
  public var personalNumber: String? {
    guard isVietnameseCard else { return nil }
    let digits = text(0, 15..<27)
    return digits.allSatisfy(\.isASCIIDigit) ? digits : nil
  }

  /// Also where only the second line was legible: few but Vietnamese hold such cards with Vietnam's nationality.
  public var isVietnameseCard: Bool {
    format == .td1 && (text(0, 0..<5) == "IDVNM" || text(0, 0..<30).allSatisfy { $0 == "<" } && nationality == "VNM")
  }

  /// `YYMMDD`.
  public var birthDigits: String { format == .td1 ? text(1, 0..<6) : text(1, 13..<19) }
  public var expiryDigits: String { format == .td1 ? text(1, 8..<14) : text(1, 21..<27) }
  /// `M`, `F` or `<`.
  public var sex: String { format == .td1 ? text(1, 7..<8) : text(1, 20..<21) }
  public var nationality: String { Self.trimmed(format == .td1 ? text(1, 15..<18) : text(1, 10..<13)) }

  private var nameParts: (surname: String, given: String) {
    let name = format == .td1 ? text(2, 0..<30) : text(0, 5..<format.lineLength)
    guard let gap = name.range(of: "<<") else { return (Self.trimmed(name), "") }
    return (Self.trimmed(String(name[..<gap.lowerBound])), Self.trimmed(String(name[gap.upperBound...])))
  }

  public var surname: String { nameParts.surname }
  public var givenNames: String { nameParts.given }
  /// Surname first, as Vietnamese names are written.
  public var fullName: String { [surname, givenNames].filter { !$0.isEmpty }.joined(separator: " ") }
}
