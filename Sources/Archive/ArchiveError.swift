public import Files

/// What can go wrong in making, checking and placing packages.
public struct ArchiveError: Error, Sendable, Hashable, CustomStringConvertible {
  /// Stable: the worker decides by it, operators' scripts know it.
  public enum Code: String, Sendable {
    /// A path that no package may hold: outside of it, doubled, or a name that some system cannot keep.
    case badPath = "bad-path"
    /// A source's bytes are not those that its digest promised.
    case digestMismatch = "digest-mismatch"
    case sourceUnreadable = "source-unreadable"
    /// What was written did not stand the check by reading back.
    case invalid
    /// Another package lies where this one belongs.
    case different
    case notFound = "not-found"
    case diskFull = "disk-full"
    case readOnly = "read-only"
    case denied
    case io
  }

  public let code: Code
  /// In English, for operators.
  public let message: String

  public init(_ code: Code, _ message: String) {
    self.code = code
    self.message = message
  }

  /// A failed call on the package's own files.
  public init(_ error: SystemCallError) {
    self.init(Code(rawValue: error.trouble.rawValue) ?? .io, error.description)
  }

  /// Whether the same call may well work later without anybody changing what was asked.
  public var isPassing: Bool {
    switch code {
    case .diskFull, .readOnly, .io: true
    case .badPath, .digestMismatch, .sourceUnreadable, .invalid, .different, .notFound, .denied: false
    }
  }

  public var description: String { "\(code.rawValue): \(message)" }
}

/// Runs calls on packages' files, turning their failures into `ArchiveError` in one place.
func archiving<Value>(_ body: () throws(SystemCallError) -> Value) throws(ArchiveError) -> Value {
  do {
    return try body()
  } catch {
    throw ArchiveError(error)
  }
}
