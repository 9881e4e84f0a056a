import Console
import Dossiers
import Foundation
import Reception

/// What an import found in its folder, its manifest or its files' names.
struct Batch {
  let folder: String
  let scan: FolderScan
  /// Where its report goes.
  let reportFolder: String

  init(_ arguments: Arguments) throws {
    var folder = arguments.operands[0]
    while folder.count > 1, folder.hasSuffix("/") { folder.removeLast() }
    self.folder = folder
    let manifest = arguments.value("--manifest")
    let pattern = arguments.value("--name-pattern")
    guard manifest == nil || pattern == nil else {
      throw UsageError("--manifest and --name-pattern tell the same: give one of them")
    }
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder) else {
      throw ConfigurationError("there is no folder or file \(folder)")
    }
    guard isFolder.boolValue || (manifest == nil && pattern == nil) else {
      throw ConfigurationError("\(folder) is not a folder")
    }
    reportFolder = isFolder.boolValue ? folder : URL(fileURLWithPath: folder).deletingLastPathComponent().path
    if let manifest {
      scan = FolderScan(folder, manifest: ImportManifest(try PlanFile.bytes(of: manifest)))
    } else if let pattern {
      do {
        scan = try FolderScan(folder, pattern: try NamePattern(pattern))
      } catch let error as NamePattern.Malformed {
        throw UsageError("--name-pattern: \(error.description)")
      }
    } else {
      scan = try FolderScan(folder)
    }
  }

  static func policy(_ arguments: Arguments) throws(UsageError) -> DuplicatePolicy? {
    guard let word = arguments.value("--duplicates") else { return nil }
    guard let policy = DuplicatePolicy(rawValue: word) else {
      throw UsageError("--duplicates is reject, link or accept, not “\(word)”")
    }
    return policy
  }

  static func sentence(_ mistake: CSVReader.Mistake) -> String {
    mistake.line > 0 ? "manifest line \(mistake.line): \(mistake.message)" : mistake.message
  }
}
