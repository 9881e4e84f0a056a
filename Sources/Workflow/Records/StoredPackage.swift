public import Dossiers

/// A package on disk, made visible by this row.
public struct StoredPackage: Sendable, Codable {
  public let dossier: DossierID
  public let version: Int
  /// `bagit`, later `eark-sip`, `eark-aip`.
  public let format: String
  /// Relative to the installation's packages folder.
  public let path: String
  /// SHA-256 of the tag manifest: identifies the package's content.
  public let digest: String
  public let byteCount: Int64
  public let createdAt: Timestamp
  /// The package as one tar file in Storage, where workers on other machines share that; nil otherwise.
  public let copySHA256: String?

  public init(
    dossier: DossierID, version: Int, format: String, path: String, digest: String, byteCount: Int64,
    createdAt: Timestamp, copySHA256: String? = nil
  ) {
    self.dossier = dossier
    self.version = version
    self.format = format
    self.path = path
    self.digest = digest
    self.byteCount = byteCount
    self.createdAt = createdAt
    self.copySHA256 = copySHA256
  }
}
