import Digests
import Dossiers
import Files
import Glibc
public import Reception
import Storage
import Worker
import Workflow

/// A copy of a whole installation, taken beside its workers: the store as of one moment, and every file and package
/// that it refers to. Files are never changed once stored, so what the store's copy names is copied after it.
public struct Backup {
  /// How far it is: what is being done, how many of how many.
  public typealias Progress = (_ doing: String, _ done: Int, _ total: Int) -> Void

  private let installation: Installation
  private let folder: String
  private let program: String
  private let progress: Progress
  private var manifest = BackupManifest()
  private var byteCount: Int64 = 0
  private var lost: [String] = []

  /// Takes a backup into a folder that is empty or not there yet, reads it back, and says what it holds. The folder
  /// counts as a backup only once its `hoso-backup.json` stands.
  public static func take(
    of installation: Installation, to folder: String, program: String, by actor: String, progress: @escaping Progress
  ) throws(UpkeepError) -> BackupSummary {
    do {
      let lock = try UpkeepLock(installation.home)
      defer { withExtendedLifetime(lock) {} }
      var backup = Backup(installation: installation, folder: folder, program: program, progress: progress)
      let summary = try backup.take()
      try installation.store.noteUpkeep(
        "backup.taken", by: actor,
        data: [
          "manifestSHA256": .string(summary.manifestSHA256), "files": .integer(Int64(summary.files)),
          "lost": .integer(Int64(summary.lost.count)),
        ])
      return summary
    } catch {
      throw UpkeepError(error)
    }
  }

  private init(installation: Installation, folder: String, program: String, progress: @escaping Progress) {
    self.installation = installation
    self.folder = Home.absolute(folder)
    self.program = program
    self.progress = progress
  }

  private var home: Home { installation.home }
  private var copy: Home { Home(path: "\(folder)/home") }

  private mutating func take() throws -> BackupSummary {
    guard folder != home.path, !folder.hasPrefix(home.path + "/") else {
      throw UpkeepError(.refused, "\(folder) lies in the home: what takes the home takes such a backup along")
    }
    try Folder.create(folder)
    guard try Folder.entries(of: folder).isEmpty else {
      throw UpkeepError(.occupied, "\(folder) is not empty: name a new folder for each backup")
    }
    try Folder.create(copy.path)
    // Open before the first write, so that no failed write goes unnoticed.
    let target = try Folder.open(folder)
    let takenAt = Self.now()
    let dossiers = try copyStore()
    let record = try SQLiteStore.openReadOnly(path: copy.store)
    let files = try copyFiles(of: record)
    let packages = try copyPackages(of: record)
    let settings = [
      home.pipeline, home.procedures, home.calendar, OutboxTargets.eventsFile(in: home),
      OutboxTargets.zaloFile(in: home),
    ]
    for path in settings where try FileStatus.of(path) != nil {
      try copyOne(path, as: String(path.dropFirst(home.path.count + 1)))
    }
    let manifestBytes = manifest.bytes
    try OwnedDescriptor.creating("\(folder)/\(BackupManifest.name)", mode: 0o600).write(manifestBytes)
    try target.syncFileSystem()
    try readBack()
    let summary = BackupSummary(
      program: program, takenAt: takenAt, dossiers: dossiers, files: files, packages: packages, bytes: byteCount,
      lost: lost, manifestSHA256: SHA256Digest.hex(of: manifestBytes))
    let unfinished = "\(folder)/\(BackupSummary.name).part"
    try OwnedDescriptor.creating(unfinished, mode: 0o600).write(try summary.json)
    try target.syncFileSystem()
    try Folder.rename(unfinished, to: "\(folder)/\(BackupSummary.name)")
    try target.sync()
    return summary
  }

  /// Returns how many dossiers it holds.
  private mutating func copyStore() throws -> Int {
    var dossiers = 0
    do {
      let target = try SQLiteStore.open(path: copy.store)
      var done = 0
      let seals = try StoreCopy.snapshot(of: try installation.location.openExisting(), to: target) { table, _ in
        progress("store, \(table)", done, StoreCopy.tableCount)
        done += 1
      }
      dossiers = seals.first { $0.table == "dossiers" }?.rows ?? 0
      let faults = try StoreCheck.run(on: target)
      guard faults.isEmpty else {
        throw UpkeepError(
          .damaged, "the store is not sound (\(faults.map(\.fault).joined(separator: "; "))): hoso store check")
      }
      try target.settle()
    }
    let digest = try CopiedFile.sha256(of: copy.store)
    byteCount += try FileStatus.of(copy.store)?.byteCount ?? 0
    manifest.add(digest, "home/store.sqlite")
    return dossiers
  }

  private mutating func copyFiles(of record: SQLiteStore) throws -> Int {
    let referenced = try record.referencedFiles().sorted()
    var done = 0
    for sha256 in referenced {
      progress("files", done, referenced.count)
      let relative = "files/\(sha256.prefix(2))/\(sha256.dropFirst(2).prefix(2))/\(sha256)"
      do {
        let source = try installation.files.open(sha256)
        if try copyOne(source, as: relative) != sha256 {
          lost.append(sha256)
        } else {
          done += 1
        }
      } catch let error as StorageError where error.code == .notFound {
        lost.append(sha256)
      }
    }
    return done
  }

  private mutating func copyPackages(of record: SQLiteStore) throws -> Int {
    var done = 0
    var last: StoredPackage?
    while true {
      let page = try record.packages(after: last, limit: 500)
      guard let end = page.last else { return done }
      for package in page {
        progress("packages", done, done + page.count)
        done += try copyPackage(package) ? 1 : 0
      }
      last = end
    }
  }

  /// False where it is gone.
  private mutating func copyPackage(_ package: StoredPackage) throws -> Bool {
    let path = package.path
    guard let origin = try PackageOrigin(package, in: installation) else {
      lost.append("packages/\(path)")
      return false
    }
    defer { withExtendedLifetime(origin) {} }
    let source = origin.path
    guard try FileStatus.of(source)?.kind == .folder else {
      try copyOne(source, as: "packages/\(path)")
      return true
    }
    var files: [String] = []
    try Folder.walk(source) { if $0.status.kind == .file { files.append($0.relativePath) } }
    for file in files { try copyOne("\(source)/\(file)", as: "packages/\(path)/\(file)") }
    return true
  }

  private mutating func copyOne(_ source: String, as relative: String) throws {
    _ = try copyOne(try OwnedDescriptor.reading(source, followingLinks: false), as: relative)
  }

  /// Returns the digest of what was copied.
  private mutating func copyOne(_ source: OwnedDescriptor, as relative: String) throws -> String {
    let target = "\(copy.path)/\(relative)"
    try Folder.create(Folder.parent(of: target))
    let copied = try CopiedFile(from: source, to: target)
    byteCount += copied.byteCount
    manifest.add(copied.sha256, "home/\(relative)")
    return copied.sha256
  }

  private func readBack() throws {
    for (done, line) in manifest.lines.enumerated() {
      progress("reading back", done, manifest.lines.count)
      guard try CopiedFile.sha256(of: "\(folder)/\(line.path)") == line.sha256 else {
        throw UpkeepError(.damaged, "\(folder)/\(line.path) reads differently from what was written: a failing disk?")
      }
    }
  }

  static func now() -> Timestamp {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Timestamp(milliseconds: Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000)
  }
}
