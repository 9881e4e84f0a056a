import Glibc

extension Folder {
  /// A name in a folder.
  public struct Entry: Sendable {
    public let name: String
    /// False where the name's bytes are no UTF-8; `name` then is escaped.
    public let isReadableName: Bool
  }

  /// The names in a folder, sorted by their bytes; without `.` and `..`. The folder's own path may be escaped.
  public static func entries(of path: String) throws(SystemCallError) -> [Entry] {
    guard let stream = opendir(EscapedPath.present(path)) else { throw SystemCallError.last("opendir", path) }
    defer { closedir(stream) }
    var names: [[UInt8]] = []
    while true {
      errno = 0
      guard let entry = readdir(stream) else {
        if errno != 0 { throw SystemCallError.last("readdir", path) }
        break
      }
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: UInt8.self, capacity: 256) {
          Array(UnsafeBufferPointer(start: $0, count: strlen($0)))
        }
      }
      if name != [0x2e], name != [0x2e, 0x2e] { names.append(name) }
    }
    names.sort { $0.lexicographicallyPrecedes($1) }
    return names.map { bytes in
      if let name = String(validating: bytes, as: UTF8.self) {
        Entry(name: name, isReadableName: true)
      } else {
        Entry(name: EscapedPath.text(of: bytes), isReadableName: false)
      }
    }
  }

  /// Something below a folder.
  public struct WalkedFile: Sendable {
    /// Below the walk's start, parts joined by `/`.
    public let relativePath: String
    public let isReadableName: Bool
    public let status: FileStatus
  }

  /// Calls `visit` for everything below the folder, depth first, in the order of the names' bytes, folders before what
  /// they hold; no symbolic link is followed. What vanishes meanwhile is passed over.
  public static func walk(
    _ root: String, visit: (WalkedFile) throws -> Void
  ) throws {
    try walk(root, below: "", visit: visit)
  }

  private static func walk(_ root: String, below: String, visit: (WalkedFile) throws -> Void) throws {
    for entry in try entries(of: below.isEmpty ? root : "\(root)/\(below)") {
      let relative = below.isEmpty ? entry.name : "\(below)/\(entry.name)"
      guard entry.isReadableName else {
        try visit(WalkedFile(relativePath: relative, isReadableName: false, status: .unknown))
        continue
      }
      guard let status = try FileStatus.of("\(root)/\(relative)") else { continue }
      try visit(WalkedFile(relativePath: relative, isReadableName: true, status: status))
      if status.kind == .folder { try walk(root, below: relative, visit: visit) }
    }
  }
}

extension FileStatus {
  /// For a name that cannot be asked about.
  public static let unknown: FileStatus = {
    var status = stat()
    status.st_mode = S_IFIFO
    return FileStatus(status)
  }()
}
