import Dossiers
import Foundation

/// The payload of a citizen card's QR code: seven fields on cards of 2021, eleven on those of 2024.
public struct CardQR: Hashable, Sendable, Codable {
  public let number: String
  /// Nine digits, seldom twelve; nil where the card tells none.
  public let oldNumber: String?
  /// As in the code: mixed case.
  public let name: String
  public let dateOfBirth: String
  /// `Nam` or `Nữ`.
  public let sex: String
  public let residence: String
  public let dateOfIssue: String
  /// The fields of unpublished meaning that cards since 2024 add, as they are.
  public let additional: [String]
  public let raw: String

  /// Nil unless every field has its form; no field may be missing, for that would shift the rest.
  public init?(_ text: String) {
    let text = text.precomposedStringWithCanonicalMapping.trimmingCharacters(in: .newlines)
    let fields = text.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
    guard (7...11).contains(fields.count) else { return nil }
    guard IdentityNumber(fields[0]) != nil else { return nil }
    guard fields[1].isEmpty || ([9, 12].contains(fields[1].count) && fields[1].allSatisfy(\.isASCIIDigit)) else {
      return nil
    }
    guard fields[2].contains(where: \.isLetter) else { return nil }
    guard let birth = CardDate(dayFirst: fields[3]), let issue = CardDate(dayFirst: fields[6]), birth < issue else {
      return nil
    }
    guard ["Nam", "Nữ"].contains(fields[4]) else { return nil }
    number = fields[0]
    oldNumber = fields[1].isEmpty ? nil : fields[1]
    name = fields[2]
    dateOfBirth = birth.iso
    sex = fields[4]
    residence = fields[5]
    dateOfIssue = issue.iso
    additional = Array(fields[7...])
    raw = text
  }

  /// Cards of 2024 carry eleven fields, those of 2021 seven.
  public var isOf2024: Bool { additional.count > 0 }
}
