import Files

/// Many files on their way into a bucket, several uploads at a time.
final class S3Batch: FileBatch {
  private let store: S3Store
  /// Content once each, however often it is put in.
  private var waiting: [StoredFile: OwnedDescriptor] = [:]

  private static let uploadsAtOnce = 8

  init(store: S3Store) {
    self.store = store
  }

  deinit {
    for file in waiting.values { store.cache.discard(file) }
  }

  func receive(limit: Int64?) throws(StorageError) -> any FileIntake {
    try S3Intake(store: store, limit: limit, batch: self)
  }

  func adopt(_ file: OwnedDescriptor, as stored: StoredFile) {
    if let earlier = waiting.updateValue(file, forKey: stored) { store.cache.discard(earlier) }
  }

  func commit() throws(StorageError) {
    let files = waiting.map { ($0.key, $0.value) }
    let store = store
    _ = try Crew.map(files.count, atOnce: Self.uploadsAtOnce) { index throws(StorageError) in
      let (stored, file) = files[index]
      try store.upload(file, as: stored)
      try store.cache.keep(file, as: stored)
    }
    waiting = [:]
  }
}
