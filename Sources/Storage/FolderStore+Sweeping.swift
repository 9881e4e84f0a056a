import Files
import Glibc

extension FolderStore {
  public func remove(_ sha256: String, untouchedForSeconds age: Int64) throws(StorageError) -> Bool {
    // Nobody places a file between the look and the removal.
    let lock = try storing { () throws(SystemCallError) in try FileLock(path, .exclusive) }
    defer { withExtendedLifetime(lock) {} }
    guard try isUntouched(sha256, forSeconds: age) else { return false }
    return try remove(sha256)
  }

  public func isUntouched(_ sha256: String, forSeconds age: Int64) throws(StorageError) -> Bool {
    let place = try place(of: sha256)
    guard let status = try storing({ () throws(SystemCallError) in try FileStatus.of(place) }), status.kind == .file
    else { return false }
    let now = Int64(time(nil))
    // A file from the future was written before the clock was set back: how long ago, nobody knows.
    return status.modifiedAt <= now && now - status.modifiedAt >= age
  }
}
