import Files
import Glibc

/// One file on its way into a `FolderStore`, under a temporary name there.
final class FolderIntake: FileIntake {
  static let temporaryPrefix = "put-"

  private let store: FolderStore
  private let batch: FolderBatch?
  private let spool: Spool

  init(store: FolderStore, limit: Int64?, batch: FolderBatch?) throws(StorageError) {
    self.store = store
    self.batch = batch
    let random = UInt64.random(in: 0...UInt64.max)
    let name = "\(Self.temporaryPrefix)\(getpid())-\(String(random, radix: 16))"
    let file = try storing { () throws(SystemCallError) in
      try OwnedDescriptor.creating("\(store.path)/\(FolderStore.temporaryFolder)/\(name)", mode: 0o600)
    }
    // What cannot be removed either is swept by age.
    spool = Spool(file, limit: limit) { file in unlink(file.path) }
  }

  func write(_ bytes: UnsafeRawBufferPointer) throws(StorageError) {
    try spool.write(bytes)
  }

  func finish() throws(StorageError) -> StoredFile {
    let file = spool.file
    var changed: [String] = []
    let stored = try spool.finish { (stored) throws(StorageError) in
      if let batch {
        batch.adopt(file.path, as: stored)
      } else {
        try storing { () throws(SystemCallError) in try file.sync() }
        changed = try store.place(file.path, as: stored)
      }
    }
    try storing { () throws(SystemCallError) in
      for folder in changed { try Folder.sync(folder) }
    }
    return stored
  }
}
