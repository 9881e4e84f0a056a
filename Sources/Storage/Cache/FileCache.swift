import Files
import Glibc
import Synchronization

/// Copies of stored files on this machine, the longest unused of which go first when they take too much room.
///
/// A copy has the name of its content, and comes there whole and synced in one rename: what is found under a name is
/// that content, after a power cut too. Several processes may share the folder.
final class FileCache: Sendable {
  static let temporaryFolder = "tmp"
  static let temporaryPrefix = "put-"

  let folder: String
  private let limit: Int64
  /// What the folder held when it was last looked over, and what was added since; nil before the first look.
  private let held = Mutex<(bytes: Int64, added: Int64)?>(nil)

  /// Makes the folder where it is missing. A limit of 0 keeps nothing.
  init(folder: String, limit: Int64) throws(StorageError) {
    self.folder = folder
    self.limit = limit
    try storing { () throws(SystemCallError) in _ = try Folder.create("\(folder)/\(Self.temporaryFolder)") }
  }

  /// The copy, or nil where there is none.
  func open(_ sha256: String) throws(StorageError) -> OwnedDescriptor? {
    let file: OwnedDescriptor
    do {
      file = try OwnedDescriptor.reading(place(of: sha256), followingLinks: false)
    } catch  where error.isNotFound {
      return nil
    } catch {
      throw StorageError(error)
    }
    // The time of its last use decides how long it stays; to the minute is enough.
    if let status = try? file.status(), Int64(time(nil)) - status.modifiedAt > 60 { _ = futimens(file.raw, nil) }
    return file
  }

  /// A new file for bytes on their way, to be kept or discarded.
  func temporary() throws(StorageError) -> OwnedDescriptor {
    let name = "\(Self.temporaryPrefix)\(getpid())-\(String(UInt64.random(in: 0...UInt64.max), radix: 16))"
    return try storing { () throws(SystemCallError) in
      try OwnedDescriptor.creating("\(folder)/\(Self.temporaryFolder)/\(name)", mode: 0o600)
    }
  }

  func discard(_ temporary: OwnedDescriptor) {
    unlink(temporary.path)
  }

  /// Takes a whole temporary file in under its name, or discards it where it is too large. The descriptor stays good
  /// either way.
  func keep(_ temporary: OwnedDescriptor, as file: StoredFile) throws(StorageError) {
    guard file.byteCount <= limit, limit > 0 else { return discard(temporary) }
    let target = place(of: file.sha256)
    try storing { () throws(SystemCallError) in
      try temporary.sync()
      try Folder.create(Folder.parent(of: target))
      try Folder.rename(temporary.path, to: target)
    }
    if needsLook(adding: file.byteCount) { makeRoom() }
  }

  func drop(_ sha256: String) {
    unlink(place(of: sha256))
  }

  /// Half-written files of processes that died, and of those that write now.
  func temporaries(_ visit: (Leftover) -> Void) throws(StorageError) {
    let below = Self.temporaryFolder
    for entry in try entries(below) where entry.name.hasPrefix(Self.temporaryPrefix) {
      let status = try storing { () throws(SystemCallError) in try FileStatus.of("\(folder)/\(below)/\(entry.name)") }
      guard let status else { continue }
      visit(
        Leftover(
          path: "\(below)/\(entry.name)", byteCount: status.byteCount, modifiedAt: status.modifiedAt,
          isTemporary: true))
    }
  }

  private func place(of sha256: String) -> String { "\(folder)/\(sha256.prefix(2))/\(sha256)" }

  private func entries(_ below: String) throws(StorageError) -> [Folder.Entry] {
    do {
      return try Folder.entries(of: "\(folder)/\(below)")
    } catch  where error.isNotFound {
      return []
    } catch {
      throw StorageError(error)
    }
  }

  /// True when the copies may have come above the limit, others' included: after each eighth of it that we add.
  private func needsLook(adding bytes: Int64) -> Bool {
    held.withLock { held in
      guard let known = held else { return true }
      held = (known.bytes, known.added + bytes)
      return known.bytes + known.added + bytes > limit || known.added + bytes > limit / 8
    }
  }

  /// Removes the longest unused copies until a tenth of the limit is free. What cannot be looked at is left alone.
  private func makeRoom() {
    var copies: [(path: String, bytes: Int64, usedAt: Int64)] = []
    for outer in (try? entries("")) ?? [] where outer.name.utf8.count == 2 {
      for entry in (try? entries(outer.name)) ?? [] {
        let path = "\(folder)/\(outer.name)/\(entry.name)"
        guard let status = try? FileStatus.of(path) else { continue }
        copies.append((path, status.byteCount, status.modifiedAt))
      }
    }
    var total = copies.reduce(0) { $0 + $1.bytes }
    if total > limit {
      copies.sort { $0.usedAt < $1.usedAt }
      for copy in copies where total > limit / 10 * 9 {
        unlink(copy.path)
        total -= copy.bytes
      }
    }
    held.withLock { $0 = (total, 0) }
  }
}
