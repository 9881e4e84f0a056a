/// What a check found out about a bag.
public struct BagReport: Sendable {
  /// As `bagit.txt` says; nil where it says nothing readable.
  public internal(set) var version: String?
  public internal(set) var encoding: String?
  public internal(set) var info = BagInfo()
  public internal(set) var findings: [BagFinding] = []
  /// Payload files read, and their bytes.
  public internal(set) var payloadFiles = 0
  public internal(set) var payloadBytes: Int64 = 0
  /// All files of the bag, tag files too.
  public internal(set) var byteCount: Int64 = 0
  /// SHA-256 of `tagmanifest-sha256.txt`; nil where there is none.
  public internal(set) var digest: String?

  /// RFC 8493 section 3: everything that must be there is there.
  public var isComplete: Bool {
    !findings.contains { $0.weight == .incomplete }
  }

  /// Complete, and every digest and rule holds.
  public var isValid: Bool {
    findings.allSatisfy { $0.weight == .warning }
  }

  mutating func note(
    _ code: BagFinding.Code, _ weight: BagFinding.Weight, _ file: String?, _ detail: String,
    digest: BagFinding.Mismatch? = nil
  ) {
    findings.append(BagFinding(code, weight, file, detail, digest: digest))
  }
}
