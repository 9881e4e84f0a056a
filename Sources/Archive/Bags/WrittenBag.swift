/// A bag as it was written, not yet checked by reading back.
public struct WrittenBag: Sendable, Hashable {
  public let folder: String
  /// In the order of their paths' bytes.
  public let payload: [PackageFile]
  /// Every file, tag files too.
  public let files: [PackageFile]
  /// SHA-256 of `tagmanifest-sha256.txt`, which binds every other file.
  public let digest: String
  /// Of all files, tag files too.
  public var byteCount: Int64 { files.reduce(0) { $0 + $1.byteCount } }
}
