import Glibc

/// The sRGB colour space (IEC 61966-2-1) as an ICC profile of version 2.1, made here: what DeviceRGB means in our files.
enum ColourProfile {
  static let sRGB: [UInt8] = make()

  private static func make() -> [UInt8] {
    let description = describing("sRGB IEC61966-2.1")
    let curve = responseCurve()
    // Primaries adapted to D50 (Bradford), as s15Fixed16 numbers.
    let tags: [(String, [UInt8])] = [
      ("desc", description),
      ("cprt", tagged("text", Array("No copyright, use freely\0".utf8))),
      ("wtpt", colour(0xF6D6, 0x10000, 0xD32D)),
      ("rXYZ", colour(0x6FA2, 0x38F5, 0x0390)),
      ("gXYZ", colour(0x6299, 0xB785, 0x18DA)),
      ("bXYZ", colour(0x24A0, 0x0F84, 0xB6CF)),
      ("rTRC", curve), ("gTRC", curve), ("bTRC", curve),
    ]
    var table = word(UInt32(tags.count))
    var data: [UInt8] = []
    var places: [[UInt8]: Int] = [:]
    let start = 128 + 4 + 12 * tags.count
    for (name, value) in tags {
      // The three curves are one and are stored once.
      let offset = places[value] ?? start + data.count
      if places[value] == nil {
        places[value] = offset
        data += value + [UInt8](repeating: 0, count: (4 - value.count % 4) % 4)
      }
      table += Array(name.utf8) + word(UInt32(offset)) + word(UInt32(value.count))
    }
    return header(size: start + data.count) + table + data
  }

  /// ICC.1:2001-04, 6.1.
  private static func header(size: Int) -> [UInt8] {
    var bytes = word(UInt32(size)) + word(0) + word(0x0210_0000)
    bytes += Array("mntrRGB XYZ ".utf8)
    for number: UInt16 in [2026, 1, 1, 0, 0, 0] { bytes += [UInt8(number >> 8), UInt8(number & 0xFF)] }
    bytes += Array("acsp".utf8) + [UInt8](repeating: 0, count: 28)
    bytes += word(0xF6D6) + word(0x10000) + word(0xD32D)
    return bytes + [UInt8](repeating: 0, count: 128 - bytes.count)
  }

  private static func describing(_ text: String) -> [UInt8] {
    let ascii = Array(text.utf8) + [0]
    // No Unicode and no Macintosh description: counts and codes of zero, and 67 bytes of room (6.5.17).
    return tagged("desc", word(UInt32(ascii.count)) + ascii + [UInt8](repeating: 0, count: 4 + 4 + 2 + 1 + 67))
  }

  private static func responseCurve() -> [UInt8] {
    let count = 1024
    var bytes = word(UInt32(count))
    for index in 0..<count {
      let value = Double(index) / Double(count - 1)
      let linear = value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
      let number = UInt16((linear * 65_535).rounded())
      bytes += [UInt8(number >> 8), UInt8(number & 0xFF)]
    }
    return tagged("curv", bytes)
  }

  private static func colour(_ x: UInt32, _ y: UInt32, _ z: UInt32) -> [UInt8] {
    tagged("XYZ ", word(x) + word(y) + word(z))
  }

  private static func tagged(_ type: String, _ bytes: [UInt8]) -> [UInt8] {
    Array(type.utf8) + word(0) + bytes
  }

  private static func word(_ number: UInt32) -> [UInt8] {
    withUnsafeBytes(of: number.bigEndian) { Array($0) }
  }
}
