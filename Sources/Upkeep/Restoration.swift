import Digests
import Dossiers
import Files
public import Worker
public import Workflow

/// A backup becoming a home again. The store comes last and in one rename, so that nothing works on half of it.
public struct Restoration {
  /// What stands after a restore.
  public struct Outcome: Sendable {
    public let summary: BackupSummary
    public let files: Int
    /// What the store's own check found: none in a store that was sound.
    public let faults: [String]
  }

  private let source: String
  private let home: Home
  private let progress: Backup.Progress

  /// Restores into a home that is empty or not there yet, holding every file against its digest. With `location` a
  /// PostgreSQL database, the store goes there: it must be empty too.
  ///
  /// Throws `.occupied` where something is there already (what an unfinished restore left is taken away first),
  /// `.noBackup`, `.damaged`; then nothing of it stays.
  public static func run(
    from source: String, to home: Home, location: StoreLocation?, by actor: String, progress: @escaping Backup.Progress
  ) throws(UpkeepError) -> Outcome {
    do {
      return try Restoration(source: Home.absolute(source), home: home, progress: progress)
        .run(location, by: actor)
    } catch {
      throw UpkeepError(error)
    }
  }

  private func run(_ location: StoreLocation?, by actor: String) throws -> Outcome {
    let (summary, manifest) = try open()
    try prepare()
    let lock = try UpkeepLock(home)
    defer { withExtendedLifetime(lock) {} }
    do {
      try copy(manifest)
      let place = location ?? .sqlite(path: home.store)
      try putStore(at: place)
      let store = try place.openExisting()
      let faults = try StoreCheck.run(on: store).map(\.fault)
      try store.noteUpkeep(
        "store.restored", by: actor,
        data: [
          "takenAt": .integer(summary.takenAt.milliseconds), "manifestSHA256": .string(summary.manifestSHA256),
        ])
      try Folder.removeFile(home.unfinishedRestore)
      return Outcome(summary: summary, files: manifest.lines.count, faults: faults)
    } catch {
      _ = try? clear()
      throw error
    }
  }

  private func open() throws -> (BackupSummary, BackupManifest) {
    let summary: BackupSummary
    do {
      let bytes = try OwnedDescriptor.reading("\(source)/\(BackupSummary.name)").readToEnd(limit: 64 << 20)
      summary = try BackupSummary(json: bytes)
    } catch let error as SystemCallError where error.isNotFound {
      throw UpkeepError(.noBackup, "\(source) holds no finished backup: \(BackupSummary.name) is missing")
    } catch let error as SystemCallError {
      throw error
    } catch {
      throw UpkeepError(.noBackup, "\(source)/\(BackupSummary.name) cannot be understood")
    }
    guard summary.format == BackupSummary.presentFormat else {
      throw UpkeepError(.noBackup, "\(source) was made by another hoso (\(summary.program)): restore with that one")
    }
    let bytes = try OwnedDescriptor.reading("\(source)/\(BackupManifest.name)").readToEnd(limit: 4 << 30)
    guard SHA256Digest.hex(of: bytes) == summary.manifestSHA256 else {
      throw UpkeepError(.damaged, "\(source)/\(BackupManifest.name) is not the one that the backup was made with")
    }
    return (summary, try BackupManifest(bytes))
  }

  /// Makes the home, or takes an empty one, and marks it: until the mark is gone nobody may work there.
  private func prepare() throws {
    try Folder.create(home.path)
    if try FileStatus.of(home.unfinishedRestore) != nil { try clear() }
    guard try Folder.entries(of: home.path).isEmpty else {
      throw UpkeepError(
        .occupied, "\(home.path) is not empty: a restore goes into a new home, and never over what is there")
    }
    try OwnedDescriptor.creating(home.unfinishedRestore, mode: 0o600).sync()
    try Folder.sync(home.path)
  }

  private func copy(_ manifest: BackupManifest) throws {
    let target = try Folder.open(home.path)
    for (done, line) in manifest.lines.enumerated() {
      progress("restoring", done, manifest.lines.count)
      let relative = String(line.path.dropFirst("home/".count))
      let isStore = relative == "store.sqlite"
      let path = isStore ? waitingStore : "\(home.path)/\(relative)"
      try Folder.create(Folder.parent(of: path))
      let copied = try CopiedFile(
        from: try OwnedDescriptor.reading("\(source)/\(line.path)", followingLinks: false), to: path)
      guard copied.sha256 == line.sha256 else {
        throw UpkeepError(.damaged, "\(source)/\(line.path) is not what was backed up: use another backup")
      }
    }
    guard try FileStatus.of(waitingStore) != nil else {
      throw UpkeepError(.damaged, "\(source) holds no store")
    }
    try target.syncFileSystem()
  }

  private var waitingStore: String { "\(home.path)/store.restoring" }

  private func putStore(at place: StoreLocation) throws {
    switch place {
    case .sqlite(let path):
      guard try FileStatus.of(path) == nil else { throw UpkeepError(.occupied, "there is a store at \(path)") }
      try Folder.rename(waitingStore, to: path)
      try Folder.sync(Folder.parent(of: path))
    case .postgres:
      do {
        let source = try SQLiteStore.open(path: waitingStore)
        var done = 0
        _ = try StoreCopy.run(from: source, to: try place.open()) { table, _ in
          progress("store, \(table)", done, StoreCopy.tableCount)
          done += 1
        }
      }
      try Folder.removeFile(waitingStore)
    }
  }

  /// Everything but the mark, which goes last. The home was empty when the mark was set: all in it is ours.
  private func clear() throws {
    for entry in try Folder.entries(of: home.path) where "\(home.path)/\(entry.name)" != home.unfinishedRestore {
      try Folder.removeTree("\(home.path)/\(entry.name)")
    }
    try Folder.removeFile(home.unfinishedRestore)
  }
}
