/// The font of text layers: every character is the same empty glyph, half as wide as the text is high.
///
/// The picture shows the words; the font only says where they are and, by its ToUnicode map, which. Characters get
/// their codes in the order in which they come.
struct InvisibleFont {
  static let advance = 0.5
  private static let name = "HosoInvisible"
  private var codes: [Unicode.Scalar: UInt16] = [:]
  private var scalars: [Unicode.Scalar] = []

  var isEmpty: Bool { scalars.isEmpty }

  /// The code of a character; nil for what no text may hold (ISO 19005-2, 6.2.11.7.2) or when all codes are spent.
  mutating func code(of scalar: Unicode.Scalar) -> UInt16? {
    if let code = codes[scalar] { return code }
    guard scalar.value != 0xFEFF, scalar.value != 0xFFFE, scalar.properties.generalCategory != .control,
      !scalar.properties.isNoncharacterCodePoint, scalars.count < 65_000
    else { return nil }
    scalars.append(scalar)
    // Code 0 is the glyph .notdef, which must not be shown (6.2.11.8).
    let code = UInt16(scalars.count)
    codes[scalar] = code
    return code
  }

  /// Writes the font with all that belongs to it.
  func write(to writer: PDFWriter, as reference: PDFReference) throws(NormalisingError) {
    let program = Self.program
    let file = try writer.addCompressed("/Length1 \(program.count)", program)
    let descriptor = try writer.add(
      """
      <</Type /FontDescriptor /FontName /\(Self.name) /Flags 5 /FontBBox [0 -200 500 800] /ItalicAngle 0 /Ascent 800 \
      /Descent -200 /CapHeight 800 /StemV 80 /FontFile2 \(file)>>
      """)
    var glyphs: [UInt8] = [0, 0]
    for _ in scalars { glyphs += [0, 1] }
    let map = try writer.addCompressed("", glyphs)
    let descendant = try writer.add(
      """
      <</Type /Font /Subtype /CIDFontType2 /BaseFont /\(Self.name) /CIDSystemInfo <</Registry (Adobe) \
      /Ordering (Identity) /Supplement 0>> /FontDescriptor \(descriptor) /DW 500 /CIDToGIDMap \(map)>>
      """)
    let unicode = try writer.addCompressed("", Array(unicodeMap.utf8))
    try writer.write(
      """
      <</Type /Font /Subtype /Type0 /BaseFont /\(Self.name) /Encoding /Identity-H /DescendantFonts [\(descendant)] \
      /ToUnicode \(unicode)>>
      """, as: reference)
  }

  /// ISO 32000-1, 9.10.3.
  private var unicodeMap: String {
    var text = """
      /CIDInit /ProcSet findresource begin
      12 dict begin
      begincmap
      /CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def
      /CMapName /Adobe-Identity-UCS def
      /CMapType 2 def
      1 begincodespacerange
      <0000> <FFFF>
      endcodespacerange

      """
    for start in stride(from: 0, to: scalars.count, by: 100) {
      let block = scalars[start..<min(start + 100, scalars.count)]
      text += "\(block.count) beginbfchar\n"
      for (offset, scalar) in block.enumerated() {
        let code = start + offset + 1
        let units = String(scalar).utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
        text += "\(PDFSyntax.hexadecimal([UInt8(code >> 8), UInt8(code & 0xFF)])) \(PDFSyntax.hexadecimal(units))\n"
      }
      text += "endbfchar\n"
    }
    return text + "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n"
  }

  /// A TrueType font of two empty glyphs, 1000 units an em.
  private static let program: [UInt8] = {
    let tables: [(String, [UInt8])] = [
      // Format 4 with the closing segment alone: characters are reached by glyph number only.
      ("cmap", words(0, 1, 3, 1, 0, 12, 4, 24, 0, 2, 2, 0, 0, 0xFFFF, 0, 0xFFFF, 1, 0)),
      ("glyf", [0, 0, 0, 0]),
      ("head", head),
      ("hhea", words(1, 0, 800, 0xFF38, 0, 500, 0, 0, 500, 1, 0, 0, 0, 0, 0, 0, 0, 2)),
      ("hmtx", words(500, 0, 500, 0)),
      ("loca", words(0, 0, 0)),
      ("maxp", words(1, 0, 2, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0)),
      ("name", words(0, 0, 6)),
      ("post", words(3, 0, 0, 0, 0xFF9C, 50, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0)),
    ]
    var directory = words(1, 0, UInt16(tables.count), 128, 3, UInt16(tables.count * 16 - 128))
    var data: [UInt8] = []
    let start = 12 + 16 * tables.count
    for (tag, bytes) in tables {
      let padded = bytes + [UInt8](repeating: 0, count: (4 - bytes.count % 4) % 4)
      directory += Array(tag.utf8) + long(sum(padded)) + long(UInt32(start + data.count)) + long(UInt32(bytes.count))
      data += padded
    }
    var font = directory + data
    // OpenType, `head`: 0xB1B0AFBA less the sum of the whole file, taken with a zero in its place.
    let adjustment = long(0xB1B0_AFBA &- sum(font))
    let place = tables.prefix { $0.0 != "head" }.reduce(start) { $0 + ($1.1.count + 3) / 4 * 4 }
    font.replaceSubrange((place + 8)..<(place + 12), with: adjustment)
    return font
  }()

  private static let head: [UInt8] =
    words(1, 0, 1, 0, 0, 0, 0x5F0F, 0x3CF5, 0x000B, 1000) + [UInt8](repeating: 0, count: 16)
    + words(0, 0xFF38, 500, 800, 0, 8, 2, 0, 0)

  private static func words(_ numbers: UInt16...) -> [UInt8] {
    numbers.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
  }

  private static func long(_ number: UInt32) -> [UInt8] {
    withUnsafeBytes(of: number.bigEndian) { Array($0) }
  }

  private static func sum(_ bytes: [UInt8]) -> UInt32 {
    var total: UInt32 = 0
    for offset in stride(from: 0, to: bytes.count - bytes.count % 4, by: 4) {
      var word: UInt32 = 0
      for byte in bytes[offset..<(offset + 4)] { word = word << 8 | UInt32(byte) }
      total = total &+ word
    }
    return total
  }
}
