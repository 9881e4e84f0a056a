import Glibc

/// What `stat` tells of a file.
public struct FileStatus: Sendable, Hashable {
  public enum Kind: Sendable, Hashable {
    case file, folder, symbolicLink
    /// A device, a pipe, a socket: nothing to read bytes from.
    case other
  }

  public let kind: Kind
  public let byteCount: Int64
  /// Permission bits.
  public let mode: UInt32
  /// Seconds since 1970.
  public let modifiedAt: Int64
  public let device: UInt64
  public let inode: UInt64

  init(_ status: stat) {
    switch status.st_mode & S_IFMT {
    case S_IFREG: kind = .file
    case S_IFDIR: kind = .folder
    case S_IFLNK: kind = .symbolicLink
    default: kind = .other
    }
    byteCount = Int64(status.st_size)
    mode = status.st_mode & 0o7777
    modifiedAt = Int64(status.st_mtim.tv_sec)
    device = UInt64(status.st_dev)
    inode = UInt64(status.st_ino)
  }

  /// Of the file itself; a symbolic link is not followed. Nil where there is none.
  public static func of(_ path: String) throws(SystemCallError) -> FileStatus? {
    var status = stat()
    guard lstat(path, &status) == 0 else {
      let error = SystemCallError.last("lstat", path)
      if error.isNotFound { return nil }
      throw error
    }
    return FileStatus(status)
  }
}
