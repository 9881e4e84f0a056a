/// A file of an export that is not as the list says.
public struct ExportFinding: Sendable, Hashable, CustomStringConvertible {
  public enum Kind: Sendable, Hashable {
    case missing
    case differs(expected: String, found: String)
    case unreadable(reason: String)
  }

  /// Below the export's folder.
  public let path: String
  public let kind: Kind

  public var description: String {
    switch kind {
    case .missing: "\(path) is missing"
    case .differs(let expected, let found): "\(path) has the SHA-256 \(found), should have \(expected)"
    case .unreadable(let reason): "\(path) cannot be read: \(reason)"
    }
  }
}
