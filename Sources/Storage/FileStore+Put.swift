public import Files

extension FileStore {
  /// Stores what the descriptor yields from its present position to its end; a pipe or socket will do.
  public func put(reading source: OwnedDescriptor, limit: Int64? = nil) throws(StorageError) -> StoredFile {
    try receive(limit: limit).take(source)
  }

  /// Stores a copy of the file at that path.
  public func put(path: String, limit: Int64? = nil) throws(StorageError) -> StoredFile {
    try put(reading: try source(path), limit: limit)
  }

  public func put(_ bytes: [UInt8]) throws(StorageError) -> StoredFile {
    try receive(limit: nil).take(bytes)
  }

  public func contains(_ sha256: String) throws(StorageError) -> Bool {
    try size(of: sha256) != nil
  }

  /// The whole file in memory, for small ones; `too-large` above the limit.
  public func read(_ sha256: String, limit: Int = 16 * 1024 * 1024) throws(StorageError) -> [UInt8] {
    let file = try open(sha256)
    guard let size = try size(of: sha256), size <= Int64(limit) else {
      throw StorageError(.tooLarge, "\(sha256) has more than \(limit) bytes")
    }
    return try storing { () throws(SystemCallError) in try file.readToEnd(limit: limit) }
  }
}

extension FileBatch {
  public func put(reading source: OwnedDescriptor, limit: Int64? = nil) throws(StorageError) -> StoredFile {
    try receive(limit: limit).take(source)
  }

  /// Bytes of the path that are no UTF-8 may stand in it as `\xE2`, as a person is shown them.
  /// Without `followingLinks` a path that ends in a link is refused: what others laid into a folder may point at files
  /// that they could not read themselves.
  public func put(
    path: String, limit: Int64? = nil, followingLinks: Bool = true
  ) throws(StorageError) -> StoredFile {
    try put(reading: try source(path, followingLinks: followingLinks), limit: limit)
  }

  public func put(_ bytes: [UInt8]) throws(StorageError) -> StoredFile {
    try receive(limit: nil).take(bytes)
  }
}

extension FileIntake {
  /// Takes in everything that the descriptor yields, and finishes.
  public func take(_ source: OwnedDescriptor) throws(StorageError) -> StoredFile {
    let buffer = ChunkBuffer()
    while true {
      let count: Int
      do {
        count = try source.read(into: buffer.space)
      } catch {
        throw StorageError(.sourceUnreadable, error.description)
      }
      if count == 0 { return try finish() }
      try write(buffer.filled(count))
    }
  }

  /// Takes in the bytes, and finishes.
  public func take(_ bytes: [UInt8]) throws(StorageError) -> StoredFile {
    let result = bytes.withUnsafeBytes { buffer -> Result<Void, StorageError> in
      Result { () throws(StorageError) in try write(buffer) }
    }
    try result.get()
    return try finish()
  }
}

private func source(_ path: String, followingLinks: Bool = true) throws(StorageError) -> OwnedDescriptor {
  do {
    return followingLinks
      ? try OwnedDescriptor.reading(typed: path) : try OwnedDescriptor.reading(path, followingLinks: false)
  } catch {
    throw StorageError(error.isNotFound ? .notFound : .sourceUnreadable, error.description)
  }
}
