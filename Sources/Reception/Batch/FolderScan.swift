import Dossiers
import Files
import Foundation

/// Finds the dossiers of a batch: one a sub-folder, its files in order of name; or as a manifest or the files' names
/// tell. Hidden files, `dossier.json` (what is known of a dossier) and the import's own reports are no documents.
public struct FolderScan: Sequence {
  private enum Entry {
    /// A file, or a folder of which nothing but its name was read yet.
    case folder(name: String, path: String, root: String)
    case ready(BatchDossier)
  }

  private let entries: [Entry]
  /// Rows of a manifest, and files, that nothing could be made of; those without a line stand at 0.
  public let mistakes: [CSVReader.Mistake]

  public var count: Int { entries.count }

  /// The dossiers in a folder, sorted by name. One with files but no sub-folders is one dossier itself; files beside
  /// sub-folders must be stacks. `path` may be a single file.
  public init(_ path: String) throws(ReceptionError) {
    // What the operator names himself may be a link.
    let path =
      realpath(path, nil).map { found in
        defer { free(found) }
        return String(cString: found)
      } ?? path
    guard try FolderName.kind(of: path) == .folder else {
      let name = String(path.split(separator: "/").last ?? "dossier")
      entries = [.ready(BatchDossier(name: Self.stem(name), files: [path], maySplit: true))]
      mistakes = []
      return
    }
    let names = try FolderName.all(in: path)
    let folders = names.filter { $0.kind == .folder }.map(\.name)
    let files = names.filter { $0.kind == .file && Self.isDocument($0.name) }.map(\.name)
    let odd = names.compactMap(\.complaint)
    // A folder that is a dossier itself tells of them with it.
    mistakes = folders.isEmpty ? [] : odd.map { CSVReader.Mistake(line: 0, message: $0) }
    if folders.isEmpty {
      entries =
        files.isEmpty && odd.isEmpty
        ? [] : [.folder(name: URL(fileURLWithPath: path).lastPathComponent, path: path, root: path)]
    } else {
      entries =
        files.map {
          .ready(BatchDossier(name: $0, files: [path + "/" + $0], below: path, maySplit: true, isLoose: true))
        }
        + folders.map { .folder(name: $0, path: path + "/" + $0, root: path) }
    }
  }

  /// The dossiers of a manifest; file names are relative to `folder`. Names that lead out of it are mistakes.
  public init(_ folder: String, manifest: ImportManifest) {
    var entries: [Entry] = []
    var mistakes = manifest.mistakes
    for entry in manifest.entries {
      var paths: [String] = []
      var good: [Int] = []
      for file in entry.files {
        let leadsOut = file.name.hasPrefix("/") || file.name.split(separator: "/").contains("..")
        let path = folder + "/" + file.name
        if leadsOut {
          mistakes.append(CSVReader.Mistake(line: file.line, message: "“\(file.name)” leads out of the folder"))
        } else if access(EscapedPath.present(path), F_OK) != 0 {
          mistakes.append(CSVReader.Mistake(line: file.line, message: "there is no file “\(file.name)”"))
        } else if Self.leadsOverLink(file.name, below: folder) {
          mistakes.append(
            CSVReader.Mistake(line: file.line, message: "“\(file.name)” leads over a link: put the file itself there"))
        } else {
          paths.append(path)
          good.append(file.line)
        }
      }
      // A dossier that lacks a file would be a wrong dossier: it waits until all of its rows are right.
      if paths.count == entry.files.count, entry.badLines.isEmpty {
        entries.append(
          .ready(BatchDossier(name: entry.name, files: paths, below: folder, details: DossierDetails(entry.values))))
      } else {
        for line in good where !entry.badLines.contains(line) {
          mistakes.append(
            CSVReader.Mistake(line: line, message: "dossier “\(entry.name)” waits: another of its rows is bad"))
        }
      }
    }
    self.entries = entries
    self.mistakes = mistakes.sorted { $0.line < $1.line }
  }

  /// The dossiers that the files' names tell, with or without their folders: those below `folder`, as the pattern has
  /// it. A name that does not fit is a mistake.
  public init(_ folder: String, pattern: NamePattern) throws(ReceptionError) {
    var groups: [String: (files: [(order: String, path: String)], values: [String: String])] = [:]
    var mistakes: [CSVReader.Mistake] = []
    let found = try Self.filesBelow(folder)
    mistakes += found.complaints.map { CSVReader.Mistake(line: 0, message: $0) }
    for path in found.files {
      let relative = String(path.dropFirst(folder.count + 1))
      let name = String(relative.split(separator: "/").last ?? "")
      guard let parts = pattern.parts(of: pattern.hasFolders ? relative : name), let dossier = parts["dossier"] else {
        mistakes.append(CSVReader.Mistake(line: 0, message: "the name “\(relative)” does not fit the pattern"))
        continue
      }
      groups[dossier, default: ([], [:])].files.append((parts["document"] ?? name, path))
      for (key, value) in parts where ImportManifest.columns.contains(key) {
        groups[dossier]?.values[key] = value
      }
    }
    entries = groups.sorted { $0.key.comesBefore($1.key) }.map { name, group in
      let files = group.files.sorted { $0.order == $1.order ? $0.path < $1.path : $0.order.comesBefore($1.order) }
      return .ready(
        BatchDossier(name: name, files: files.map(\.path), below: folder, details: DossierDetails(group.values)))
    }
    self.mistakes = mistakes
  }

  /// Folders are read as their turn comes: what is in them is not kept.
  public func makeIterator() -> AnyIterator<BatchDossier> {
    var index = 0
    return AnyIterator {
      guard index < entries.count else { return nil }
      defer { index += 1 }
      switch entries[index] {
      case .ready(let dossier): return dossier
      case .folder(let name, let path, let root): return Self.dossier(named: name, in: path, below: root)
      }
    }
  }

  /// `root` is the folder from where no link is followed.
  static func dossier(named name: String, in folder: String, below root: String) -> BatchDossier {
    do throws(ReceptionError) {
      let found = try filesBelow(folder)
      // A dossier that lacks a file would be a wrong dossier.
      if let complaint = found.complaints.first { throw ReceptionError(.malformed, complaint) }
      let description = folder + "/" + DossierDetails.fileName
      let isDescribed = access(EscapedPath.present(description), F_OK) == 0
      return BatchDossier(
        name: name, files: found.files, below: root,
        details: isDescribed ? try DossierDetails(path: description) : DossierDetails(), maySplit: true)
    } catch {
      return BatchDossier(name: name, trouble: error)
    }
  }

  /// All documents below a folder, deeper ones after the folder's own, and what is said of names that are none.
  private static func filesBelow(
    _ folder: String
  ) throws(ReceptionError) -> (files: [String], complaints: [String]) {
    let names = try FolderName.all(in: folder)
    var files = names.filter { $0.kind == .file && isDocument($0.name) }.map { folder + "/" + $0.name }
    var complaints = names.compactMap(\.complaint)
    for name in names where name.kind == .folder {
      let below = try filesBelow(folder + "/" + name.name)
      files += below.files
      complaints += below.complaints
    }
    return (files, complaints)
  }

  /// For the row's line in the report; the file is opened without following links all the same.
  private static func leadsOverLink(_ name: String, below folder: String) -> Bool {
    do {
      _ = try OwnedDescriptor.reading(folder + "/" + name, below: folder)
      return false
    } catch {
      return error.code == ELOOP
    }
  }

  private static func stem(_ name: String) -> String {
    name.lastIndex(of: ".").map { $0 == name.startIndex ? name : String(name[..<$0]) } ?? name
  }

  private static func isDocument(_ name: String) -> Bool {
    name != DossierDetails.fileName && !name.hasPrefix(BatchReport.filePrefix)
  }
}
