import Glibc

/// The room on a file system.
public struct DiskSpace: Sendable, Hashable {
  public let totalBytes: Int64
  /// For us, that is without what is kept for root.
  public let freeBytes: Int64

  public static func of(_ path: String) throws(SystemCallError) -> DiskSpace {
    var space = statvfs()
    guard statvfs(path, &space) == 0 else { throw SystemCallError.last("statvfs", path) }
    let unit = Int64(space.f_frsize)
    return DiskSpace(totalBytes: Int64(space.f_blocks) * unit, freeBytes: Int64(space.f_bavail) * unit)
  }

  public init(totalBytes: Int64, freeBytes: Int64) {
    self.totalBytes = totalBytes
    self.freeBytes = freeBytes
  }
}
