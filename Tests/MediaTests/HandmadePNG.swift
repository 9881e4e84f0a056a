/// Writes PNG files of any legal kind, and illegal ones, without compression (RFC 1950, 1951: stored blocks).
struct HandmadePNG {
  var width: UInt32
  var height: UInt32
  var bitDepth: UInt8 = 8
  /// 0 grey, 2 RGB, 3 palette, 4 grey and alpha, 6 RGB and alpha.
  var colourType: UInt8 = 0
  var isInterlaced = false
  /// Chunks between header and pixels.
  var extras: [(type: String, data: [UInt8])] = []
  /// Filter byte and samples, row by row (pass by pass when interlaced).
  var rows: [UInt8]
  var breaksPixelChecksum = false

  var bytes: [UInt8] {
    var file: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
    let header =
      Handmade.bigEndian(width) + Handmade.bigEndian(height) + [bitDepth, colourType, 0, 0, isInterlaced ? 1 : 0]
    file += Self.chunk("IHDR", header)
    for extra in extras { file += Self.chunk(extra.type, extra.data) }
    var pixels = Self.chunk("IDAT", Self.stored(rows))
    if breaksPixelChecksum { pixels[pixels.count - 1] ^= 0xFF }
    return file + pixels + Self.chunk("IEND", [])
  }

  static func chunk(_ type: String, _ data: [UInt8]) -> [UInt8] {
    let body = Array(type.utf8) + data
    return Handmade.bigEndian(UInt32(data.count)) + body + Handmade.bigEndian(crc(body))
  }

  private static func stored(_ data: [UInt8]) -> [UInt8] {
    var stream: [UInt8] = [0x78, 0x01]
    var rest = data[...]
    repeat {
      let block = rest.prefix(65535)
      rest = rest.dropFirst(block.count)
      let length = UInt16(block.count)
      stream += [rest.isEmpty ? 1 : 0, UInt8(length & 0xFF), UInt8(length >> 8)]
      stream += [UInt8(~length & 0xFF), UInt8(~length >> 8)] + block
    } while !rest.isEmpty
    var (low, high) = (UInt32(1), UInt32(0))
    for byte in data {
      low = (low + UInt32(byte)) % 65521
      high = (high + low) % 65521
    }
    return stream + Handmade.bigEndian(high << 16 | low)
  }

  private static func crc(_ data: [UInt8]) -> UInt32 {
    var crc: UInt32 = 0xFFFF_FFFF
    for byte in data {
      crc ^= UInt32(byte)
      for _ in 0..<8 { crc = crc & 1 == 1 ? crc >> 1 ^ 0xEDB8_8320 : crc >> 1 }
    }
    return ~crc
  }
}
