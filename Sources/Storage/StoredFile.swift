/// A file that lies in the store, named by its content.
public struct StoredFile: Sendable, Hashable {
  /// 64 lower-case hexadecimal digits.
  public let sha256: String
  public let byteCount: Int64

  public init(sha256: String, byteCount: Int64) {
    self.sha256 = sha256
    self.byteCount = byteCount
  }
}
