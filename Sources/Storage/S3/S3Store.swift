import Digests
public import Files

/// A store in a bucket of an S3 server: `prefix/ab/cd/<sha256>`, as in a folder, so that either can be copied to the
/// other by any tool.
///
/// A file is spooled to this machine's cache while it is hashed, sent with its checksums, and counts as stored once
/// the server has acknowledged it. What is read comes through the cache, held against its name on the way in.
public struct S3Store: FileStore {
  public let location: S3Location
  public var isShared: Bool { true }
  let client: S3Client
  let cache: FileCache

  /// Asks no server yet. `cache` is a folder on this machine, made where it is missing. Without `credentials`, those
  /// of the environment count, looked for when first needed.
  public init(
    _ location: S3Location, cache: String, credentials: S3Credentials? = nil
  ) throws(StorageError) {
    self.location = location
    client = S3Client(location, credentials: credentials)
    self.cache = try FileCache(folder: cache, limit: location.cacheBytes)
  }

  public func receive(limit: Int64?) throws(StorageError) -> any FileIntake {
    try S3Intake(store: self, limit: limit, batch: nil)
  }

  public func batch() -> any FileBatch {
    S3Batch(store: self)
  }

  public func open(_ sha256: String) throws(StorageError) -> OwnedDescriptor {
    let key = try key(of: sha256)
    if let copy = try cache.open(sha256) { return copy }
    // Bytes that went wrong on the way are fetched once more; those that lie there wrong stay so.
    for isLast in [false, true] {
      let (file, found) = try download(key, sha256)
      if found.sha256 == sha256 {
        try cache.keep(file, as: found)
        try storing { () throws(SystemCallError) in try file.rewind() }
        return file
      }
      cache.discard(file)
      if isLast {
        throw StorageError(.damaged, "\(sha256) holds \(found.byteCount) bytes with the digest \(found.sha256)")
      }
    }
    throw StorageError(.damaged, sha256)
  }

  public func openAfresh(_ sha256: String) throws(StorageError) -> OwnedDescriptor {
    let (file, _) = try download(try key(of: sha256), sha256)
    cache.discard(file)
    try storing { () throws(SystemCallError) in try file.rewind() }
    return file
  }

  public func size(of sha256: String) throws(StorageError) -> Int64? {
    try head(try key(of: sha256), sha256)?.byteCount
  }

  public func remove(_ sha256: String) throws(StorageError) -> Bool {
    let key = try key(of: sha256)
    // S3 deletes what is not there without a word.
    guard try head(key, sha256) != nil else { return false }
    _ = try client.send(S3Request(method: "DELETE", key: key), doing: "removing \(sha256)")
    cache.drop(sha256)
    return true
  }

  public func remove(_ sha256: String, untouchedForSeconds age: Int64) throws(StorageError) -> Bool {
    guard try isUntouched(sha256, forSeconds: age) else { return false }
    return try remove(sha256)
  }

  /// By the server's clock alone.
  public func isUntouched(_ sha256: String, forSeconds age: Int64) throws(StorageError) -> Bool {
    guard let facts = try head(try key(of: sha256), sha256) else { return false }
    guard let seconds = facts.secondsSinceChange else {
      throw StorageError(.io, "the S3 server does not tell when \(sha256) was stored")
    }
    return seconds >= age
  }

  public func space() -> DiskSpace? { nil }

  /// Where the file of that digest lies or would lie, below the bucket.
  func key(of sha256: String) throws(StorageError) -> String {
    guard Hexadecimal.isSHA256(sha256) else { throw StorageError(.badName, "\(sha256) is no SHA-256") }
    return "\(keyPrefix)\(sha256.prefix(2))/\(sha256.dropFirst(2).prefix(2))/\(sha256)"
  }

  /// The location's prefix with the slash that follows it.
  var keyPrefix: String { location.prefix.isEmpty ? "" : location.prefix + "/" }

  /// What the server says of an object; nil where there is none.
  func head(_ key: String, _ sha256: String) throws(StorageError) -> S3ObjectFacts? {
    do {
      let request = S3Request(method: "HEAD", key: key, headers: [("x-amz-checksum-mode", "ENABLED")])
      return S3ObjectFacts(try client.send(request, doing: "looking for \(sha256)"))
    } catch  where error.code == .notFound {
      return nil
    } catch {
      throw error
    }
  }

  /// The object's bytes in a temporary file that stands at its end, and what they are.
  private func download(
    _ key: String, _ sha256: String
  ) throws(StorageError) -> (OwnedDescriptor, StoredFile) {
    let file = try cache.temporary()
    do {
      _ = try client.send(
        S3Request(method: "GET", key: key), doing: "fetching \(sha256)", into: DownloadTarget(file: file))
      return (file, try S3Digests(of: file).file)
    } catch {
      cache.discard(file)
      throw error
    }
  }
}
