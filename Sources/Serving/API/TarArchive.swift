import Files
import Foundation

/// A folder as a tar file (POSIX.1-2001 ustar, with pax records for what does not fit), made while it is read.
final class TarArchive: ByteSource {
  private struct Entry {
    let path: String
    /// Headers, pax records included.
    let head: [UInt8]
    let byteCount: Int64
  }

  /// Of the whole archive.
  let byteCount: Int64
  private var entries: ArraySlice<Entry>
  private var pending: ArraySlice<UInt8> = []
  private var file: (descriptor: OwnedDescriptor, left: Int64)?
  /// Zeros that fill the present file's last block.
  private var owed = 0
  private var endIsSent = false

  /// Lists the folder; its files are opened when their turn comes. `name` is the folder's name in the archive.
  init(folder: String, as name: String) throws {
    var entries: [Entry] = []
    var total: Int64 = 1024
    try Folder.walk(folder) { file in
      guard file.status.kind == .file, file.isReadableName else { return }
      let head = TarHeader.bytes(
        path: "\(name)/\(file.relativePath)", byteCount: file.status.byteCount, modifiedAt: file.status.modifiedAt)
      entries.append(Entry(path: "\(folder)/\(file.relativePath)", head: head, byteCount: file.status.byteCount))
      total += Int64(head.count) + Self.padded(file.status.byteCount)
    }
    self.entries = entries[...]
    byteCount = total
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    while true {
      if !pending.isEmpty {
        let count = min(pending.count, buffer.count)
        buffer.copyBytes(from: pending.prefix(count))
        pending = pending.dropFirst(count)
        return count
      }
      if let (descriptor, left) = file, left > 0 {
        let wanted = Int(min(left, Int64(buffer.count)))
        let count = try descriptor.read(into: UnsafeMutableRawBufferPointer(rebasing: buffer[..<wanted]))
        // Packages never change: a file that is shorter than it was is damaged.
        guard count > 0 else { throw Refusal.fault }
        file = (descriptor, left - Int64(count))
        return count
      }
      file = nil
      if owed > 0 {
        pending = ArraySlice(repeating: 0, count: owed)
        owed = 0
        continue
      }
      guard let entry = entries.popFirst() else {
        if endIsSent { return 0 }
        endIsSent = true
        pending = ArraySlice(repeating: 0, count: 1024)
        continue
      }
      file = (try OwnedDescriptor.reading(entry.path, followingLinks: false), entry.byteCount)
      pending = entry.head[...]
      owed = Int(Self.padded(entry.byteCount) - entry.byteCount)
    }
  }

  private static func padded(_ count: Int64) -> Int64 { (count + 511) / 512 * 512 }
}
