import CZlib

/// Bytes to zlib streams, as /FlateDecode reads them.
enum Deflate {
  /// The same bytes give the same stream on the same zlib.
  static func compress(_ bytes: [UInt8], level: Int32 = 6) -> [UInt8] {
    var count = compressBound(uLong(bytes.count))
    let packed = [UInt8](unsafeUninitializedCapacity: Int(count)) { buffer, filled in
      let code = compress2(buffer.baseAddress, &count, bytes, uLong(bytes.count), level)
      filled = code == Z_OK ? Int(count) : 0
    }
    // compress2 fails only without memory: then the stream is stored as zlib's own raw blocks.
    return packed.isEmpty ? stored(bytes) : packed
  }

  /// RFC 1950 around stored blocks of RFC 1951, 3.2.4.
  private static func stored(_ bytes: [UInt8]) -> [UInt8] {
    var stream: [UInt8] = [0x78, 0x01]
    var offset = 0
    repeat {
      let count = min(65_535, bytes.count - offset)
      let isLast: UInt8 = offset + count == bytes.count ? 1 : 0
      stream += [isLast, UInt8(count & 0xFF), UInt8(count >> 8), UInt8(~count & 0xFF), UInt8(~count >> 8 & 0xFF)]
      stream += bytes[offset..<(offset + count)]
      offset += count
    } while offset < bytes.count
    let sum = UInt32(truncatingIfNeeded: adler32(1, bytes, uInt(bytes.count)))
    withUnsafeBytes(of: sum.bigEndian) { stream.append(contentsOf: $0) }
    return stream
  }
}
