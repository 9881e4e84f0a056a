public import Dossiers

/// The receipt (form 01) issued for a dossier.
public struct IssuedReceipt: Sendable, Codable {
  public let dossier: DossierID
  public let code: String
  public let agency: String
  public let issuedAt: Timestamp
  public let dueAt: Timestamp?
  /// SHA-256 over the sorted file hashes that the receipt binds, 64 hex digits.
  public let contentDigest: String
  public let keyID: String
  public let signature: String
  /// In Storage, once printed.
  public let pdfSHA256: String?
  public let pngSHA256: String?

  public init(
    dossier: DossierID, code: String, agency: String, issuedAt: Timestamp, dueAt: Timestamp?,
    contentDigest: String, keyID: String, signature: String, pdfSHA256: String?, pngSHA256: String?
  ) {
    self.dossier = dossier
    self.code = code
    self.agency = agency
    self.issuedAt = issuedAt
    self.dueAt = dueAt
    self.contentDigest = contentDigest
    self.keyID = keyID
    self.signature = signature
    self.pdfSHA256 = pdfSHA256
    self.pngSHA256 = pngSHA256
  }
}
