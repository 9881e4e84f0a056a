import Digests
import Files

/// Gets what a serialised package holds, in its order: `begin`, its bytes piece by piece, `end`, for each entry.
protocol SerialisedVisitor: AnyObject {
  func begin(_ path: BagPath, isFolder: Bool) throws(ArchiveError)
  func take(_ bytes: UnsafeRawBufferPointer) throws(ArchiveError)
  func end() throws(ArchiveError)
}

/// Collects the SHA-256 of each file.
final class SerialisedDigests: SerialisedVisitor {
  private(set) var sha256: [BagPath: String] = [:]
  private var current: (path: BagPath, digest: SHA256Digest)?

  func begin(_ path: BagPath, isFolder: Bool) {
    current = isFolder ? nil : (path, SHA256Digest())
  }

  func take(_ bytes: UnsafeRawBufferPointer) {
    current?.digest.update(bytes)
  }

  func end() throws(ArchiveError) {
    guard let current else { return }
    guard sha256.updateValue(current.digest.finishHex(), forKey: current.path) == nil else {
      throw ArchiveError(.invalid, "\(current.path) is there twice")
    }
  }
}

/// Writes the entries below a folder: nothing outside of it, no links, no more bytes than allowed.
final class SerialisedUnpacking: SerialisedVisitor {
  private let folder: String
  private var bytesLeft: Int64
  private var file: OwnedDescriptor?

  /// The folder must be there, and empty.
  init(to folder: String, limit: Int64) {
    self.folder = folder
    bytesLeft = limit
  }

  func begin(_ path: BagPath, isFolder: Bool) throws(ArchiveError) {
    file = nil
    if let danger = path.danger { throw ArchiveError(.badPath, "\(path) \(danger)") }
    let target = "\(folder)/\(path)"
    if isFolder {
      try archiving { () throws(SystemCallError) in _ = try Folder.create(target) }
      return
    }
    file = try archiving { () throws(SystemCallError) in
      try Folder.create(Folder.parent(of: target))
      return try OwnedDescriptor.creating(target, mode: 0o600)
    }
  }

  func take(_ bytes: UnsafeRawBufferPointer) throws(ArchiveError) {
    bytesLeft -= Int64(bytes.count)
    guard bytesLeft >= 0 else { throw ArchiveError(.invalid, "unpacked, it has more bytes than allowed") }
    guard let file else { return }
    try archiving { () throws(SystemCallError) in try file.write(bytes) }
  }

  func end() {
    file = nil
  }
}
