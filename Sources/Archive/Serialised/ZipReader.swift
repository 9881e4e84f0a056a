import CZlib
import Files

/// Reads zip by its directory: stored and deflated entries, zip64. Links and encrypted entries are refused.
struct ZipReader {
  private struct Entry {
    let name: [UInt8]
    let flags: UInt16
    let method: UInt16
    let crc: UInt32
    let packedSize: Int64
    let size: Int64
    let offset: Int64
    let unixMode: UInt32
  }

  private let input: SerialisedInput

  static func read(_ input: SerialisedInput, _ visitor: some SerialisedVisitor) throws(ArchiveError) {
    let reader = ZipReader(input: input)
    for entry in try reader.directory() { try reader.visit(entry, visitor) }
  }

  private func invalid(_ reason: String) -> ArchiveError { ArchiveError(.invalid, "\(input.file.path): \(reason)") }

  private func directory() throws(ArchiveError) -> [Entry] {
    let tailSize = min(input.byteCount, 22 + 65_535)
    let tailStart = input.byteCount - tailSize
    let tail = try input.bytes(Int(tailSize), at: tailStart)
    guard
      let end = stride(from: tail.count - 22, through: 0, by: -1).first(where: { tail.number($0, 4) == 0x0605_4b50 })
    else { throw invalid("has no directory") }
    var count = tail.number(end + 10, 2)
    var size = tail.number(end + 12, 4)
    var start = tail.number(end + 16, 4)
    if count == 0xffff || size == 0xffff_ffff || start == 0xffff_ffff, tailStart + Int64(end) >= 20 {
      let locator = try input.bytes(20, at: tailStart + Int64(end) - 20)
      if locator.number(0, 4) == 0x0706_4b50 {
        let record = try input.bytes(56, at: locator.number(8, 8))
        guard record.number(0, 4) == 0x0606_4b50 else { throw invalid("has no zip64 directory") }
        (count, size, start) = (record.number(32, 8), record.number(40, 8), record.number(48, 8))
      }
    }
    guard count >= 0, (0...(1 << 28)).contains(size) else { throw invalid("has a directory of \(size) bytes") }
    let bytes = try input.bytes(Int(size), at: start)
    var entries: [Entry] = []
    var place = 0
    for _ in 0..<count {
      guard place + 46 <= bytes.count, bytes.number(place, 4) == 0x0201_4b50 else {
        throw invalid("has a bad directory")
      }
      let nameLength = Int(bytes.number(place + 28, 2))
      let extraLength = Int(bytes.number(place + 30, 2))
      let next = place + 46 + nameLength + extraLength + Int(bytes.number(place + 32, 2))
      guard next <= bytes.count else { throw invalid("has a bad directory") }
      let extra = Array(bytes[(place + 46 + nameLength)..<(place + 46 + nameLength + extraLength)])
      var large = Self.zip64(extra)[...]
      func wide(_ value: Int64) -> Int64 { value == 0xffff_ffff ? large.popFirst() ?? value : value }
      let fullSize = wide(bytes.number(place + 24, 4))
      let packedSize = wide(bytes.number(place + 20, 4))
      let offset = wide(bytes.number(place + 42, 4))
      entries.append(
        Entry(
          name: Array(bytes[(place + 46)..<(place + 46 + nameLength)]), flags: UInt16(bytes.number(place + 8, 2)),
          method: UInt16(bytes.number(place + 10, 2)), crc: UInt32(bytes.number(place + 16, 4)),
          packedSize: packedSize, size: fullSize, offset: offset,
          unixMode: bytes.number(place + 5, 1) == 3 ? UInt32(bytes.number(place + 40, 2)) : 0))
      place = next
    }
    return entries
  }

  /// The values of the zip64 field, in their order.
  private static func zip64(_ extra: [UInt8]) -> [Int64] {
    var place = 0
    while place + 4 <= extra.count {
      let length = Int(extra.number(place + 2, 2))
      guard place + 4 + length <= extra.count else { break }
      if extra.number(place, 2) == 1 {
        return stride(from: place + 4, through: place + 4 + length - 8, by: 8).map { extra.number($0, 8) }
      }
      place += 4 + length
    }
    return []
  }

  private func visit(_ entry: Entry, _ visitor: some SerialisedVisitor) throws(ArchiveError) {
    // Bit 11: UTF-8; without it the first PCs' code page, though many write UTF-8 without saying so.
    guard let name = TagText.decode(entry.name, encoding: "UTF-8") ?? TagText.decode(entry.name, encoding: "CP437")
    else {
      throw ArchiveError(.badPath, "\(input.file.path) holds a name that cannot be read")
    }
    if entry.flags & 1 != 0 { throw invalid("\(name) is encrypted") }
    if entry.unixMode & 0o170000 == 0o120000 { throw invalid("\(name) is a symbolic link") }
    let isFolder = name.hasSuffix("/")
    try visitor.begin(BagPath(TarReader.plain(name)), isFolder: isFolder)
    let header = try input.bytes(30, at: entry.offset)
    guard header.number(0, 4) == 0x0403_4b50 else { throw invalid("\(name) is not where the directory says") }
    let start = entry.offset + 30 + header.number(26, 2) + header.number(28, 2)
    guard entry.packedSize >= 0, start <= input.byteCount - entry.packedSize else { throw input.truncated }
    var sum: uLong = 0
    var size: Int64 = 0
    func take(_ bytes: UnsafeRawBufferPointer) throws(ArchiveError) {
      sum = crc32_z(sum, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self), bytes.count)
      size += Int64(bytes.count)
      try visitor.take(bytes)
    }
    switch entry.method {
    case 0:
      var done: Int64 = 0
      while done < entry.packedSize {
        let chunk = try input.chunk(at: start + done, atMost: entry.packedSize - done)
        try take(chunk)
        done += Int64(chunk.count)
      }
    case 8: try Inflation().run(input, at: start, byteCount: entry.packedSize, take)
    default: throw invalid("\(name) is packed by method \(entry.method), which is not known here")
    }
    guard size == entry.size, sum == uLong(entry.crc) else { throw invalid("\(name) is damaged") }
    try visitor.end()
  }
}

/// The one owner of a `z_stream` that inflates.
private final class Inflation {
  private let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
  private let output = ChunkBuffer()

  init() throws(ArchiveError) {
    stream.initialize(to: z_stream())
    guard hoso_inflate_init_raw(stream) == Z_OK else { throw ArchiveError(.io, "zlib gives no stream") }
  }

  deinit {
    inflateEnd(stream)
    stream.deallocate()
  }

  func run(
    _ input: SerialisedInput, at start: Int64, byteCount: Int64,
    _ take: (UnsafeRawBufferPointer) throws(ArchiveError) -> Void
  ) throws(ArchiveError) {
    var done: Int64 = 0
    var code = Z_OK
    while code != Z_STREAM_END {
      guard done < byteCount else { throw input.truncated }
      let chunk = try input.chunk(at: start + done, atMost: byteCount - done)
      done += Int64(chunk.count)
      stream.pointee.next_in = UnsafeMutablePointer(
        mutating: chunk.baseAddress?.assumingMemoryBound(to: UInt8.self))
      stream.pointee.avail_in = UInt32(chunk.count)
      repeat {
        stream.pointee.next_out = output.space.baseAddress?.assumingMemoryBound(to: UInt8.self)
        stream.pointee.avail_out = UInt32(ChunkBuffer.byteCount)
        code = inflate(stream, Z_NO_FLUSH)
        guard code == Z_OK || code == Z_STREAM_END || code == Z_BUF_ERROR else {
          throw ArchiveError(.invalid, "\(input.file.path): deflated bytes are damaged")
        }
        try take(output.filled(ChunkBuffer.byteCount - Int(stream.pointee.avail_out)))
      } while code == Z_OK && stream.pointee.avail_out == 0
    }
  }
}

extension [UInt8] {
  /// Little-endian; of eight bytes, what an `Int64` holds.
  fileprivate func number(_ offset: Int, _ count: Int) -> Int64 {
    var value: Int64 = 0
    for index in (0..<count).reversed() { value = value << 8 | Int64(self[offset + index]) }
    return value
  }
}
