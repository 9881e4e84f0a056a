/// The two things of EXIF that matter here, orientation and resolution, read from a TIFF structure in memory.
///
/// Only the first directory is read, each entry checked against the bytes there are; no pointer is followed twice, so
/// that hostile files cost nothing.
package struct Exif {
  private(set) var orientation: Orientation?
  private(set) var dotsPerInch: Double?

  /// `bytes` begin with the byte order mark; anything malformed leaves both values nil.
  package init(_ bytes: UnsafeRawBufferPointer) {
    let reader = Reader(bytes: bytes, littleEndian: bytes.has(ascii: "II", at: 0))
    guard reader.littleEndian || bytes.has(ascii: "MM", at: 0), reader.short(2) == 42, let start = reader.long(4),
      let entries = reader.short(start)
    else { return }
    var resolution: Double?
    // TIFF 6.0, section 8: inches unless told otherwise.
    var unit = 2
    for index in 0..<min(entries, 512) {
      let entry = start + 2 + index * 12
      guard let tag = reader.short(entry), let type = reader.short(entry + 2) else { break }
      switch tag {
      case 0x0112:
        let value = type == 4 ? reader.long(entry + 8) : reader.short(entry + 8)
        orientation = value.flatMap(Orientation.init(rawValue:))
      case 0x011A: resolution = reader.rational(at: entry)
      case 0x0128: unit = reader.short(entry + 8) ?? unit
      default: break
      }
    }
    guard let resolution, resolution > 1, resolution < 100_000 else { return }
    // CIPA DC-008, 4.6.4: 72 stands for "unknown", and that is what phones write.
    if unit == 2 && resolution != 72 { dotsPerInch = resolution }
    if unit == 3 { dotsPerInch = resolution * 2.54 }
  }

  private struct Reader {
    let bytes: UnsafeRawBufferPointer
    let littleEndian: Bool

    func short(_ offset: Int) -> Int? {
      guard offset >= 0, offset + 2 <= bytes.count else { return nil }
      let (first, second) = (Int(bytes[offset]), Int(bytes[offset + 1]))
      return littleEndian ? second << 8 | first : first << 8 | second
    }

    func long(_ offset: Int) -> Int? {
      guard let first = short(offset), let second = short(offset + 2) else { return nil }
      return littleEndian ? second << 16 | first : first << 16 | second
    }

    /// Type 5: the entry holds the offset of numerator and denominator.
    func rational(at entry: Int) -> Double? {
      guard short(entry + 2) == 5, let offset = long(entry + 8), let numerator = long(offset),
        let denominator = long(offset + 4), denominator > 0
      else { return nil }
      return Double(numerator) / Double(denominator)
    }
  }
}
