import CPosix
import Glibc

/// A system call that failed: which one, on what, and `errno`.
public struct SystemCallError: Error, Sendable, Hashable, CustomStringConvertible {
  public let call: String
  /// `errno`.
  public let code: Int32
  public let path: String

  public init(call: String, code: Int32, path: String) {
    self.call = call
    self.code = code
    self.path = path
  }

  /// Takes up `errno`: to be made directly after the call.
  static func last(_ call: String, _ path: String) -> SystemCallError {
    SystemCallError(call: call, code: errno, path: path)
  }

  public var description: String {
    "\(call) \(path): \(reason)"
  }

  /// The system's words for the code, in English whatever the locale.
  public var reason: String {
    guard let name = hoso_error_words(code) else { return "error \(code)" }
    return String(cString: name)
  }

  /// What a failed call on our own files comes to, for the errors of the rooms that keep some. The raw values are
  /// their stable codes.
  public enum Trouble: String, Sendable {
    /// No room on the disk, or the user's quota is used up.
    case diskFull = "disk-full"
    case readOnly = "read-only"
    case denied
    case notFound = "not-found"
    case io
  }

  public var trouble: Trouble {
    if isDiskFull { return .diskFull }
    if isReadOnly { return .readOnly }
    if isDenied { return .denied }
    return isNotFound ? .notFound : .io
  }

  public var isNotFound: Bool { code == ENOENT || code == ENOTDIR }
  public var isExisting: Bool { code == EEXIST || code == ENOTEMPTY }
  /// No room: the disk's or the user's.
  public var isDiskFull: Bool { code == ENOSPC || code == EDQUOT }
  public var isReadOnly: Bool { code == EROFS }
  public var isDenied: Bool { code == EACCES || code == EPERM }
}
