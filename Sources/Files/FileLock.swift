import Glibc

/// A lock on a file or folder that its holder's death lets go (flock): between processes, not between threads that
/// share one.
public final class FileLock: Sendable {
  public enum Kind: Sendable {
    /// Many at a time.
    case shared
    /// Alone.
    case exclusive
  }

  private let descriptor: OwnedDescriptor

  /// Waits until the lock is free.
  public init(_ path: String, _ kind: Kind) throws(SystemCallError) {
    descriptor = try OwnedDescriptor.opened(path, O_RDONLY | O_CLOEXEC, mode: 0)
    while flock(descriptor.raw, kind == .shared ? LOCK_SH : LOCK_EX) != 0 {
      if errno != EINTR { throw SystemCallError.last("flock", path) }
    }
  }

  /// nil where somebody else holds it. Makes the file where it is missing.
  public init?(tryExclusively path: String) throws(SystemCallError) {
    descriptor = try OwnedDescriptor.opened(path, O_RDWR | O_CREAT | O_CLOEXEC, mode: 0o600)
    while flock(descriptor.raw, LOCK_EX | LOCK_NB) != 0 {
      if errno == EWOULDBLOCK { return nil }
      if errno != EINTR { throw SystemCallError.last("flock", path) }
    }
  }
}
