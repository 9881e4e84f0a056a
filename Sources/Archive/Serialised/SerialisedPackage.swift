import Files
import Glibc

/// Packages that are one file: tar or zip, known by its bytes.
public enum SerialisedPackage {
  static func read(_ path: String, _ visitor: some SerialisedVisitor) throws(ArchiveError) {
    let input = try SerialisedInput(reading: path)
    let first = try input.bytes(Int(min(input.byteCount, 512)), at: 0)
    switch SerialisedForm(firstBytes: first) {
    case .tar: try TarReader.read(input, visitor)
    case .zip: try ZipReader.read(input, visitor)
    case nil: throw ArchiveError(.invalid, "\(path) is neither tar nor zip")
    }
  }

  /// Unpacks into a folder that is there and empty; nothing is written outside of it, and no more than `limit` bytes.
  public static func unpack(_ path: String, to folder: String, limit: Int64) throws(ArchiveError) {
    try read(path, SerialisedUnpacking(to: folder, limit: limit))
  }

  /// Checks a bag that is one file, ours or anyone's: unpacked below `scratch`, verified, removed again.
  ///
  /// Throws where it cannot be unpacked, or holds not exactly one folder (RFC 8493 section 4).
  public static func verifyBag(
    _ path: String, in scratch: String, limit: Int64 = 64 << 30
  ) throws(ArchiveError) -> BagReport {
    let folder = "\(scratch)/unpacked-\(getpid())-\(String(UInt64.random(in: 0...UInt64.max), radix: 16))"
    try archiving { () throws(SystemCallError) in _ = try Folder.create(folder) }
    defer {
      // What cannot be removed now is swept with the rest of the scratch folder.
      _ = try? Folder.removeTree(folder)
    }
    try unpack(path, to: folder, limit: limit)
    let names = try archiving { () throws(SystemCallError) in try Folder.entries(of: folder) }
    guard names.count == 1, let bag = names.first else {
      throw ArchiveError(.invalid, "\(path) does not hold exactly one folder")
    }
    return try BagVerifier.verify("\(folder)/\(bag.name)")
  }
}
