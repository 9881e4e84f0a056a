import Console
import Dossiers

/// What a person types for a field, checked against what the field can hold.
enum FieldEntry {
  static func value(_ text: String, of name: FieldName) throws(UsageError) -> JSONValue {
    let text = text.nfc
    switch name {
    case .total:
      let digits = text.filter { $0 != "." && $0 != " " }
      guard let amount = Int64(digits), amount >= 0 else {
        throw UsageError("\(name) is an amount of đồng, such as 1350000, not “\(text)”")
      }
      return .integer(amount)
    case .dateOfBirth, .dateOfIssue, .dateOfExpiry, .date:
      guard text.wholeMatch(of: #/\d{4}-\d{2}-\d{2}/#) != nil else {
        throw UsageError("\(name) is a date such as 1990-01-31, not “\(text)”")
      }
      return .string(text)
    case .items, .vietQR:
      throw UsageError("\(name) cannot be set by hand")
    default:
      return .string(text)
    }
  }
}
