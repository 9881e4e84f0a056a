public import Dossiers

/// What the receipt stage asks for. The store gives the next serial of the day once per dossier.
public struct ReceiptRequest: Sendable {
  public var agency: String
  /// YYMMDD in Asia/Ho_Chi_Minh.
  public var day: String
  public var issuedAt: Timestamp
  public var dueAt: Timestamp?
  public var contentDigest: String
  public var keyID: String

  public init(
    agency: String, day: String, issuedAt: Timestamp, dueAt: Timestamp?, contentDigest: String, keyID: String
  ) {
    self.agency = agency
    self.day = day
    self.issuedAt = issuedAt
    self.dueAt = dueAt
    self.contentDigest = contentDigest
    self.keyID = keyID
  }
}
