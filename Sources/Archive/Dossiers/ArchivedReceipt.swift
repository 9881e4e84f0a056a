public import Dossiers

/// The receipt (form 01) that was issued for the dossier.
public struct ArchivedReceipt: Sendable {
  public var pdf: ArchivedFile
  public var png: ArchivedFile?
  public var issuedAt: Timestamp
  /// What the receipt binds: SHA-256 over the sorted file digests.
  public var contentDigest: String
  public var keyID: String
  public var signature: String

  public init(
    pdf: ArchivedFile, png: ArchivedFile? = nil, issuedAt: Timestamp, contentDigest: String, keyID: String,
    signature: String
  ) {
    self.pdf = pdf
    self.png = png
    self.issuedAt = issuedAt
    self.contentDigest = contentDigest
    self.keyID = keyID
    self.signature = signature
  }
}
