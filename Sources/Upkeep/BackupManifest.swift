import Digests

/// `manifest-sha256.txt` of a backup: a digest and a path a line, as `sha256sum --check` reads it.
struct BackupManifest {
  struct Line: Hashable {
    let sha256: String
    /// Below the backup's folder, beginning with `home/`.
    let path: String
  }

  static let name = "manifest-sha256.txt"

  private(set) var lines: [Line] = []

  init() {}

  /// Throws where a line is none, or leads out of the backup.
  init(_ bytes: [UInt8]) throws(UpkeepError) {
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw UpkeepError(.damaged, "\(Self.name) is not UTF-8")
    }
    for line in text.split(whereSeparator: \.isNewline) {
      let digest = line.prefix(64)
      let path = line.dropFirst(66)
      guard Hexadecimal.isSHA256(String(digest)), line.dropFirst(64).hasPrefix("  "), path.hasPrefix("home/"),
        path.split(separator: "/", omittingEmptySubsequences: false).allSatisfy({ !["", ".", ".."].contains($0) }),
        !path.utf8.contains(0)
      else { throw UpkeepError(.damaged, "\(Self.name) has a line that names no file of a backup") }
      lines.append(Line(sha256: String(digest), path: String(path)))
    }
  }

  mutating func add(_ sha256: String, _ path: String) {
    lines.append(Line(sha256: sha256, path: path))
  }

  var bytes: [UInt8] {
    Array(lines.map { "\($0.sha256)  \($0.path)\n" }.joined().utf8)
  }
}
