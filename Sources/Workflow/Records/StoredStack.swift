public import Dossiers

/// A scanned stack that was taken apart: its file stays in Storage, whole.
public struct StoredStack: Sendable {
  public let sha256: String
  /// What the file was called.
  public let name: String
  public let byteCount: Int64
  public let pageCount: Int
  /// Which pages went where, and what was odd.
  public let layout: SortedStack

  public init(sha256: String, name: String, byteCount: Int64, pageCount: Int, layout: SortedStack) {
    self.sha256 = sha256
    self.name = name
    self.byteCount = byteCount
    self.pageCount = pageCount
    self.layout = layout
  }
}
