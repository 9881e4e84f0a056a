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

  public init(
    dossier: DossierID, version: Int, format: String, path: String, digest: String, byteCount: Int64,
    createdAt: Timestamp
  ) {
    self.dossier = dossier
    self.version = version
    self.format = format
    self.path = path
    self.digest = digest
    self.byteCount = byteCount
    self.createdAt = createdAt
  }
}
