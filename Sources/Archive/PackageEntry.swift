public import Files

/// A file that goes into a package: its path there, and where its bytes come from.
public struct PackageEntry: Sendable {
  public enum Source: Sendable {
    case bytes([UInt8])
    /// Bytes whose SHA-256 is known; what is read is held against it. Opened only when its turn comes.
    case file(sha256: String, open: @Sendable () throws -> OwnedDescriptor)
    /// A file at a path, its digest not known.
    case path(String)
  }

  /// Below `data/` for a payload file, below the bag's folder for a tag file; parts joined by `/`, in NFC.
  public let path: String
  public let source: Source

  public init(path: String, source: Source) {
    self.path = path
    self.source = source
  }

  public init(path: String, text: String) {
    self.init(path: path, source: .bytes(Array(text.utf8)))
  }
}
