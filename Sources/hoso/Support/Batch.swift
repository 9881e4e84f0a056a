import Foundation
import Reception

/// What an import found in its folder or manifest.
struct Batch {
  let dossiers: [BatchDossier]
  let mistakes: [CSVReader.Mistake]

  init(folder: String, manifest: String?) throws {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder), isFolder.boolValue else {
      throw ConfigurationError("\(folder) is not a folder")
    }
    if let manifest {
      let found = FolderScan.dossiers(of: ImportManifest(try PlanFile.bytes(of: manifest)), in: folder)
      dossiers = found.dossiers
      mistakes = found.mistakes
    } else {
      dossiers = try FolderScan.dossiers(in: folder)
      mistakes = []
    }
  }
}
