import CZlib
import Dossiers
import Files

/// Zip (APPNOTE 6.3.9): stored entries, names in UTF-8, zip64 where a size or a place needs it.
final class ZipWriter {
  private struct Central {
    let entry: PackageSerialiser.Entry
    let crc: UInt32
    let offset: Int64
  }

  private let output: SerialisedOutput
  /// MS-DOS time and date, which have two seconds' resolution and no zone: Vietnam's.
  private let stamp: (time: UInt16, date: UInt16)
  private var entries: [Central] = []

  init(output: SerialisedOutput, milliseconds: Int64) {
    self.output = output
    let time = VietnamTime(Timestamp(milliseconds: milliseconds))
    let year = min(max(time.year, 1980), 2107)
    let seconds = Int((milliseconds / 1000 + 7 * 3600) % 86_400)
    stamp = (
      UInt16(seconds / 3600) << 11 | UInt16(seconds / 60 % 60) << 5 | UInt16(seconds % 60 / 2),
      UInt16(year - 1980) << 9 | UInt16(time.month) << 5 | UInt16(time.day)
    )
  }

  func add(_ entry: PackageSerialiser.Entry, from origin: String, _ buffer: ChunkBuffer) throws(ArchiveError) {
    let crc = entry.isFolder ? 0 : try Self.crc(of: origin, buffer)
    entries.append(Central(entry: entry, crc: crc, offset: output.byteCount))
    var header: [UInt8] = []
    header.append(0x0403_4b50 as UInt32)
    appendCommon(
      to: &header, entry, crc: crc, extra: Self.isLarge(entry.byteCount) ? [entry.byteCount, entry.byteCount] : [])
    try output.write(header)
    if !entry.isFolder { try output.copy(origin, byteCount: entry.byteCount, buffer) }
  }

  func finish() throws(ArchiveError) {
    let start = output.byteCount
    for central in entries { try output.write(directoryEntry(central)) }
    let size = output.byteCount - start
    let count = Int64(entries.count)
    let needsZip64 = Self.isLarge(start) || Self.isLarge(size) || count >= 0xffff
    var end: [UInt8] = []
    if needsZip64 {
      let place = output.byteCount
      end.append(0x0606_4b50 as UInt32)
      end.append(44 as UInt64)
      end.append(Self.madeBy)
      end.append(Self.needed)
      end.append(0 as UInt64)
      for value in [count, count, size, start] { end.append(UInt64(value)) }
      end.append(0x0706_4b50 as UInt32)
      end.append(0 as UInt32)
      end.append(UInt64(place))
      end.append(1 as UInt32)
    }
    end.append(0x0605_4b50 as UInt32)
    end.append(0 as UInt32)
    let shortCount = UInt16(min(count, 0xffff))
    end.append(shortCount)
    end.append(shortCount)
    end.append(Self.short(size))
    end.append(Self.short(start))
    end.append(0 as UInt16)
    try output.write(end)
  }

  /// Unix, and the version of APPNOTE that knows zip64.
  private static let madeBy: UInt16 = 3 << 8 | 45
  private static let needed: UInt16 = 45

  private static func isLarge(_ value: Int64) -> Bool { value >= 0xffff_ffff }

  /// A value, or the mark that zip64's field has it.
  private static func short(_ value: Int64) -> UInt32 { isLarge(value) ? 0xffff_ffff : UInt32(value) }

  private func directoryEntry(_ central: Central) -> [UInt8] {
    let size = central.entry.byteCount
    var extra = Self.isLarge(size) ? [size, size] : []
    if Self.isLarge(central.offset) { extra.append(central.offset) }
    var bytes: [UInt8] = []
    bytes.append(0x0201_4b50 as UInt32)
    bytes.append(Self.madeBy)
    appendCommon(to: &bytes, central.entry, crc: central.crc, extra: extra, central: central)
    return bytes
  }

  /// The fields that local header and directory share, in their order.
  private func appendCommon(
    to bytes: inout [UInt8], _ entry: PackageSerialiser.Entry, crc: UInt32, extra: [Int64], central: Central? = nil
  ) {
    let name = Array(entry.path.utf8)
    bytes.append(Self.needed)
    // Bit 11: the name is in UTF-8.
    bytes.append(1 << 11 as UInt16)
    bytes.append(0 as UInt16)
    bytes.append(stamp.time)
    bytes.append(stamp.date)
    bytes.append(crc)
    bytes.append(Self.short(entry.byteCount))
    bytes.append(Self.short(entry.byteCount))
    bytes.append(UInt16(name.count))
    bytes.append(UInt16(extra.isEmpty ? 0 : 4 + 8 * extra.count))
    if let central {
      bytes.append(0 as UInt16)
      bytes.append(0 as UInt32)
      // Unix mode in the upper half, MS-DOS's folder bit in the lower.
      bytes.append(entry.isFolder ? 0o040755 << 16 | 0x10 : 0o100644 << 16 as UInt32)
      bytes.append(Self.short(central.offset))
    }
    bytes += name
    if !extra.isEmpty {
      bytes.append(1 as UInt16)
      bytes.append(UInt16(8 * extra.count))
      for value in extra { bytes.append(UInt64(value)) }
    }
  }

  private static func crc(of path: String, _ buffer: ChunkBuffer) throws(ArchiveError) -> UInt32 {
    try archiving { () throws(SystemCallError) in
      let file = try OwnedDescriptor.reading(path, followingLinks: false)
      var sum: uLong = 0
      while true {
        let count = try file.read(into: buffer.space)
        if count == 0 { return UInt32(sum) }
        sum = crc32_z(sum, buffer.space.baseAddress?.assumingMemoryBound(to: UInt8.self), count)
      }
    }
  }
}

extension [UInt8] {
  /// Little-endian, as everything in a zip file.
  fileprivate mutating func append(_ value: some FixedWidthInteger) {
    Swift.withUnsafeBytes(of: value.littleEndian) { append(contentsOf: $0) }
  }
}
