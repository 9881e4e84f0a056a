import Files

/// A report in the making, beside its place until it is whole: an import that is stopped leaves no half of one.
final class ReportFile {
  private let file: OwnedDescriptor
  private let path: String
  private let draft: String
  private var pending: [UInt8] = []

  init(_ path: String) throws(SystemCallError) {
    self.path = path
    draft = "\(path).part"
    try Folder.removeFile(draft)
    file = try OwnedDescriptor.creating(draft, mode: 0o644)
  }

  func write(_ text: String) throws(SystemCallError) {
    pending += text.utf8
    if pending.count >= 64 << 10 { try flush() }
  }

  /// Moves it into its place; one that is there already is replaced.
  func finish() throws(SystemCallError) {
    try flush()
    try file.sync()
    try Folder.rename(draft, to: path)
  }

  private func flush() throws(SystemCallError) {
    try file.write(pending)
    pending.removeAll(keepingCapacity: true)
  }
}
