/// The name of a field in every interface: snake_case, as in `hoso inspect --json`.
public struct FieldName: RawRepresentable, Hashable, Sendable, Codable, CodingKeyRepresentable, Comparable,
  CustomStringConvertible
{
  public let rawValue: String

  public init(rawValue: String) {
    self.rawValue = rawValue
  }

  public init(_ rawValue: String) {
    self.rawValue = rawValue
  }

  public init?(codingKey: some CodingKey) {
    rawValue = codingKey.stringValue
  }

  public var codingKey: any CodingKey { Key(stringValue: rawValue) }

  public var description: String { rawValue }

  public static func < (left: FieldName, right: FieldName) -> Bool {
    left.rawValue < right.rawValue
  }

  private struct Key: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }
    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }

  // Cards
  public static let idNumber = FieldName("id_number")
  public static let oldIDNumber = FieldName("old_id_number")
  public static let fullName = FieldName("full_name")
  public static let fullNameASCII = FieldName("full_name_ascii")
  public static let dateOfBirth = FieldName("date_of_birth")
  public static let sex = FieldName("sex")
  public static let nationality = FieldName("nationality")
  public static let placeOfOrigin = FieldName("place_of_origin")
  public static let placeOfBirth = FieldName("place_of_birth")
  public static let placeOfResidence = FieldName("place_of_residence")
  public static let dateOfIssue = FieldName("date_of_issue")
  public static let dateOfExpiry = FieldName("date_of_expiry")

  // Fee receipts
  public static let number = FieldName("number")
  public static let symbol = FieldName("symbol")
  public static let form = FieldName("form")
  public static let date = FieldName("date")
  public static let issuer = FieldName("issuer")
  public static let issuerTaxCode = FieldName("issuer_tax_code")
  public static let payer = FieldName("payer")
  public static let payerID = FieldName("payer_id")
  public static let payerAddress = FieldName("payer_address")
  public static let total = FieldName("total")
  public static let currency = FieldName("currency")
  public static let items = FieldName("items")
  public static let vietQR = FieldName("vietqr")
}
