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
    if let objection = BagPath(relativePath).objection {
      throw ArchiveError(.badPath, "\(relativePath) \(objection)")
    }
    try check(bag.folder, against: bag)
    let target = "\(folder)/\(relativePath)"
    let above = Folder.parent(of: target)
    try archiving { () throws(SystemCallError) in
      for changed in try Folder.create(above) { try Folder.sync(changed) }
    }
    do {
      try Folder.renameExclusively(bag.folder, to: target)
    } catch  where error.isExisting {
      try check(target, against: bag)
      try archiving { () throws(SystemCallError) in _ = try Folder.removeTree(bag.folder) }
    } catch {
      throw ArchiveError(error)
    }
    try archiving { () throws(SystemCallError) in try Folder.sync(above) }
    return PlacedPackage(path: relativePath, digest: bag.digest, byteCount: bag.byteCount)
  }

  private func check(_ folder: String, against bag: WrittenBag) throws(ArchiveError) {
    let report = try BagVerifier.verify(folder)
    guard report.digest == bag.digest else {
      throw ArchiveError(
        .different, "\(folder) is another package: its digest is \(report.digest ?? "missing"), not \(bag.digest)")
    }
    if let finding = report.findings.first {
      throw ArchiveError(.invalid, "\(folder) does not stand its check: \(finding)")
    }
  }
}
