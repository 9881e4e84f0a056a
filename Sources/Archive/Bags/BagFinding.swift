/// One thing that is wrong, or worth knowing, about a bag.
public struct BagFinding: Sendable, Hashable, CustomStringConvertible {
  /// Stable: scripts know them.
  public enum Code: String, Sendable, CaseIterable {
    case declarationMissing = "declaration.missing"
    case declarationMalformed = "declaration.malformed"
    case versionUnknown = "version.unknown"
    case encodingUnknown = "encoding.unknown"
    case payloadMissing = "payload.missing"
    case manifestMissing = "manifest.missing"
    case manifestMalformed = "manifest.malformed"
    case manifestUnreadable = "manifest.unreadable"
    case algorithmUnknown = "manifest.algorithm-unknown"
    case listedTwice = "manifest.listed-twice"
    case listedTwiceDiffering = "manifest.listed-twice-differing"
    case notPayload = "manifest.not-payload"
    case manifestUnlisted = "tagmanifest.manifest-unlisted"
    case tagManifestListed = "tagmanifest.tagmanifest-listed"
    case pathUnsafe = "path.unsafe"
    case pathRespelled = "path.respelled"
    case pathLink = "path.link"
    case pathUnreadable = "path.unreadable"
    case pathsCollide = "path.collision"
    case fileMissing = "file.missing"
    case fileToFetch = "file.to-fetch"
    case fileUnlisted = "file.unlisted"
    case fileDamaged = "file.damaged"
    case fileUnreadable = "file.unreadable"
    case fetchMalformed = "fetch.malformed"
    case fetchUnlisted = "fetch.unlisted"
    case infoMalformed = "info.malformed"
    case oxumDiffers = "info.oxum-differs"
  }

  /// What a finding takes away from the bag.
  public enum Weight: String, Sendable {
    /// Nothing.
    case warning
    /// RFC 8493 section 3: a bag that lacks something is neither complete nor valid.
    case incomplete
    /// All may be there, but it is not what it should be.
    case invalid
  }

  public let code: Code
  public let weight: Weight
  /// Within the bag; nil where the bag as a whole is meant.
  public let file: String?
  /// In English.
  public let detail: String
  /// For `file.damaged`: the algorithm, the digest that the manifest names, and the one that the bytes have.
  public let digest: Mismatch?

  public struct Mismatch: Sendable, Hashable {
    public let algorithm: String
    public let expected: String
    public let found: String
  }

  init(_ code: Code, _ weight: Weight, _ file: String?, _ detail: String, digest: Mismatch? = nil) {
    self.code = code
    self.weight = weight
    self.file = file
    self.detail = detail
    self.digest = digest
  }

  public var description: String {
    let place = file.map { "\($0): " } ?? ""
    let digests = digest.map { " (\($0.algorithm) \($0.found), should be \($0.expected))" } ?? ""
    return "\(weight.rawValue) \(code.rawValue): \(place)\(detail)\(digests)"
  }
}
