import Digests
public import Files
import Glibc

/// A store in a folder: `ab/cd/<sha256>`, and `tmp/` for what is on its way in.
///
/// Files have mode 0600, folders 0700. Several processes may use the same folder.
public struct FolderStore: FileStore {
  public let path: String
  public let isShared: Bool

  /// Makes the folder where it is missing. `isShared` is for its operator to say: the folder itself does not tell
  /// whether other machines reach it.
  public init(path: String, isShared: Bool = false) throws(StorageError) {
    self.path = path
    self.isShared = isShared
    try storing { () throws(SystemCallError) in
      for changed in try Folder.create("\(path)/\(Self.temporaryFolder)") {
        try Folder.sync(changed)
      }
    }
  }

  static let temporaryFolder = "tmp"

  public func receive(limit: Int64?) throws(StorageError) -> any FileIntake {
    try FolderIntake(store: self, limit: limit, batch: nil)
  }

  public func batch() throws(StorageError) -> any FileBatch {
    try FolderBatch(store: self)
  }

  public func open(_ sha256: String) throws(StorageError) -> OwnedDescriptor {
    let place = try place(of: sha256)
    do {
      return try OwnedDescriptor.reading(place, followingLinks: false)
    } catch {
      // Where the whole store is gone, its disk is not there now: that passes, a missing file does not.
      if error.isNotFound, access("\(path)/\(Self.temporaryFolder)", F_OK) != 0 {
        throw StorageError(.io, "\(path) is gone: is its file system mounted?")
      }
      throw StorageError(error)
    }
  }

  public func openAfresh(_ sha256: String) throws(StorageError) -> OwnedDescriptor { try open(sha256) }

  public func size(of sha256: String) throws(StorageError) -> Int64? {
    let place = try place(of: sha256)
    let status = try storing { () throws(SystemCallError) in try FileStatus.of(place) }
    return status.flatMap { $0.kind == .file ? $0.byteCount : nil }
  }

  public func remove(_ sha256: String) throws(StorageError) -> Bool {
    let place = try place(of: sha256)
    return try storing { () throws(SystemCallError) in
      guard try Folder.removeFile(place) else { return false }
      try Folder.sync(Folder.parent(of: place))
      return true
    }
  }

  public func space() throws(StorageError) -> DiskSpace? {
    try storing { () throws(SystemCallError) in try DiskSpace.of(path) }
  }

  /// Where the file of that digest lies or would lie.
  func place(of sha256: String) throws(StorageError) -> String {
    guard Hexadecimal.isSHA256(sha256) else { throw StorageError(.badName, "\(sha256) is no SHA-256") }
    return "\(path)/\(sha256.prefix(2))/\(sha256.dropFirst(2).prefix(2))/\(sha256)"
  }

  /// Moves a temporary file whose bytes are on the disk to its place; returns the folders to sync.
  ///
  /// That is always all three: another process may have made them, or placed the file, and not reached its own sync
  /// yet; ours makes the promise hold either way, and a clean folder's sync costs next to nothing. A sound file that is there already stays. A damaged one is replaced: to put the good bytes in again is how a
  /// store is mended.
  func place(_ temporary: String, as file: StoredFile) throws(StorageError) -> [String] {
    let place = try place(of: file.sha256)
    let folder = Folder.parent(of: place)
    // Read through outside the lock: what is swept meanwhile is placed anew.
    let isThere = try size(of: file.sha256) == file.byteCount && isSound(file.sha256)
    let lock = try storing { () throws(SystemCallError) in try FileLock(path, .shared) }
    defer { withExtendedLifetime(lock) {} }
    try storing { () throws(SystemCallError) in
      if isThere, try Folder.touch(place) {
        try Folder.removeFile(temporary)
      } else {
        try Folder.create(folder)
        try Folder.touch(temporary)
        try Folder.rename(temporary, to: place)
      }
    }
    return [folder, Folder.parent(of: folder), path]
  }

  private func isSound(_ sha256: String) -> Bool {
    do {
      _ = try verify(sha256)
      return true
    } catch {
      return false
    }
  }
}
