import Files
import Glibc

/// Many files on their way into a `FolderStore`. One sync of the file system before the renames and one after them
/// stand for a sync of each file and folder: with thousands of files in as many folders nothing else is cheap.
final class FolderBatch: FileBatch {
  private let store: FolderStore
  /// Open before the first write, so that no failed write goes unnoticed.
  private let folder: OwnedDescriptor
  /// Content once each, however often it is put in.
  private var waiting: [StoredFile: String] = [:]

  init(store: FolderStore) throws(StorageError) {
    self.store = store
    folder = try storing { () throws(SystemCallError) in try Folder.open(store.path) }
  }

  deinit {
    for path in waiting.values { unlink(path) }
  }

  func receive(limit: Int64?) throws(StorageError) -> any FileIntake {
    try FolderIntake(store: store, limit: limit, batch: self)
  }

  func adopt(_ temporary: String, as file: StoredFile) {
    if let earlier = waiting.updateValue(temporary, forKey: file) { unlink(earlier) }
  }

  func commit() throws(StorageError) {
    guard !waiting.isEmpty else { return }
    // The bytes first: a name that stands must never stand for bytes that a power cut has taken.
    try storing { () throws(SystemCallError) in try folder.syncFileSystem() }
    for (file, temporary) in waiting.sorted(by: { $0.key.sha256 < $1.key.sha256 }) {
      _ = try store.place(temporary, as: file)
      waiting[file] = nil
    }
    try storing { () throws(SystemCallError) in try folder.syncFileSystem() }
  }
}
