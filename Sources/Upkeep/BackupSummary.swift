public import Dossiers
import FoundationEssentials

/// `hoso-backup.json`: what a finished backup is of, and the digest that binds its manifest. It is written last.
public struct BackupSummary: Sendable, Codable {
  public static let name = "hoso-backup.json"
  static let presentFormat = 1

  let format: Int
  public let program: String
  /// The moment that store and files are as of.
  public let takenAt: Timestamp
  public let dossiers: Int
  public let files: Int
  public let packages: Int
  public let bytes: Int64
  /// SHA-256 of stored files, or paths of packages, that the record refers to and that were gone or damaged.
  public let lost: [String]
  public let manifestSHA256: String

  init(
    program: String, takenAt: Timestamp, dossiers: Int, files: Int, packages: Int, bytes: Int64, lost: [String],
    manifestSHA256: String
  ) {
    format = Self.presentFormat
    self.program = program
    self.takenAt = takenAt
    self.dossiers = dossiers
    self.files = files
    self.packages = packages
    self.bytes = bytes
    self.lost = lost
    self.manifestSHA256 = manifestSHA256
  }

  var json: [UInt8] {
    get throws {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
      return Array(try encoder.encode(self)) + [0x0A]
    }
  }

  init(json: [UInt8]) throws {
    self = try JSONDecoder().decode(BackupSummary.self, from: Data(json))
  }
}
