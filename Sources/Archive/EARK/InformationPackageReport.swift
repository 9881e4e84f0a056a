/// What a check found out about an E-ARK information package.
public struct InformationPackageReport: Sendable {
  /// What the package's METS calls it.
  public internal(set) var identifier: String?
  public internal(set) var findings: [BagFinding] = []
  /// All files, and their bytes.
  public internal(set) var files = 0
  public internal(set) var byteCount: Int64 = 0
  /// SHA-256 of `METS.xml`, which binds every other file; nil where it cannot be read.
  public internal(set) var digest: String?

  /// Every file that METS names is there.
  public var isComplete: Bool { !findings.contains { $0.weight == .incomplete } }

  /// Complete, nothing that METS does not name, every size and digest as it says.
  public var isValid: Bool { findings.allSatisfy { $0.weight == .warning } }

  mutating func note(
    _ code: BagFinding.Code, _ weight: BagFinding.Weight, _ file: String?, _ detail: String,
    digest: BagFinding.Mismatch? = nil
  ) {
    findings.append(BagFinding(code, weight, file, detail, digest: digest))
  }
}
