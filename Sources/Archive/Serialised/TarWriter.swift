import Files

/// POSIX tar (ustar, IEEE 1003.1): owner and group 0 without names, one time for all.
final class TarWriter {
  private let output: SerialisedOutput
  private let seconds: Int64

  init(output: SerialisedOutput, seconds: Int64) {
    self.output = output
    self.seconds = seconds
  }

  func add(_ entry: PackageSerialiser.Entry, from origin: String, _ buffer: ChunkBuffer) throws(ArchiveError) {
    try addExtendedHeader(entry)
    try output.write(
      header(
        path: entry.path, mode: entry.isFolder ? 0o755 : 0o644, size: entry.byteCount, type: entry.isFolder ? "5" : "0")
    )
    guard !entry.isFolder else { return }
    try output.copy(origin, byteCount: entry.byteCount, buffer)
    try pad(entry.byteCount)
  }

  /// Two empty blocks.
  func finish() throws(ArchiveError) {
    try output.write([UInt8](repeating: 0, count: 1024))
  }

  private func pad(_ byteCount: Int64) throws(ArchiveError) {
    let rest = Int(byteCount % 512)
    if rest > 0 { try output.write([UInt8](repeating: 0, count: 512 - rest)) }
  }

  /// What ustar cannot say: paths beyond ASCII or too long, files of 8 GiB and more.
  private func addExtendedHeader(_ entry: PackageSerialiser.Entry) throws(ArchiveError) {
    var records: [UInt8] = []
    if entry.path.utf8.contains(where: { $0 > 0x7e }) || Self.split(entry.path) == nil {
      records += Self.record("path", entry.path)
    }
    if entry.byteCount >= 1 << 33 { records += Self.record("size", String(entry.byteCount)) }
    guard !records.isEmpty else { return }
    try output.write(header(path: "pax", mode: 0o644, size: Int64(records.count), type: "x"))
    try output.write(records)
    try pad(Int64(records.count))
  }

  /// "<length> <key>=<value>\n", where the length counts its own digits.
  static func record(_ key: String, _ value: String) -> [UInt8] {
    let body = " \(key)=\(value)\n"
    var length = body.utf8.count + 1
    while String(length).utf8.count + body.utf8.count != length { length += 1 }
    return Array("\(length)\(body)".utf8)
  }

  /// A path's two places in the header: 155 bytes of folders before the slash, 100 behind it.
  private static func split(_ path: String) -> (prefix: [UInt8], name: [UInt8])? {
    let bytes = Array(path.utf8)
    if bytes.count <= 100 { return ([], bytes) }
    for index in bytes.indices.dropLast().reversed()
    where bytes[index] == UInt8(ascii: "/") && index <= 155 && bytes.count - index - 1 <= 100 && index > 0 {
      return (Array(bytes[..<index]), Array(bytes[(index + 1)...]))
    }
    return nil
  }

  private func header(path: String, mode: Int, size: Int64, type: Unicode.Scalar) -> [UInt8] {
    var block = [UInt8](repeating: 0, count: 512)
    func put(_ bytes: some Sequence<UInt8>, at offset: Int) {
      for (index, byte) in bytes.enumerated() { block[offset + index] = byte }
    }
    func put(octal value: Int64, digits: Int, at offset: Int) {
      let text = String(value, radix: 8)
      put((String(repeating: "0", count: max(0, digits - text.count)) + text).utf8, at: offset)
    }
    // A path that does not fit stands in the pax header before; here its end is left for old readers.
    let places = Self.split(path) ?? ([], Array(path.utf8.suffix(100)))
    put(places.name, at: 0)
    put(octal: Int64(mode), digits: 7, at: 100)
    put(octal: 0, digits: 7, at: 108)
    put(octal: 0, digits: 7, at: 116)
    put(octal: size < 1 << 33 ? size : 0, digits: 11, at: 124)
    put(octal: max(0, min(seconds, (1 << 33) - 1)), digits: 11, at: 136)
    block[156] = UInt8(ascii: type)
    put("ustar".utf8, at: 257)
    put("00".utf8, at: 263)
    put(octal: 0, digits: 7, at: 329)
    put(octal: 0, digits: 7, at: 337)
    put(places.prefix, at: 345)
    // The sum counts its own field as blanks.
    let sum = block.reduce(0) { $0 + Int64($1) } + 8 * 32
    put(octal: sum, digits: 6, at: 148)
    block[155] = UInt8(ascii: " ")
    return block
  }
}
