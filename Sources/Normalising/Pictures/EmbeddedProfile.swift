/// Colour profiles that pictures bring along.
enum EmbeddedProfile {
  /// Whether a PDF/A file may refer to the profile (ISO 19005-2, 6.2.4.2): a whole profile of version 2 to 4 for a
  /// device or a space of that many components.
  static func isUsable(_ bytes: [UInt8], components: Int) -> Bool {
    guard bytes.count >= 132, number(bytes, 0) == bytes.count, text(bytes, 36) == "acsp" else { return false }
    guard (2...4).contains(bytes[8]), ["mntr", "scnr", "prtr", "spac"].contains(text(bytes, 12)) else { return false }
    guard text(bytes, 16) == (components == 1 ? "GRAY" : "RGB "), ["XYZ ", "Lab "].contains(text(bytes, 20)) else {
      return false
    }
    let count = number(bytes, 128)
    guard (1...100).contains(count), 132 + 12 * count <= bytes.count else { return false }
    return (0..<count).allSatisfy { index in
      let entry = 132 + 12 * index
      let (offset, size) = (number(bytes, entry + 4), number(bytes, entry + 8))
      return offset >= 132 + 12 * count && offset + size <= bytes.count
    }
  }

  private static func number(_ bytes: [UInt8], _ offset: Int) -> Int {
    bytes[offset..<(offset + 4)].reduce(0) { $0 << 8 | Int($1) }
  }

  private static func text(_ bytes: [UInt8], _ offset: Int) -> String {
    String(decoding: bytes[offset..<(offset + 4)], as: UTF8.self)
  }
}
