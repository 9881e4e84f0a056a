/// The blocks before a file in a tar archive.
enum TarHeader {
  /// ustar holds 100 bytes of name (the prefix field is left alone: pax says it better) and 8 GiB.
  static func bytes(path: String, byteCount: Int64, modifiedAt: Int64) -> [UInt8] {
    var bytes: [UInt8] = []
    let isPlain = path.utf8.count <= 100 && path.utf8.allSatisfy { $0 < 0x80 } && byteCount < 1 << 33
    if !isPlain {
      let records = record("path", path) + (byteCount < 1 << 33 ? [] : record("size", "\(byteCount)"))
      bytes += block(name: "PaxHeader", byteCount: Int64(records.count), modifiedAt: modifiedAt, type: "x")
      bytes += records + [UInt8](repeating: 0, count: (512 - records.count % 512) % 512)
    }
    return bytes + block(name: path, byteCount: byteCount, modifiedAt: modifiedAt, type: "0")
  }

  /// `length key=value\n`, where the length counts itself.
  private static func record(_ key: String, _ value: String) -> [UInt8] {
    let rest = " \(key)=\(value)\n"
    var length = rest.utf8.count + 1
    while "\(length)".utf8.count + rest.utf8.count != length { length += 1 }
    return Array("\(length)\(rest)".utf8)
  }

  private static func block(name: String, byteCount: Int64, modifiedAt: Int64, type: Character) -> [UInt8] {
    var block = [UInt8](repeating: 0, count: 512)
    func put(_ text: String, at offset: Int, length: Int) {
      for (index, byte) in text.utf8.prefix(length).enumerated() { block[offset + index] = byte }
    }
    func octal(_ number: Int64, at offset: Int, length: Int) {
      let digits = String(number, radix: 8)
      put(
        String(repeating: "0", count: max(0, length - 1 - digits.utf8.count)) + digits, at: offset, length: length - 1)
    }
    put(name, at: 0, length: 100)
    octal(0o644, at: 100, length: 8)
    octal(0, at: 108, length: 8)
    octal(0, at: 116, length: 8)
    octal(min(byteCount, 1 << 33 - 1), at: 124, length: 12)
    octal(max(0, modifiedAt), at: 136, length: 12)
    put(String(repeating: " ", count: 8), at: 148, length: 8)
    put(String(type), at: 156, length: 1)
    put("ustar", at: 257, length: 5)
    put("00", at: 263, length: 2)
    let sum = block.reduce(0) { $0 + Int64($1) }
    octal(sum, at: 148, length: 7)
    block[154] = 0
    return block
  }
}
