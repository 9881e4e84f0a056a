import Files

/// Checks a package of any kind that is known here, by what it is: a bag, a bag as one file, an E-ARK package.
public enum PackageVerifier {
  public enum Kind: String, Sendable {
    case bag
    case serialisedBag = "serialised-bag"
    case informationPackage = "information-package"
  }

  public struct Report: Sendable {
    public let kind: Kind
    /// A bag's version; nil for others, or where it says nothing readable.
    public let version: String?
    public let isComplete: Bool
    public let isValid: Bool
    public let findings: [BagFinding]
    /// As `PlacedPackage.digest`; for a serialised bag, that of the bag within.
    public let digest: String?
  }

  /// A folder with `bagit.txt` is a bag, one with `METS.xml` an information package, any other a bag that lacks
  /// something; a file is a serialised bag, unpacked below `scratch` meanwhile. Throws where it cannot be read at all.
  public static func verify(_ path: String, in scratch: String) throws(ArchiveError) -> Report {
    guard let status = try archiving({ () throws(SystemCallError) in try FileStatus.of(path) }) else {
      throw ArchiveError(.notFound, "\(path) is not there")
    }
    if status.kind == .file {
      return Report(.serialisedBag, try SerialisedPackage.verifyBag(path, in: scratch))
    }
    let isBag = try holds(path, "bagit.txt")
    let hasMETS = try holds(path, "METS.xml")
    if hasMETS, !isBag {
      let report = try InformationPackageVerifier.verify(path)
      return Report(
        kind: .informationPackage, version: nil, isComplete: report.isComplete, isValid: report.isValid,
        findings: report.findings, digest: report.digest)
    }
    return Report(.bag, try BagVerifier.verify(path))
  }

  private static func holds(_ folder: String, _ name: String) throws(ArchiveError) -> Bool {
    try archiving { () throws(SystemCallError) in try FileStatus.of("\(folder)/\(name)") } != nil
  }
}

extension PackageVerifier.Report {
  fileprivate init(_ kind: PackageVerifier.Kind, _ report: BagReport) {
    self.init(
      kind: kind, version: report.version, isComplete: report.isComplete, isValid: report.isValid,
      findings: report.findings, digest: report.digest)
  }
}
