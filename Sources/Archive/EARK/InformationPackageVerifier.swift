import Digests
import Files

/// Checks the files of an E-ARK information package against its METS documents: there, none too many, of the right
/// size and digest. Whether METS, PREMIS and EAD are as their schemas want them is a schema validator's affair.
public struct InformationPackageVerifier {
  private struct Claim {
    let size: Int64?
    let algorithm: DigestAlgorithm?
    let digest: String?
    let mets: String
  }

  private let folder: String
  private var report = InformationPackageReport()
  private var claims: [BagPath: [Claim]] = [:]
  private let buffer = ChunkBuffer()

  private init(folder: String) {
    self.folder = folder
  }

  /// Checks the package in that folder. Throws only where the folder itself cannot be read; all else is findings.
  public static func verify(_ folder: String) throws(ArchiveError) -> InformationPackageReport {
    guard try archiving({ () throws(SystemCallError) in try FileStatus.of(folder) })?.kind == .folder else {
      throw ArchiveError(.notFound, "\(folder) is no folder")
    }
    var verifier = InformationPackageVerifier(folder: folder)
    verifier.read("METS.xml", below: "")
    try verifier.compare()
    return verifier.report
  }

  /// Takes in what a METS document says, and after it the representations' that it points to.
  private mutating func read(_ name: String, below prefix: String) {
    let path = prefix + name
    var representations: [String] = []
    do {
      let bytes = try archiving { () throws(SystemCallError) in
        try OwnedDescriptor.reading("\(folder)/\(path)", followingLinks: false).readToEnd(limit: 256 * 1024 * 1024)
      }
      if prefix.isEmpty { report.digest = SHA256Digest.hex(of: bytes) }
      var tags = XMLTags(bytes, of: path)
      // A file's claims stand at `file`, its place at the `FLocat` within.
      var file: XMLTags.Tag?
      while let tag = try tags.next() {
        switch tag.name {
        case "mets" where prefix.isEmpty: report.identifier = tag.attributes["OBJID"]
        case "file": file = tag
        case "FLocat": claim(tag.attributes["href"], by: file ?? tag, in: path, below: prefix)
        case "mdRef": claim(tag.attributes["href"], by: tag, in: path, below: prefix)
        case "mptr" where prefix.isEmpty:
          if let href = tag.attributes["href"], let target = self.path(href, in: path, below: prefix) {
            representations.append(target.text)
          }
        default: break
        }
      }
    } catch {
      let weight: BagFinding.Weight = error.code == .notFound ? .incomplete : .invalid
      report.note(error.code == .notFound ? .fileMissing : .manifestUnreadable, weight, path, error.message)
    }
    for representation in representations {
      let folder = Folder.parent(of: representation)
      guard folder != "." else { continue }
      read(String(representation.dropFirst(folder.utf8.count + 1)), below: "\(folder)/")
    }
  }

  private mutating func claim(_ href: String?, by tag: XMLTags.Tag, in mets: String, below prefix: String) {
    guard let href, let path = path(href, in: mets, below: prefix) else { return }
    claims[path, default: []].append(
      Claim(
        size: tag.attributes["SIZE"].flatMap { Int64($0) },
        algorithm: tag.attributes["CHECKSUMTYPE"].flatMap { DigestAlgorithm(spelling: $0) },
        digest: tag.attributes["CHECKSUM"]?.lowercased(), mets: mets))
  }

  /// Where an address leads; nil, with a finding, where that is out of the package.
  private mutating func path(_ href: String, in mets: String, below prefix: String) -> BagPath? {
    var address = Substring(href)
    for scheme in ["file:///", "file://", "file:", "./"] where address.hasPrefix(scheme) {
      address = address.dropFirst(scheme.count)
    }
    guard let decoded = Self.decoded(address) else {
      report.note(.pathUnreadable, .invalid, mets, "names \(href), which is no address")
      return nil
    }
    let path = BagPath(prefix + decoded)
    if let danger = BagPath(decoded).danger ?? path.danger {
      report.note(.pathUnsafe, .invalid, mets, "names \(href), which \(danger)")
      return nil
    }
    return path
  }

  private static func decoded(_ address: Substring) -> String? {
    var bytes: [UInt8] = []
    var rest = Array(address.utf8)[...]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "%") else {
        bytes.append(byte)
        continue
      }
      guard let value = Hexadecimal.decode(String(decoding: rest.prefix(2), as: UTF8.self))?.first, rest.count >= 2
      else { return nil }
      bytes.append(value)
      rest = rest.dropFirst(2)
    }
    return String(validating: bytes, as: UTF8.self)
  }

  private mutating func compare() throws(ArchiveError) {
    var found: [Folder.WalkedFile] = []
    do {
      try Folder.walk(folder) { found.append($0) }
    } catch {
      throw (error as? SystemCallError).map(ArchiveError.init) ?? ArchiveError(.io, "\(folder): \(error)")
    }
    for file in found where file.status.kind != .folder {
      guard file.isReadableName else {
        report.note(.pathUnreadable, .invalid, file.relativePath, "has a name that is not in UTF-8")
        continue
      }
      let path = BagPath(file.relativePath)
      guard file.status.kind == .file else {
        report.note(.pathLink, .invalid, path.text, "is neither file nor folder")
        claims[path] = nil
        continue
      }
      report.files += 1
      report.byteCount += file.status.byteCount
      guard let expected = claims.removeValue(forKey: path) else {
        if path.text != "METS.xml" { report.note(.fileUnlisted, .invalid, path.text, "is in no METS") }
        continue
      }
      compare(path, file.status.byteCount, with: expected)
    }
    for (path, expected) in claims.sorted(by: { $0.key < $1.key }) {
      report.note(.fileMissing, .incomplete, path.text, "is in \(expected.first?.mets ?? "METS.xml") and not there")
    }
  }

  private mutating func compare(_ path: BagPath, _ byteCount: Int64, with expected: [Claim]) {
    for claim in expected {
      if let size = claim.size, size != byteCount {
        report.note(.fileDamaged, .invalid, path.text, "has \(byteCount) bytes, \(claim.mets) says \(size)")
      }
      guard let algorithm = claim.algorithm, let digest = claim.digest else {
        report.note(.algorithmUnknown, .warning, path.text, "\(claim.mets) gives no digest that is known here")
        continue
      }
      do {
        let found = try self.digest(of: path, algorithm)
        guard found != digest else { continue }
        report.note(
          .fileDamaged, .invalid, path.text, "is not what \(claim.mets) says",
          digest: .init(algorithm: algorithm.rawValue, expected: digest, found: found))
      } catch {
        report.note(.fileUnreadable, .invalid, path.text, error.message)
      }
    }
  }

  private func digest(of path: BagPath, _ algorithm: DigestAlgorithm) throws(ArchiveError) -> String {
    guard let context = DigestContext(algorithm) else {
      throw ArchiveError(.io, "libcrypto refuses \(algorithm.rawValue)")
    }
    return try archiving { () throws(SystemCallError) in
      let file = try OwnedDescriptor.reading("\(folder)/\(path)", followingLinks: false)
      try file.readToEnd(through: buffer) { context.update($0) }
      return context.finishHex()
    }
  }
}
