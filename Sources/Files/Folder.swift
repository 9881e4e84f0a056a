import CPosix
import Glibc

/// What is done to folders and names, as opposed to a file's bytes.
public enum Folder {
  /// Makes the folder and those above it. Returns the folders whose entries changed, for `sync`: the parents of what was
  /// made, nothing when all stood already. The mode holds whatever the umask is.
  @discardableResult
  public static func create(_ path: String, mode: UInt32 = 0o700) throws(SystemCallError) -> [String] {
    if mkdir(path, mode) == 0 {
      guard chmod(path, mode) == 0 else { throw SystemCallError.last("chmod", path) }
      return [parent(of: path)]
    }
    let error = SystemCallError.last("mkdir", path)
    switch error.code {
    case EEXIST:
      // Another process may have made it meanwhile; a file in its place is an error.
      var status = stat()
      guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else { throw error }
      return []
    case ENOENT:
      let above = parent(of: path)
      guard above != path else { throw error }
      let changed = try create(above, mode: mode)
      return changed + (try create(path, mode: mode))
    default: throw error
    }
  }

  /// The folder that holds the last part of the path; "/" or "." at the top.
  public static func parent(of path: String) -> String {
    var units = Substring(path).utf8
    while units.count > 1, units.last == UInt8(ascii: "/") { units.removeLast() }
    guard let slash = units.lastIndex(of: UInt8(ascii: "/")) else { return "." }
    if slash == units.startIndex { return "/" }
    return String(Substring(units[..<slash]))
  }

  /// Until the folder's names are on the disk.
  public static func sync(_ path: String) throws(SystemCallError) {
    try open(path).sync()
  }

  /// Opens the folder for `syncFileSystem`: to be done before the writes, since it tells only of failures after it.
  public static func open(_ path: String) throws(SystemCallError) -> OwnedDescriptor {
    try OwnedDescriptor.opened(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC, mode: 0)
  }

  /// Renames, replacing a file of that name.
  public static func rename(_ old: String, to new: String) throws(SystemCallError) {
    guard Glibc.rename(old, new) == 0 else { throw SystemCallError.last("rename", new) }
  }

  /// Renames where the new name is free; EEXIST where it is taken, even by an empty folder.
  public static func renameExclusively(_ old: String, to new: String) throws(SystemCallError) {
    if hoso_rename_exclusively(old, new) == 0 { return }
    let error = SystemCallError.last("rename", new)
    // Some network file systems do not know the flag; there, a folder still never replaces one that holds something.
    guard error.code == EINVAL || error.code == ENOSYS else { throw error }
    if try FileStatus.of(new) != nil { throw SystemCallError(call: "rename", code: EEXIST, path: new) }
    try rename(old, to: new)
  }

  /// Sets the time of the last change to now; false where there is no such file or folder.
  @discardableResult
  public static func touch(_ path: String) throws(SystemCallError) -> Bool {
    if utimensat(AT_FDCWD, path, nil, AT_SYMLINK_NOFOLLOW) == 0 { return true }
    let error = SystemCallError.last("utimensat", path)
    if error.isNotFound { return false }
    throw error
  }

  /// Removes a file; false where there was none.
  @discardableResult
  public static func removeFile(_ path: String) throws(SystemCallError) -> Bool {
    if unlink(path) == 0 { return true }
    let error = SystemCallError.last("unlink", path)
    if error.isNotFound { return false }
    throw error
  }

  /// Removes a folder with all that is in it, following no symbolic link; false where there was none.
  @discardableResult
  public static func removeTree(_ path: String) throws(SystemCallError) -> Bool {
    guard let status = try FileStatus.of(path) else { return false }
    guard status.kind == .folder else { return try removeFile(path) }
    for entry in try entries(of: path) {
      guard entry.isReadableName else {
        throw SystemCallError(call: "unlink", code: EILSEQ, path: "\(path)/\(entry.name)")
      }
      try removeTree("\(path)/\(entry.name)")
    }
    guard rmdir(path) == 0 else { throw SystemCallError.last("rmdir", path) }
    return true
  }
}
