public import Digests

/// A file as it was written into a package: hashed while it was written, so that nobody needs to read it again.
public struct PackageFile: Sendable, Hashable {
  /// Below the package's folder.
  public let path: String
  public let byteCount: Int64
  public let digests: DoubleDigest.Result

  public init(path: String, byteCount: Int64, digests: DoubleDigest.Result) {
    self.path = path
    self.byteCount = byteCount
    self.digests = digests
  }
}
