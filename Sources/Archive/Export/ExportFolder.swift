import Digests
import Files

/// A folder, perhaps on a removable disk, that packages are copied into, with a list of every file and its SHA-256 that
/// `sha256sum -c` understands too.
///
/// Files become whole before they get their names, and the list grows file by file: an export that was interrupted goes
/// on where it was. For one thread.
public final class ExportFolder {
  public static let manifestName = "manifest-sha256.txt"

  /// What a copy of one package came to.
  public struct Copied: Sendable, Hashable {
    public var files = 0
    public var bytes: Int64 = 0
    /// Files that an earlier run had copied.
    public var present = 0
  }

  public let path: String
  private let manifest: ExportManifest
  private let buffer = ChunkBuffer()

  /// Makes the folder where it is missing, and takes up the list that an earlier run left.
  public init(_ path: String) throws(ArchiveError) {
    self.path = path
    try archiving { () throws(SystemCallError) in _ = try Folder.create(path, mode: 0o755, exactly: false) }
    manifest = try ExportManifest(path: "\(path)/\(Self.manifestName)")
  }

  /// Room for so many more bytes; throws `disk-full` with both figures where there is none.
  public func requireRoom(for bytes: Int64) throws(ArchiveError) {
    let space = try archiving { () throws(SystemCallError) in try DiskSpace.of(path) }
    guard space.freeBytes >= bytes else {
      throw ArchiveError(.diskFull, "\(path) has room for \(space.freeBytes) bytes, and \(bytes) are to be copied")
    }
  }

  /// Copies a package, a folder or a file, to its relative path here. What is there already, by the list and its size,
  /// is not copied again.
  public func copy(_ source: String, to relativePath: String) throws(ArchiveError) -> Copied {
    if let objection = BagPath(relativePath).objection { throw ArchiveError(.badPath, "\(relativePath) \(objection)") }
    guard let status = try archiving({ () throws(SystemCallError) in try FileStatus.of(source) }) else {
      throw ArchiveError(.notFound, "\(source) is not there")
    }
    var copied = Copied()
    if status.kind == .file {
      try copyFile(source, size: status.byteCount, to: relativePath, &copied)
    } else {
      do {
        try Folder.walk(source) { file in
          guard file.status.kind != .folder else { return }
          try copyFile(
            "\(source)/\(file.relativePath)", size: file.status.byteCount, to: "\(relativePath)/\(file.relativePath)",
            &copied)
        }
      } catch let error as ArchiveError {
        throw error
      } catch let error as SystemCallError {
        throw ArchiveError(error)
      } catch {
        throw ArchiveError(.io, "\(source): \(error)")
      }
    }
    // What the list says from here on is on the disk.
    try archiving { () throws(SystemCallError) in try Folder.open(path).syncFileSystem() }
    try manifest.flush()
    return copied
  }

  private func copyFile(
    _ source: String, size: Int64, to relativePath: String, _ copied: inout Copied
  ) throws(ArchiveError) {
    let target = "\(path)/\(relativePath)"
    copied.files += 1
    copied.bytes += size
    let present = try archiving { () throws(SystemCallError) in try FileStatus.of(target) }
    if manifest[relativePath] != nil, let present, present.kind == .file, present.byteCount == size {
      copied.present += 1
      return
    }
    let digest = SHA256Digest()
    try archiving { () throws(SystemCallError) in
      try Folder.create(Folder.parent(of: target), mode: 0o755, exactly: false)
      let from = try OwnedDescriptor.reading(source, followingLinks: false)
      let draft = "\(target).part"
      try Folder.removeFile(draft)
      let into = try OwnedDescriptor.creating(draft, mode: 0o644, exactly: false)
      do throws(SystemCallError) {
        while true {
          let count = try from.read(into: buffer.space)
          if count == 0 { break }
          digest.update(buffer.filled(count))
          try into.write(buffer.filled(count))
        }
        try Folder.rename(draft, to: target)
      } catch {
        // Half a file helps nobody, least of all on a full disk.
        _ = try? Folder.removeFile(draft)
        throw error
      }
    }
    manifest.add(digest.finishHex(), relativePath)
  }

  /// Reads every file of the list back from the disk, and tells each that is missing or is another; ends early where
  /// `progress`, told how many files were read, returns false.
  public func verify(progress: (Int) -> Bool = { _ in true }) throws(ArchiveError) -> [ExportFinding] {
    var findings: [ExportFinding] = []
    for (index, entry) in manifest.entries.enumerated() {
      guard progress(index) else { break }
      do throws(SystemCallError) {
        let file = try OwnedDescriptor.reading("\(path)/\(entry.path)", followingLinks: false)
        file.dropCache()
        let digest = SHA256Digest()
        try file.readToEnd(through: buffer) { digest.update($0) }
        let found = digest.finishHex()
        if found != entry.sha256 {
          findings.append(ExportFinding(path: entry.path, kind: .differs(expected: entry.sha256, found: found)))
        }
      } catch {
        findings.append(
          ExportFinding(path: entry.path, kind: error.isNotFound ? .missing : .unreadable(reason: error.reason)))
      }
    }
    return findings
  }

  public var fileCount: Int { manifest.entries.count }
}
