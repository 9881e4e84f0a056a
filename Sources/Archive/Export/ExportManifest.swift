import Files

/// The list of an export's files: a line each, SHA-256, two blanks, path.
final class ExportManifest {
  struct Entry {
    let sha256: String
    let path: String
  }

  private let path: String
  private var order: [String] = []
  private var digests: [String: String] = [:]
  private var pending: [String] = []
  /// The file holds lines that are no longer right, or half of one.
  private var isSpoilt = false

  /// Reads the list where there is one; a last line that was cut off is left out.
  init(path: String) throws(ArchiveError) {
    self.path = path
    let bytes = try archiving { () throws(SystemCallError) -> [UInt8] in
      guard try FileStatus.of(path) != nil else { return [] }
      return try OwnedDescriptor.reading(path).readToEnd(limit: 1 << 30)
    }
    isSpoilt = !bytes.isEmpty && bytes.last != UInt8(ascii: "\n")
    for line in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: true) {
      let text = String(decoding: line, as: UTF8.self)
      guard text.utf8.count > 66, text.dropFirst(64).hasPrefix("  ") else {
        isSpoilt = true
        continue
      }
      let file = String(text.dropFirst(66))
      // An export may have been changed by hand: no line leads out of it.
      guard BagPath(file).objection == nil else {
        throw ArchiveError(.badPath, "\(path) names “\(file)”, which no export can hold")
      }
      note(String(text.prefix(64)), file)
    }
    pending = []
  }

  var entries: [Entry] { order.map { Entry(sha256: digests[$0] ?? "", path: $0) } }

  subscript(file: String) -> String? { digests[file] }

  func add(_ sha256: String, _ file: String) {
    note(sha256, file)
    pending.append(file)
  }

  /// Adds what is new at the end of the file; a list that holds what is no longer so is written anew.
  func flush() throws(ArchiveError) {
    guard !pending.isEmpty || isSpoilt else { return }
    try archiving { () throws(SystemCallError) in
      let isThere = try FileStatus.of(path) != nil
      if isSpoilt || !isThere {
        let draft = "\(path).part"
        try Folder.removeFile(draft)
        let file = try OwnedDescriptor.creating(draft, mode: 0o644, exactly: false)
        try file.write(lines(of: order))
        try file.sync()
        try Folder.rename(draft, to: path)
      } else {
        let file = try OwnedDescriptor.appending(path)
        try file.write(lines(of: pending))
        try file.sync()
      }
    }
    pending = []
    isSpoilt = false
  }

  private func lines(of files: [String]) -> [UInt8] {
    files.flatMap { Array("\(digests[$0] ?? "")  \($0)\n".utf8) }
  }

  private func note(_ sha256: String, _ file: String) {
    guard let earlier = digests.updateValue(sha256, forKey: file) else {
      order.append(file)
      return
    }
    if earlier != sha256 { isSpoilt = true }
  }
}
