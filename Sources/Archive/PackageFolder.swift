import Digests
import Files

/// A folder that a package is written into: new files only, fixed modes, each hashed once on its way.
final class PackageFolder {
  let path: String
  /// Open before the first write, so that no failed write goes unnoticed.
  private let descriptor: OwnedDescriptor
  private let buffer = ChunkBuffer()
  private var folders: Set<String> = []

  /// Makes the folder; `different` where there is one already.
  init(making path: String) throws(ArchiveError) {
    guard try archiving({ () throws(SystemCallError) in try FileStatus.of(path) }) == nil else {
      throw ArchiveError(.different, "\(path) is there already")
    }
    self.path = path
    descriptor = try archiving { () throws(SystemCallError) in
      try Folder.create(path)
      return try Folder.open(path)
    }
  }

  func makeFolder(_ relative: String) throws(ArchiveError) {
    guard !relative.isEmpty, relative != ".", folders.insert(relative).inserted else { return }
    try archiving { () throws(SystemCallError) in _ = try Folder.create("\(path)/\(relative)") }
  }

  /// Writes the entry's bytes to `relative`; `digest-mismatch` where they are not those that were promised.
  @discardableResult
  func write(_ source: PackageEntry.Source, to relative: String) throws(ArchiveError) -> PackageFile {
    try makeFolder(Folder.parent(of: relative))
    let target = try archiving { () throws(SystemCallError) in
      try OwnedDescriptor.creating("\(path)/\(relative)", mode: 0o600)
    }
    let digest = DoubleDigest()
    var byteCount: Int64 = 0
    var promised: String?
    switch source {
    case .bytes(let bytes):
      digest.update(bytes)
      byteCount = Int64(bytes.count)
      try archiving { () throws(SystemCallError) in try target.write(bytes) }
    case .file(let sha256, let open):
      promised = sha256
      byteCount = try copy(try opened(relative, open), to: target, digest)
    case .path(let origin):
      byteCount = try copy(try opened(relative, { try OwnedDescriptor.reading(origin) }), to: target, digest)
    }
    let result = digest.finish()
    if let promised, promised != result.sha256 {
      throw ArchiveError(
        .digestMismatch, "\(relative): the source should have the SHA-256 \(promised) and has \(result.sha256)")
    }
    return PackageFile(path: relative, byteCount: byteCount, digests: result)
  }

  /// Until everything written here is on the disk.
  func sync() throws(ArchiveError) {
    try archiving { () throws(SystemCallError) in try descriptor.syncFileSystem() }
  }

  private func opened(_ name: String, _ open: () throws -> OwnedDescriptor) throws(ArchiveError) -> OwnedDescriptor {
    do {
      let source = try open()
      try source.rewind()
      return source
    } catch {
      throw ArchiveError(.sourceUnreadable, "\(name): \(error)")
    }
  }

  private func copy(
    _ source: OwnedDescriptor, to target: OwnedDescriptor, _ digest: DoubleDigest
  ) throws(ArchiveError) -> Int64 {
    var byteCount: Int64 = 0
    while true {
      let count: Int
      do {
        count = try source.read(into: buffer.space)
      } catch {
        throw ArchiveError(.sourceUnreadable, error.description)
      }
      if count == 0 { return byteCount }
      digest.update(buffer.filled(count))
      try archiving { () throws(SystemCallError) in try target.write(buffer.filled(count)) }
      byteCount += Int64(count)
    }
  }
}
