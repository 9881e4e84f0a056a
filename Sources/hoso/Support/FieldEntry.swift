import Console
import Dossiers

/// What a person types for a field, checked against what the field can hold.
enum FieldEntry {
  static func name(_ text: String) throws(UsageError) -> FieldName {
    if let known = FieldName.known.first(where: { $0.rawValue == text }) { return known }
    let nearest = Spelling.nearest(to: text, among: FieldName.known.map(\.rawValue))
    throw UsageError("there is no field “\(text)”" + (nearest.map { "; did you mean \($0)?" } ?? ""))
  }

  static func value(_ text: String, of name: FieldName) throws(UsageError) -> JSONValue {
    let text = text.nfc.singleSpaced
    guard !text.isEmpty else { throw UsageError("\(name) cannot be empty") }
    guard !text.unicodeScalars.contains(where: \.steersDisplay) else {
      throw UsageError("\(name) cannot hold control characters")
    }
    switch name {
    case .total: return .integer(try amount(text))
    case .dateOfBirth, .dateOfIssue, .dateOfExpiry, .date:
      guard CivilDate(iso: text) != nil else {
        throw UsageError("\(name) is a day of the calendar such as 1990-01-31, not “\(text)”")
      }
      return .string(text)
    case .sex:
      guard let sex = Sex(text) else { throw UsageError("sex is Nam or Nữ, not “\(text)”") }
      return .string(sex.vietnamese)
    case .items, .vietQR: throw UsageError("\(name) cannot be set by hand")
    default:
      guard let grammar = grammars[name], text.wholeMatch(of: grammar.pattern()) == nil else { return .string(text) }
      throw UsageError("\(name) is \(grammar.words), not “\(text)”")
    }
  }

  /// `1350000`, `1.350.000` or `1 350 000`.
  private static func amount(_ text: String) throws(UsageError) -> Int64 {
    guard text.wholeMatch(of: #/[0-9]+|[0-9]{1,3}([. ][0-9]{3})+/#) != nil,
      let amount = Int64(text.filter { $0 != "." && $0 != " " })
    else { throw UsageError("total is an amount of đồng, such as 1350000, not “\(text)”") }
    return amount
  }

  private struct Grammar: Sendable {
    let words: String
    let pattern: @Sendable () -> Regex<Substring>
  }

  private static let person = Grammar(words: "a person's name in letters") { #/[\p{L}\p{M}' .\-]+/# }
  private static let grammars: [FieldName: Grammar] = [
    // The numbers of cards of all ages, and of passports.
    .idNumber: Grammar(words: "12 digits, or 9 on old cards, or a passport's number") {
      #/[0-9]{12}|[0-9]{9}|[A-Z][0-9]{7,8}/#
    },
    .oldIDNumber: Grammar(words: "9 or 12 digits") { #/[0-9]{9}|[0-9]{12}/# },
    .fullName: person,
    .fullNameASCII: Grammar(words: "a person's name in letters without diacritics") { #/[A-Za-z' .\-]+/# },
    // Ten digits, with a branch's three; since 2025 a household's is its head's personal number.
    .issuerTaxCode: Grammar(words: "10 digits, 10 with a branch's 3 (0123456789-001), or 12") {
      #/[0-9]{10}|[0-9]{10}-?[0-9]{3}|[0-9]{12}/#
    },
    .currency: Grammar(words: "three letters such as VND") { #/[A-Z]{3}/# },
  ]
}
