/// One file on its way into a bucket, spooled to the cache's folder.
final class S3Intake: FileIntake {
  private let store: S3Store
  private let batch: S3Batch?
  private let spool: Spool

  init(store: S3Store, limit: Int64?, batch: S3Batch?) throws(StorageError) {
    self.store = store
    self.batch = batch
    let cache = store.cache
    spool = Spool(try cache.temporary(), limit: limit) { file in cache.discard(file) }
  }

  func write(_ bytes: UnsafeRawBufferPointer) throws(StorageError) {
    try spool.write(bytes)
  }

  func finish() throws(StorageError) -> StoredFile {
    let file = spool.file
    return try spool.finish { (stored) throws(StorageError) in
      if let batch {
        batch.adopt(file, as: stored)
      } else {
        try store.upload(file, as: stored)
        try store.cache.keep(file, as: stored)
      }
    }
  }
}
