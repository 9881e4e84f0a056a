public import Files

/// A file that lies somewhere, named by its digest, to be copied into a package.
public struct ArchivedFile: Sendable {
  /// 64 lower-case hexadecimal digits.
  public let sha256: String
  public let byteCount: Int64
  /// Called when the file's turn to be copied comes; the storage's `open` will do.
  public let open: @Sendable () throws -> OwnedDescriptor

  public init(sha256: String, byteCount: Int64, open: @escaping @Sendable () throws -> OwnedDescriptor) {
    self.sha256 = sha256
    self.byteCount = byteCount
    self.open = open
  }

  var source: PackageEntry.Source { .file(sha256: sha256, open: open) }
}
