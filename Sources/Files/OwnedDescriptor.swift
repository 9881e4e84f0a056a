import CPosix
import Glibc

/// An open file that closes itself: the one owner of its descriptor.
///
/// What was written counts only after `sync`, so that a failing close can lose nothing that was promised.
public final class OwnedDescriptor: Sendable {
  /// For calls that want the number; it stays owned here.
  public let raw: Int32
  /// For messages.
  public let path: String

  /// Takes over a descriptor that somebody else opened.
  public init(owning raw: Int32, path: String) {
    self.raw = raw
    self.path = path
  }

  deinit {
    close(raw)
  }

  /// Opens a regular file for reading, close-on-exec. A folder, pipe or device is refused (EINVAL), without waiting
  /// for a pipe's other end. With `followingLinks` false, a symbolic link as the last part is refused (ELOOP).
  public static func reading(_ path: String, followingLinks: Bool = true) throws(SystemCallError) -> OwnedDescriptor {
    let flags = O_RDONLY | O_CLOEXEC | O_NONBLOCK | (followingLinks ? 0 : O_NOFOLLOW)
    return try regular(try opened(path, flags, mode: 0))
  }

  /// The same by a path whose bytes are no UTF-8; `path` stands for it in messages.
  static func reading(
    bytes: [UInt8], path: String, followingLinks: Bool
  ) throws(SystemCallError) -> OwnedDescriptor {
    guard !bytes.contains(0) else { throw SystemCallError(call: "open", code: EINVAL, path: path) }
    let name = (bytes + [0]).map { CChar(bitPattern: $0) }
    let raw = open(name, O_RDONLY | O_CLOEXEC | O_NONBLOCK | (followingLinks ? 0 : O_NOFOLLOW))
    guard raw >= 0 else { throw SystemCallError.last("open", path) }
    return try regular(OwnedDescriptor(owning: raw, path: path))
  }

  private static func regular(_ descriptor: OwnedDescriptor) throws(SystemCallError) -> OwnedDescriptor {
    guard try descriptor.status().kind == .file else {
      throw SystemCallError(call: "open", code: EINVAL, path: descriptor.path)
    }
    return descriptor
  }

  /// Opens a regular file below a folder for reading. No link is followed on the way from there: whoever may write to
  /// the folder would lead us to files that he cannot read himself (ELOOP). The folder itself may be a link. Names may
  /// be escaped.
  public static func reading(_ path: String, below folder: String) throws(SystemCallError) -> OwnedDescriptor {
    // Bytes, not characters: a slash and a combining mark are one character, and two names all the same.
    let rest = path.utf8.dropFirst(folder.utf8.count)
    let names = rest.split(separator: UInt8(ascii: "/")).map { String(decoding: $0, as: UTF8.self) }
    guard path.utf8.starts(with: folder.utf8), rest.first == UInt8(ascii: "/"), !path.utf8.contains(0),
      let last = names.last, !names.contains("..")
    else { throw SystemCallError(call: "open", code: EINVAL, path: path) }
    // Name by name, not with RESOLVE_NO_SYMLINKS: some containers' kernels have no openat2.
    var place = try opened(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC, mode: 0)
    for name in names.dropLast() {
      do throws(SystemCallError) {
        place = try place.opened(name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC, path)
      } catch {
        throw error.code == ENOTDIR ? SystemCallError(call: "open", code: ELOOP, path: path) : error
      }
    }
    let file = try place.opened(last, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOFOLLOW, path)
    guard try file.status().kind == .file else { throw SystemCallError(call: "open", code: EINVAL, path: path) }
    return file
  }

  /// Opens a name in this folder: to the letter, or else what it is the escaped form of.
  private func opened(_ name: String, _ flags: Int32, _ path: String) throws(SystemCallError) -> OwnedDescriptor {
    do {
      return try opened(Array(name.utf8CString), flags, path)
    } catch {
      guard error.isNotFound, let bytes = EscapedPath.bytes(of: name) else { throw error }
      return try opened(bytes.map { CChar(bitPattern: $0) } + [0], flags, path)
    }
  }

  private func opened(_ name: [CChar], _ flags: Int32, _ path: String) throws(SystemCallError) -> OwnedDescriptor {
    while true {
      let raw = openat(self.raw, name, flags)
      if raw >= 0 { return OwnedDescriptor(owning: raw, path: path) }
      if errno != EINTR { throw SystemCallError.last("open", path) }
    }
  }

  /// Makes a new file for writing and reading back; EEXIST where there is one. The mode holds whatever the umask is,
  /// unless `exactly` is false: disks that were formatted for other systems know no modes and refuse to set them.
  public static func creating(
    _ path: String, mode: UInt32, exactly: Bool = true
  ) throws(SystemCallError) -> OwnedDescriptor {
    let descriptor = try opened(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, mode: mode)
    guard exactly else { return descriptor }
    guard fchmod(descriptor.raw, mode) == 0 else { throw SystemCallError.last("fchmod", path) }
    return descriptor
  }

  /// Opens a file that is there for writing at its end.
  public static func appending(_ path: String) throws(SystemCallError) -> OwnedDescriptor {
    try opened(path, O_WRONLY | O_APPEND | O_CLOEXEC | O_NOFOLLOW, mode: 0)
  }

  static func opened(_ path: String, _ flags: Int32, mode: UInt32) throws(SystemCallError) -> OwnedDescriptor {
    // C would silently stop at the NUL and open another file.
    guard !path.utf8.contains(0) else { throw SystemCallError(call: "open", code: EINVAL, path: path) }
    while true {
      let raw = open(path, flags, mode)
      if raw >= 0 { return OwnedDescriptor(owning: raw, path: path) }
      if errno != EINTR { throw SystemCallError.last("open", path) }
    }
  }

  /// Fills some of the buffer; 0 at the end.
  public func read(into buffer: UnsafeMutableRawBufferPointer) throws(SystemCallError) -> Int {
    while true {
      let count = Glibc.read(raw, buffer.baseAddress, buffer.count)
      if count >= 0 { return count }
      if errno != EINTR { throw SystemCallError.last("read", path) }
    }
  }

  /// As `read(into:)`, from a place in the file and without moving the present position.
  public func read(into buffer: UnsafeMutableRawBufferPointer, at offset: Int64) throws(SystemCallError) -> Int {
    while true {
      let count = pread(raw, buffer.baseAddress, buffer.count, off_t(offset))
      if count >= 0 { return count }
      if errno != EINTR { throw SystemCallError.last("pread", path) }
    }
  }

  /// Writes all of the bytes.
  public func write(_ bytes: UnsafeRawBufferPointer) throws(SystemCallError) {
    var rest = bytes
    while rest.count > 0 {
      let count = Glibc.write(raw, rest.baseAddress, rest.count)
      if count > 0 {
        rest = UnsafeRawBufferPointer(rebasing: rest[count...])
      } else if count == 0 || errno != EINTR {
        throw SystemCallError.last("write", path)
      }
    }
  }

  public func write(_ bytes: [UInt8]) throws(SystemCallError) {
    let result = bytes.withUnsafeBytes { buffer -> Result<Void, SystemCallError> in
      Result { () throws(SystemCallError) in try write(buffer) }
    }
    try result.get()
  }

  /// Everything from the present position to the end, for files known to be small; EFBIG above the limit.
  public func readToEnd(limit: Int) throws(SystemCallError) -> [UInt8] {
    let buffer = ChunkBuffer()
    var bytes: [UInt8] = []
    while true {
      let count = try read(into: buffer.space)
      if count == 0 { return bytes }
      guard bytes.count + count <= limit else { throw SystemCallError(call: "read", code: EFBIG, path: path) }
      bytes.append(contentsOf: buffer.space[..<count])
    }
  }

  /// Back to the first byte.
  public func rewind() throws(SystemCallError) {
    guard lseek(raw, 0, SEEK_SET) >= 0 else { throw SystemCallError.last("lseek", path) }
  }

  /// Lets go of what the system keeps of the file in memory: what is read next comes from the disk.
  public func dropCache() {
    _ = posix_fadvise(raw, 0, 0, POSIX_FADV_DONTNEED)
  }

  /// Until the bytes are on the disk.
  public func sync() throws(SystemCallError) {
    while fsync(raw) != 0 {
      if errno != EINTR { throw SystemCallError.last("fsync", path) }
    }
  }

  /// Until everything that was written to this file's file system is on the disk: cheaper than thousands of `sync`.
  /// Throws where any write to it failed since this descriptor was opened (Linux 5.8).
  public func syncFileSystem() throws(SystemCallError) {
    guard hoso_sync_file_system(raw) == 0 else { throw SystemCallError.last("syncfs", path) }
  }

  public func status() throws(SystemCallError) -> FileStatus {
    var status = stat()
    guard fstat(raw, &status) == 0 else { throw SystemCallError.last("fstat", path) }
    return FileStatus(status)
  }
}
