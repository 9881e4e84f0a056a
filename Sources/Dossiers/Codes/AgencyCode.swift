/// The code of a receiving agency: the first part of every dossier code.
///
/// `H26`, `H57.132` in the form seen since 2025; `000.00.16.H60` in that of Circular 01/2018/TT-VPCP. At most 35
/// characters (Decision 20/2020/QD-TTg).
public struct AgencyCode: Hashable, Sendable, CustomStringConvertible {
  public enum Form: Sendable {
    /// A letter and two digits, then parts of one to three digits: `H57.132`.
    case new
    /// Three, two and two digits, then a letter and two digits: `000.00.16.H60`.
    case old
  }

  public let rawValue: String
  public let form: Form

  public init?(_ text: String) {
    guard (1...35).contains(text.utf8.count) else { return nil }
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    if Self.isBody(parts[0]), parts.dropFirst().allSatisfy({ (1...3).contains($0.utf8.count) && Self.areDigits($0) }) {
      form = .new
    } else if parts.count == 4, parts.prefix(3).map(\.utf8.count) == [3, 2, 2],
      parts.prefix(3).allSatisfy(Self.areDigits), Self.isBody(parts[3])
    {
      form = .old
    } else {
      return nil
    }
    rawValue = text
  }

  public var description: String { rawValue }

  /// `H26`: a letter and two digits.
  private static func isBody(_ text: Substring) -> Bool {
    text.utf8.count == 3 && text.utf8.first.map { (65...90).contains($0) } == true && areDigits(text.dropFirst())
  }

  static func areDigits(_ text: some StringProtocol) -> Bool {
    !text.isEmpty && text.utf8.allSatisfy { (48...57).contains($0) }
  }
}
