public import Files

/// What can go wrong with stored files.
public struct StorageError: Error, Sendable, Hashable, CustomStringConvertible {
  /// Stable: logs and operators' scripts know them.
  public enum Code: String, Sendable {
    /// No room on the disk, or the user's quota is used up.
    case diskFull = "disk-full"
    case readOnly = "read-only"
    case denied
    case notFound = "not-found"
    /// The bytes are not those of the name.
    case damaged
    /// More bytes than the caller allowed.
    case tooLarge = "too-large"
    /// What was given is no file's name: not 64 lower-case hexadecimal digits.
    case badName = "bad-name"
    /// The source could not be read; the store itself is well.
    case sourceUnreadable = "source-unreadable"
    /// The server that has the files does not answer, or answers with errors of its own.
    case unavailable
    /// What was given names no place that files can lie at.
    case badLocation = "bad-location"
    case io
  }

  public let code: Code
  /// In English, for operators.
  public let message: String

  public init(_ code: Code, _ message: String) {
    self.code = code
    self.message = message
  }

  /// A failed call on the store's own files.
  public init(_ error: SystemCallError) {
    self.init(Code(rawValue: error.trouble.rawValue) ?? .io, error.description)
  }

  /// Whether the same call may well work later without anybody changing what was asked: rights and credentials are
  /// mended by an operator, and what was handed in meanwhile is not to suffer for them.
  public var isPassing: Bool {
    switch code {
    case .diskFull, .readOnly, .denied, .unavailable, .io: true
    case .notFound, .damaged, .tooLarge, .badName, .badLocation, .sourceUnreadable: false
    }
  }

  public var description: String {
    "\(code.rawValue): \(message)"
  }
}

/// Runs calls on the store's files, turning their failures into `StorageError` in one place.
func storing<Value>(_ body: () throws(SystemCallError) -> Value) throws(StorageError) -> Value {
  do {
    return try body()
  } catch {
    throw StorageError(error)
  }
}
