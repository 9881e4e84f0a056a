public import Files

/// Files named by their content: what is put in twice lies there once, and nothing is ever changed in place.
///
/// Whatever a call returns as stored is durable: it survives a power cut right after. Any thread may call.
public protocol FileStore: Sendable {
  /// Whether workers on other machines read the same files.
  var isShared: Bool { get }

  /// Begins to take in one file, piece by piece. Above `limit` bytes it fails with `too-large`.
  func receive(limit: Int64?) throws(StorageError) -> any FileIntake

  /// Begins to take in many files that become durable together, at less cost than one by one.
  func batch() throws(StorageError) -> any FileBatch

  /// The file from its first byte, read only. `not-found` where there is none.
  func open(_ sha256: String) throws(StorageError) -> OwnedDescriptor

  /// As `open`, but never a copy on this machine of what lies elsewhere, nor held against its name: for checks.
  func openAfresh(_ sha256: String) throws(StorageError) -> OwnedDescriptor

  /// Nil where there is no such file.
  func size(of sha256: String) throws(StorageError) -> Int64?

  /// False where there was no such file.
  @discardableResult
  func remove(_ sha256: String) throws(StorageError) -> Bool

  /// Removes a file that nobody has put in or put in again for so many seconds; false where it is younger, or not there.
  /// To put in what is there already makes it young: a sender's file is never taken between its upload and its record.
  func remove(_ sha256: String, untouchedForSeconds age: Int64) throws(StorageError) -> Bool

  /// As `remove(_:untouchedForSeconds:)` without removing: whether it would.
  func isUntouched(_ sha256: String, forSeconds age: Int64) throws(StorageError) -> Bool

  /// Calls `visit` for each stored file, in the order of their names, without holding the list in memory; ends early
  /// where `visit` returns false.
  func list(_ visit: (StoredFile) -> Bool) throws(StorageError)

  /// Calls `visit` for everything in the store's place that is no stored file: what a crash left half-written, and what
  /// others put there.
  func leftovers(_ visit: (Leftover) -> Void) throws(StorageError)

  /// Removes half-written files older than that many seconds; returns how many. Younger ones may be in the making.
  func sweep(olderThanSeconds age: Int64) throws(StorageError) -> Int

  /// Nil where the store has no bounds that it knows of.
  func space() throws(StorageError) -> DiskSpace?
}

/// One file on its way into a store. Let go before `finish`, it leaves nothing behind. For one thread at a time.
public protocol FileIntake: AnyObject {
  func write(_ bytes: UnsafeRawBufferPointer) throws(StorageError)

  /// Makes the file durable (in a batch: as far as the batch's `commit` will). To be called once.
  func finish() throws(StorageError) -> StoredFile
}

/// Many files on their way into a store. Until `commit` they are not in the store; let go before, they leave nothing
/// behind. For one thread at a time.
public protocol FileBatch: AnyObject {
  func receive(limit: Int64?) throws(StorageError) -> any FileIntake

  /// Makes every finished file of the batch durable. The batch can then be filled again.
  func commit() throws(StorageError)
}

/// Something in a store's place that is no stored file.
public struct Leftover: Sendable, Hashable {
  /// Within the store's place.
  public let path: String
  public let byteCount: Int64
  /// Seconds since 1970.
  public let modifiedAt: Int64
  /// Half-written by us; false for what others put there.
  public let isTemporary: Bool

  public init(path: String, byteCount: Int64, modifiedAt: Int64, isTemporary: Bool) {
    self.path = path
    self.byteCount = byteCount
    self.modifiedAt = modifiedAt
    self.isTemporary = isTemporary
  }
}
