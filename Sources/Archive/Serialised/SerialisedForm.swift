/// A package as one file.
public enum SerialisedForm: String, Sendable, CaseIterable {
  /// POSIX ustar, with pax records where a path or a size needs them.
  case tar
  /// Stored, not deflated: what a package holds is compressed already. Zip64 where needed.
  case zip

  /// By the file's first bytes, never by its name; nil for anything else.
  init?(firstBytes bytes: [UInt8]) {
    if bytes.starts(with: [0x50, 0x4b, 0x03, 0x04]) {
      self = .zip
    } else if bytes.count >= 262, Array(bytes[257..<262]) == Array("ustar".utf8) {
      self = .tar
    } else {
      return nil
    }
  }
}
