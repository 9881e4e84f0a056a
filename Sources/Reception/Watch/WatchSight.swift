import CPosix
import Files

/// How something in a watched folder looks: equal while nobody changes it.
struct WatchSight: Hashable {
  private struct File: Hashable {
    let path: String
    let byteCount: Int64
    let modifiedAt: Int64
    let inode: UInt64
  }

  let isFolder: Bool
  private let files: [File]

  /// nil where there is nothing that could be taken in: gone, or a link or a pipe.
  init?(_ path: String) throws {
    guard let status = try FileStatus.of(path) else { return nil }
    switch status.kind {
    case .file:
      isFolder = false
      files = [Self.file("", status)]
    case .folder:
      isFolder = true
      var files: [File] = []
      try Folder.walk(path) { found in
        if found.status.kind == .file { files.append(Self.file(found.relativePath, found.status)) }
      }
      self.files = files
    case .symbolicLink, .other: return nil
    }
  }

  /// Somebody has one of the files open for writing.
  func hasWriter(_ path: String) -> Bool {
    files.contains { file in
      let whole = file.path.isEmpty ? path : "\(path)/\(file.path)"
      guard let descriptor = try? OwnedDescriptor.reading(whole, followingLinks: false) else { return false }
      return hoso_has_writer(descriptor.raw) == 1
    }
  }

  var isEmpty: Bool { files.isEmpty }

  private static func file(_ path: String, _ status: FileStatus) -> File {
    File(path: path, byteCount: status.byteCount, modifiedAt: status.modifiedAt, inode: status.inode)
  }
}

/// Something that waits in a watched folder.
struct WatchCandidate {
  let sight: WatchSight
  /// Milliseconds since boot when it first looked so.
  let since: Int64
}
