/// A package in its place, checked; made visible by the store's row, not by lying there.
public struct PlacedPackage: Sendable, Hashable {
  /// Relative to the packages' folder.
  public let path: String
  /// SHA-256, lower-case hexadecimal: identifies the package's content.
  public let digest: String
  /// Of all files.
  public let byteCount: Int64

  public init(path: String, digest: String, byteCount: Int64) {
    self.path = path
    self.digest = digest
    self.byteCount = byteCount
  }
}
