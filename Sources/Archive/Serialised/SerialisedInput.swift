import Files

/// The one file that a package is read from, by places in it; its end is never passed silently.
final class SerialisedInput {
  let file: OwnedDescriptor
  let byteCount: Int64
  let buffer = ChunkBuffer()

  init(reading path: String) throws(ArchiveError) {
    file = try archiving { () throws(SystemCallError) in try OwnedDescriptor.reading(path) }
    byteCount = try archiving { [file] () throws(SystemCallError) in try file.status().byteCount }
  }

  /// Exactly that many bytes, for headers; `invalid` where the file ends before.
  func bytes(_ count: Int, at offset: Int64) throws(ArchiveError) -> [UInt8] {
    guard count >= 0, offset >= 0, offset <= byteCount - Int64(count) else { throw truncated }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(count)
    while bytes.count < count {
      let piece = try chunk(at: offset + Int64(bytes.count), atMost: Int64(count - bytes.count))
      bytes.append(contentsOf: piece)
    }
    return bytes
  }

  /// The next piece of a file's bytes; valid until the next call.
  func chunk(at offset: Int64, atMost limit: Int64) throws(ArchiveError) -> UnsafeRawBufferPointer {
    let room = UnsafeMutableRawBufferPointer(rebasing: buffer.space[..<Int(min(limit, Int64(ChunkBuffer.byteCount)))])
    let count = try archiving { () throws(SystemCallError) in try file.read(into: room, at: offset) }
    guard count > 0 else { throw truncated }
    return buffer.filled(count)
  }

  var truncated: ArchiveError { ArchiveError(.invalid, "\(file.path) ends too early") }
}
