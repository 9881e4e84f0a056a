import Foundation

/// Finds the dossiers of a batch: one a sub-folder, its files in order of name; or as a manifest tells.
public enum FolderScan {
  /// The dossiers in `folder`, sorted by name. A folder with files but no sub-folders is one dossier itself.
  ///
  /// Hidden files, `dossier.json` (what is known of the dossier) and the import's own reports are no documents.
  public static func dossiers(in folder: String) throws(ReceptionError) -> [BatchDossier] {
    let names = try entries(of: folder)
    let subfolders = names.filter { isFolder(folder + "/" + $0) }
    let files = names.filter { !subfolders.contains($0) && isDocument($0) }
    var found: [BatchDossier] = []
    if !files.isEmpty && subfolders.isEmpty {
      let name = URL(fileURLWithPath: folder).lastPathComponent
      found.append(try dossier(named: name, in: folder))
    }
    for name in subfolders {
      found.append(try dossier(named: name, in: folder + "/" + name))
    }
    return found
  }

  /// The dossiers of a manifest; file names are relative to `folder`. Names that lead out of it are mistakes.
  public static func dossiers(
    of manifest: ImportManifest, in folder: String
  ) -> (dossiers: [BatchDossier], mistakes: [CSVReader.Mistake]) {
    var dossiers: [BatchDossier] = []
    var mistakes = manifest.mistakes
    for entry in manifest.entries {
      var paths: [String] = []
      for file in entry.files {
        let leadsOut = file.hasPrefix("/") || file.split(separator: "/").contains("..")
        let path = folder + "/" + file
        if leadsOut {
          mistakes.append(CSVReader.Mistake(line: entry.line, message: "“\(file)” leads out of the folder"))
        } else if !FileManager.default.fileExists(atPath: path) {
          mistakes.append(CSVReader.Mistake(line: entry.line, message: "there is no file “\(file)”"))
        } else {
          paths.append(path)
        }
      }
      if paths.count == entry.files.count {
        dossiers.append(BatchDossier(name: entry.name, files: paths, details: DossierDetails(entry.values)))
      }
    }
    return (dossiers, mistakes)
  }

  private static func dossier(named name: String, in folder: String) throws(ReceptionError) -> BatchDossier {
    let files = try filesBelow(folder)
    var details = DossierDetails()
    let description = folder + "/" + DossierDetails.fileName
    if FileManager.default.fileExists(atPath: description) {
      details = try DossierDetails(path: description)
    }
    return BatchDossier(name: name, files: files, details: details)
  }

  /// All documents below a folder, deeper ones after the folder's own.
  private static func filesBelow(_ folder: String) throws(ReceptionError) -> [String] {
    let names = try entries(of: folder)
    var files = names.filter { !isFolder(folder + "/" + $0) && isDocument($0) }.map { folder + "/" + $0 }
    for name in names where isFolder(folder + "/" + name) {
      files += try filesBelow(folder + "/" + name)
    }
    return files
  }

  private static func entries(of folder: String) throws(ReceptionError) -> [String] {
    do {
      return try FileManager.default.contentsOfDirectory(atPath: folder).filter { !$0.hasPrefix(".") }.sorted()
    } catch {
      throw ReceptionError(.unreadable, "the folder \(folder) cannot be read")
    }
  }

  /// A link to a folder is not followed: it could lead in circles or elsewhere.
  private static func isFolder(_ path: String) -> Bool {
    let attributes = try? FileManager.default.attributesOfItem(atPath: path)
    return attributes?[.type] as? FileAttributeType == .typeDirectory
  }

  private static func isDocument(_ name: String) -> Bool {
    name != DossierDetails.fileName && !name.hasPrefix(BatchReport.filePrefix)
  }
}
