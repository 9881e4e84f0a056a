import Digests
import Files

/// The folder that finished packages lie in.
public struct PackagePlace: Sendable {
  public let folder: String

  public init(folder: String) {
    self.folder = folder
  }

  /// Reads the bag back, and only when it is valid moves it to its place in one rename.
  ///
  /// An identical bag that is there already is adopted and the new one removed; another one there is the error
  /// `different`, and neither is touched. The scratch folder must be on the same file system.
  public func place(_ bag: WrittenBag, at relativePath: String) throws(ArchiveError) -> PlacedPackage {
    try place(bag.folder, at: relativePath) { folder throws(ArchiveError) in try Self.check(folder, against: bag) }
    return PlacedPackage(path: relativePath, digest: bag.digest, byteCount: bag.byteCount)
  }

  func place(_ package: WrittenPackage, at relativePath: String) throws(ArchiveError) -> PlacedPackage {
    try place(package.folder, at: relativePath) { folder throws(ArchiveError) in
      try Self.check(folder, against: package)
    }
    return PlacedPackage(path: relativePath, digest: package.digest, byteCount: package.byteCount)
  }

  /// A package that is one file: read back entry by entry, then moved.
  func place(
    _ file: String, holding files: [PackageFile], below name: String, sha256: String, byteCount: Int64,
    at relativePath: String
  ) throws(ArchiveError) -> PlacedPackage {
    try place(file, at: relativePath) { path throws(ArchiveError) in
      let found = try Self.sha256(path, ChunkBuffer())
      guard found == sha256 else {
        throw ArchiveError(.different, "\(path) is another package: its SHA-256 is \(found), not \(sha256)")
      }
      let digests = SerialisedDigests()
      try SerialisedPackage.read(path, digests)
      let expected = files.map { (BagPath("\(name)/\($0.path)"), $0.digests.sha256) }
      guard digests.sha256 == Dictionary(expected, uniquingKeysWith: { first, _ in first }) else {
        throw ArchiveError(.invalid, "\(path) does not hold what was put in")
      }
    }
    return PlacedPackage(path: relativePath, digest: sha256, byteCount: byteCount)
  }

  /// `check` reads back what lies at a path, and throws where that is not the package or not as it was written.
  private func place(
    _ scratch: String, at relativePath: String, check: (String) throws(ArchiveError) -> Void
  ) throws(ArchiveError) {
    if let objection = BagPath(relativePath).objection {
      throw ArchiveError(.badPath, "\(relativePath) \(objection)")
    }
    try check(scratch)
    let target = "\(folder)/\(relativePath)"
    let above = Folder.parent(of: target)
    try archiving { () throws(SystemCallError) in
      for changed in try Folder.create(above) { try Folder.sync(changed) }
    }
    do {
      try Folder.renameExclusively(scratch, to: target)
    } catch  where error.isExisting {
      // Young again: a sweep that looks for packages without a row must not take it now.
      try archiving { () throws(SystemCallError) in _ = try Folder.touch(target) }
      try check(target)
      try archiving { () throws(SystemCallError) in _ = try Folder.removeTree(scratch) }
    } catch {
      throw ArchiveError(error)
    }
    try archiving { () throws(SystemCallError) in try Folder.sync(above) }
  }

  private static func check(_ folder: String, against bag: WrittenBag) throws(ArchiveError) {
    let report = try BagVerifier.verify(folder)
    guard report.digest == bag.digest else {
      throw ArchiveError(
        .different, "\(folder) is another package: its digest is \(report.digest ?? "missing"), not \(bag.digest)")
    }
    if let finding = report.findings.first {
      throw ArchiveError(.invalid, "\(folder) does not stand its check: \(finding)")
    }
  }

  private static func check(_ folder: String, against package: WrittenPackage) throws(ArchiveError) {
    var rest = Set(package.files.map { BagPath($0.path) })
    do {
      try Folder.walk(folder) { file in
        guard file.status.kind != .folder else { return }
        guard file.isReadableName, rest.remove(BagPath(file.relativePath)) != nil else {
          throw ArchiveError(.different, "\(folder) holds \(file.relativePath), which does not belong there")
        }
      }
    } catch {
      throw (error as? ArchiveError) ?? ArchiveError(.io, "\(folder): \(error)")
    }
    if let missing = rest.min() { throw ArchiveError(.different, "\(folder) lacks \(missing)") }
    let buffer = ChunkBuffer()
    // The file that binds the others comes last in the list; looked at first, it tells another package from a damaged
    // one.
    for file in package.files.reversed() {
      let found = try sha256("\(folder)/\(file.path)", buffer)
      guard found != file.digests.sha256 else { continue }
      let isOther = file.path == package.files.last?.path
      throw ArchiveError(
        isOther ? .different : .invalid,
        "\(folder): \(file.path) has the SHA-256 \(found), should have \(file.digests.sha256)")
    }
  }

  private static func sha256(_ path: String, _ buffer: ChunkBuffer) throws(ArchiveError) -> String {
    try archiving { () throws(SystemCallError) in
      let digest = SHA256Digest()
      try OwnedDescriptor.reading(path, followingLinks: false).readToEnd(through: buffer) { digest.update($0) }
      return digest.finishHex()
    }
  }
}
