import Digests
import Files

/// Checks a bag, ours or anyone's: versions 0.93 to 1.0, each byte read once for all its digests.
///
/// Nothing outside of the bag's folder is ever opened: unsafe paths are findings, links are not followed.
public struct BagVerifier {
  let folder: String
  var report = BagReport()
  var declaration = BagDeclaration()
  var manifests: [BagManifest] = []
  var fetched: Set<BagPath> = []
  /// Every regular file of the bag.
  var files: [BagPath: FileStatus] = [:]
  /// The same by the name's canonical form: names that were recomposed on their way through another system.
  var filesByForm: [String: BagPath] = [:]

  private init(folder: String) {
    self.folder = folder
  }

  /// Checks the bag in that folder. Throws only where the folder itself cannot be read; all else is findings.
  ///
  /// `progress` gets the bytes read so far.
  public static func verify(
    _ folder: String, progress: (Int64) -> Void = { _ in }
  ) throws(ArchiveError) -> BagReport {
    guard try archiving({ () throws(SystemCallError) in try FileStatus.of(folder) })?.kind == .folder else {
      throw ArchiveError(.notFound, "\(folder) is no folder")
    }
    var verifier = BagVerifier(folder: folder)
    try verifier.survey()
    verifier.readDeclaration()
    verifier.readManifests()
    verifier.readFetchList()
    verifier.compareLists()
    verifier.compareDigests(progress: progress)
    verifier.readInfo()
    return verifier.report
  }

  /// Finds every file, following nothing.
  private mutating func survey() throws(ArchiveError) {
    var found: [Folder.WalkedFile] = []
    do {
      try Folder.walk(folder) { found.append($0) }
    } catch {
      throw (error as? SystemCallError).map(ArchiveError.init) ?? ArchiveError(.io, "\(folder): \(error)")
    }
    var foldedNames: [String: BagPath] = [:]
    for file in found {
      guard file.isReadableName else {
        report.note(.pathUnreadable, .invalid, file.relativePath, "has a name that is not in UTF-8")
        continue
      }
      let path = BagPath(file.relativePath)
      switch file.status.kind {
      case .file:
        files[path] = file.status
        filesByForm[path.text] = path
        report.byteCount += file.status.byteCount
        if let other = foldedNames.updateValue(path, forKey: path.folded) {
          report.note(.pathsCollide, .warning, path.text, "and \(other) are one name on some systems")
        }
      case .folder: break
      case .symbolicLink: report.note(.pathLink, .invalid, path.text, "is a symbolic link")
      case .other: report.note(.pathLink, .invalid, path.text, "is neither file nor folder")
      }
    }
  }

  private mutating func readDeclaration() {
    guard files[BagPath("bagit.txt")] != nil else {
      report.note(.declarationMissing, .incomplete, "bagit.txt", "is missing")
      return
    }
    if let bytes = bytes(of: "bagit.txt") { declaration = BagDeclaration(reading: bytes, into: &report) }
  }

  private mutating func readManifests() {
    if !(files.keys.contains { $0.isPayload }), !hasPayloadFolder {
      report.note(.payloadMissing, .incomplete, "data", "is missing")
    }
    for path in files.keys.sorted() where !path.text.contains("/") {
      for (prefix, isTagManifest) in [("manifest-", false), ("tagmanifest-", true)] {
        guard let spelling = BagManifest.algorithm(in: path.text, prefix: prefix) else { continue }
        guard let algorithm = DigestAlgorithm(spelling: spelling) else {
          report.note(.algorithmUnknown, .warning, path.text, "\(spelling) is no digest that is known here")
          continue
        }
        guard let text = text(of: path.text) else { continue }
        manifests.append(
          BagManifest(
            name: path.text, algorithm: algorithm, isTagManifest: isTagManifest, text: text,
            declaration: declaration, report: &report))
      }
    }
    if manifests.allSatisfy(\.isTagManifest) {
      report.note(.manifestMissing, .incomplete, nil, "there is no payload manifest that can be checked")
    }
  }

  private var hasPayloadFolder: Bool {
    ((try? FileStatus.of("\(folder)/data")) ?? nil)?.kind == .folder
  }

  /// A tag file's text; nil, with a finding, where it cannot be had.
  mutating func text(of name: String) -> String? {
    guard let bytes = bytes(of: name) else { return nil }
    guard let text = TagText.decode(bytes, encoding: declaration.encoding) else {
      report.note(.encodingUnknown, .invalid, name, "cannot be read as \(declaration.encoding)")
      return nil
    }
    return text
  }

  /// A tag file's bytes; nil, with a finding, where they cannot be had.
  private mutating func bytes(of name: String) -> [UInt8]? {
    do {
      let file = try OwnedDescriptor.reading("\(folder)/\(name)", followingLinks: false)
      return try file.readToEnd(limit: 256 * 1024 * 1024)
    } catch {
      report.note(.manifestUnreadable, .invalid, name, error.reason)
      return nil
    }
  }
}
