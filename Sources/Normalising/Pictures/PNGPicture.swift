/// A PNG file whose compressed rows can stand in a PDF as they are: /FlateDecode knows PNG's predictors.
struct PNGPicture {
  private let header: ArraySlice<UInt8>
  private let rows: [UInt8]
  private let palette: [UInt8]

  /// Nil for what a PDF has no words for: interlaced rows, transparency; and for files that are not whole.
  init?(_ bytes: [UInt8]) {
    guard bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) else { return nil }
    var offset = 8
    var header: ArraySlice<UInt8>?
    var rows: [UInt8] = []
    var palette: [UInt8] = []
    var isWhole = false
    while offset + 12 <= bytes.count, !isWhole {
      let length = bytes[offset..<(offset + 4)].reduce(0) { $0 << 8 | Int($1) }
      guard offset + 12 + length <= bytes.count else { return nil }
      let chunk = bytes[(offset + 8)..<(offset + 8 + length)]
      switch String(decoding: bytes[(offset + 4)..<(offset + 8)], as: UTF8.self) {
      case "IHDR": header = chunk
      case "PLTE": palette = Array(chunk)
      case "IDAT": rows += chunk
      case "tRNS": return nil
      case "IEND": isWhole = true
      default: break
      }
      offset += 12 + length
    }
    guard isWhole, let header, header.count == 13, !rows.isEmpty else { return nil }
    self.header = header
    self.rows = rows
    self.palette = palette
    // Deflate and the five filters are all there is; interlaced rows come in another order.
    guard Array(header.suffix(3)) == [0, 0, 0] else { return nil }
    guard [0, 2, 3].contains(colourType), colourType != 3 || (palette.count % 3 == 0 && !palette.isEmpty) else {
      return nil
    }
  }

  func picture(orientation: Int) -> PDFPicture {
    let (width, height) = (number(0), number(4))
    let depth = Int(header[header.startIndex + 8])
    let components = colourType == 2 ? 3 : 1
    let colour: PDFPicture.Colour =
      switch colourType {
      case 2: .rgb
      case 3: .palette(palette)
      default: .grey
      }
    let swaps = (5...8).contains(orientation)
    return PDFPicture(
      widthInPixels: swaps ? height : width, heightInPixels: swaps ? width : height,
      entries: """
        /Width \(width) /Height \(height) /BitsPerComponent \(depth) /Filter /FlateDecode /DecodeParms \
        <</Predictor 15 /Colors \(components) /BitsPerComponent \(depth) /Columns \(width)>>
        """,
      colour: colour, bytes: rows, placement: .init(orientation: orientation))
  }

  private var colourType: Int { Int(header[header.startIndex + 9]) }

  private func number(_ offset: Int) -> Int {
    header[(header.startIndex + offset)..<(header.startIndex + offset + 4)].reduce(0) { $0 << 8 | Int($1) }
  }
}
