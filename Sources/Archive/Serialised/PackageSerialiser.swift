import Files

/// Makes one file of a package's folder, bit for bit the same for the same files.
enum PackageSerialiser {
  /// A file as one entry, folders first, sorted by the bytes of their paths.
  struct Entry {
    /// Below the one folder that everything is in; a folder's ends in a slash.
    let path: String
    let isFolder: Bool
    let byteCount: Int64
  }

  /// Writes the folder's files below `name/`, all with the same time and fixed modes; returns the file's SHA-256 and
  /// size. `time` is in milliseconds since 1970, as everywhere.
  static func write(
    _ folder: String, as form: SerialisedForm, named name: String, time: Int64, to path: String
  ) throws(ArchiveError) -> (sha256: String, byteCount: Int64) {
    let entries = try entries(of: folder, named: name)
    let output = try SerialisedOutput(making: path)
    let buffer = ChunkBuffer()
    switch form {
    case .tar:
      let writer = TarWriter(output: output, seconds: time / 1000)
      for entry in entries { try writer.add(entry, from: origin(entry, folder, name), buffer) }
      try writer.finish()
    case .zip:
      let writer = ZipWriter(output: output, milliseconds: time)
      for entry in entries { try writer.add(entry, from: origin(entry, folder, name), buffer) }
      try writer.finish()
    }
    return (try output.finish(), output.byteCount)
  }

  private static func origin(_ entry: Entry, _ folder: String, _ name: String) -> String {
    "\(folder)/\(entry.path.dropFirst(name.count + 1))"
  }

  private static func entries(of folder: String, named name: String) throws(ArchiveError) -> [Entry] {
    var entries = [Entry(path: "\(name)/", isFolder: true, byteCount: 0)]
    do {
      try Folder.walk(folder) { file in
        let isFolder = file.status.kind == .folder
        entries.append(
          Entry(
            path: "\(name)/\(file.relativePath)\(isFolder ? "/" : "")", isFolder: isFolder,
            byteCount: isFolder ? 0 : file.status.byteCount))
      }
    } catch {
      throw (error as? SystemCallError).map(ArchiveError.init) ?? ArchiveError(.io, "\(folder): \(error)")
    }
    return entries
  }
}
