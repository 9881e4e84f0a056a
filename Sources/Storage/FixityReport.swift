/// One thing that a fixity check found.
public struct FixityFinding: Sendable, Hashable, CustomStringConvertible {
  public enum Kind: String, Sendable, CaseIterable {
    /// The record names it, the store does not have it.
    case missing
    /// Its bytes are not those of its name.
    case damaged
    /// The disk or the rights do not let us read it.
    case unreadable
    /// Half-written: by a crash, or by somebody who is writing now.
    case temporary
    /// Not ours.
    case foreign
  }

  public let kind: Kind
  /// The SHA-256, or for leftovers the path within the store's place.
  public let name: String
  /// In English, for operators.
  public let detail: String

  init(_ kind: Kind, _ name: String, _ detail: String) {
    self.kind = kind
    self.name = name
    self.detail = detail
  }

  public var description: String { "\(kind.rawValue) \(name): \(detail)" }
}

/// The sums of a fixity check.
public struct FixityReport: Sendable, Hashable {
  /// Files looked at, damaged ones too.
  public internal(set) var files = 0
  /// Bytes read and found well.
  public internal(set) var bytes: Int64 = 0
  public internal(set) var missing = 0
  public internal(set) var damaged = 0
  public internal(set) var unreadable = 0
  public internal(set) var temporary = 0
  public internal(set) var foreign = 0
  /// False where the check was stopped before its end.
  public internal(set) var isComplete = false

  /// Nothing lost: half-written leftovers and foreign files do no harm.
  public var isSound: Bool { missing + damaged + unreadable == 0 }

  mutating func count(_ finding: FixityFinding) {
    switch finding.kind {
    case .missing: missing += 1
    case .damaged: damaged += 1
    case .unreadable: unreadable += 1
    case .temporary: temporary += 1
    case .foreign: foreign += 1
    }
  }
}
