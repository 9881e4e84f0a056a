import Digests
import Files
import Glibc

extension FolderStore {
  public func list(_ visit: (StoredFile) -> Bool) throws(StorageError) {
    try survey(file: visit, foreign: { _ in })
  }

  public func leftovers(_ visit: (Leftover) -> Void) throws(StorageError) {
    try temporaries(visit)
    try survey(file: { _ in true }, foreign: visit)
  }

  public func sweep(olderThanSeconds age: Int64) throws(StorageError) -> Int {
    let now = Int64(time(nil))
    var old: [String] = []
    try temporaries { leftover in
      if leftover.isTemporary, now - leftover.modifiedAt >= age { old.append("\(path)/\(leftover.path)") }
    }
    var removed = 0
    for path in old where try storing({ () throws(SystemCallError) in try Folder.removeFile(path) }) {
      removed += 1
    }
    return removed
  }

  private func temporaries(_ visit: (Leftover) -> Void) throws(StorageError) {
    let folder = Self.temporaryFolder
    for entry in try names(in: folder) {
      guard let status = try status(of: "\(folder)/\(entry.name)", entry) else { continue }
      let isOurs = status.kind == .file && entry.name.hasPrefix(FolderIntake.temporaryPrefix)
      visit(leftover("\(folder)/\(entry.name)", status, isTemporary: isOurs))
    }
  }

  /// Goes over the whole tree, two levels of names in memory at a time.
  private func survey(file: (StoredFile) -> Bool, foreign: (Leftover) -> Void) throws(StorageError) {
    func isPrefix(_ name: String) -> Bool {
      name.utf8.count == 2 && name.utf8.allSatisfy { Hexadecimal.value(of: $0) != nil } && name == name.lowercased()
    }
    func inner(_ entry: Folder.Entry, below: String) throws(StorageError) -> String? {
      let relative = below.isEmpty ? entry.name : "\(below)/\(entry.name)"
      if below.isEmpty, entry.name == Self.temporaryFolder { return nil }
      guard let status = try status(of: relative, entry) else { return nil }
      if status.kind == .folder, isPrefix(entry.name) { return relative }
      foreign(leftover(relative, status, isTemporary: false))
      return nil
    }
    for first in try names(in: "") {
      guard let outer = try inner(first, below: "") else { continue }
      for second in try names(in: outer) {
        guard let folder = try inner(second, below: outer) else { continue }
        let prefix = first.name + second.name
        for entry in try names(in: folder) {
          guard let status = try status(of: "\(folder)/\(entry.name)", entry) else { continue }
          if status.kind == .file, entry.name.hasPrefix(prefix), Hexadecimal.isSHA256(entry.name) {
            guard file(StoredFile(sha256: entry.name, byteCount: status.byteCount)) else { return }
          } else {
            foreign(leftover("\(folder)/\(entry.name)", status, isTemporary: false))
          }
        }
      }
    }
  }

  private func names(in folder: String) throws(StorageError) -> [Folder.Entry] {
    do {
      return try Folder.entries(of: folder.isEmpty ? path : "\(path)/\(folder)")
    } catch  where error.isNotFound {
      return []
    } catch {
      throw StorageError(error)
    }
  }

  private func status(of relative: String, _ entry: Folder.Entry) throws(StorageError) -> FileStatus? {
    guard entry.isReadableName else { return .unknown }
    return try storing { () throws(SystemCallError) in try FileStatus.of("\(path)/\(relative)") }
  }

  private func leftover(_ relative: String, _ status: FileStatus, isTemporary: Bool) -> Leftover {
    Leftover(
      path: relative, byteCount: status.byteCount, modifiedAt: status.modifiedAt, isTemporary: isTemporary)
  }
}
