import Dossiers

/// Streams a TIFF page's pixels as rows, in bands where libtiff's general reader must be used.
enum TIFFDecoder {
  private static let maxBandPixels = 8_000_000

  /// Calls `body` with each stored row and its channels (1 grey, 3 RGB). What libtiff calls an error on the way is a
  /// refusal; `number` names the page in it.
  static func forEachRow(
    _ file: TIFFFile, page: TIFFPage, number: Int, _ body: (UnsafePointer<UInt8>, Int) -> Void
  ) throws(MediaRefusal) {
    file.forgetMessages()
    guard file.goTo(directoryAt: page.directoryOffset) else {
      throw MediaRefusal(.damaged(page: number), detail: file.error ?? "the directory cannot be read")
    }
    let isCut = file.hasMissingStrips
    file.forgetMessages()
    let isComplete: Bool
    if let format = page.rowFormat {
      if page.needsRGBFromJPEG { file.askForRGB() }
      isComplete = readRows(file, page: page, format: format, body)
    } else {
      isComplete = readBands(file, page: page, body)
    }
    guard isComplete, file.error == nil else {
      throw MediaRefusal(
        isCut ? .truncated(page: number) : .damaged(page: number), detail: file.error ?? "rows are missing")
    }
  }

  private static func readRows(
    _ file: TIFFFile, page: TIFFPage, format: TIFFPage.RowFormat, _ body: (UnsafePointer<UInt8>, Int) -> Void
  ) -> Bool {
    let width = page.size.width
    let channels = if case .rgb = format { 3 } else { 1 }
    let packed = if case .bilevel = format { (width + 7) / 8 } else { width * channels }
    let stored = file.bytesPerRow
    guard stored >= packed else { return false }
    var row = [UInt8](repeating: 0, count: stored)
    var grey = [UInt8](repeating: 0, count: width)
    for index in 0..<page.size.height {
      let isRead = row.withUnsafeMutableBufferPointer { buffer in
        buffer.baseAddress.map { file.readRow(index, into: $0) } ?? false
      }
      guard isRead else { return false }
      switch format {
      case .rgb, .grey(zeroIsWhite: false):
        body(row, channels)
      case .grey(zeroIsWhite: true):
        for x in 0..<width { grey[x] = ~row[x] }
        body(grey, 1)
      case .bilevel(let zeroIsWhite):
        let flip: UInt8 = zeroIsWhite ? 0xFF : 0
        for x in 0..<width {
          let bit = ((row[x >> 3] ^ flip) >> UInt8(7 - x & 7)) & 1
          grey[x] = bit == 0 ? 0 : 255
        }
        body(grey, 1)
      }
    }
    return true
  }

  private static func readBands(
    _ file: TIFFFile, page: TIFFPage, _ body: (UnsafePointer<UInt8>, Int) -> Void
  ) -> Bool {
    let (width, height) = (page.size.width, page.size.height)
    let bandRows = max(1, min(height, maxBandPixels / width))
    let raster = UnsafeMutablePointer<UInt32>.allocate(capacity: width * bandRows)
    defer { raster.deallocate() }
    var row = [UInt8](repeating: 0, count: width * 3)
    var top = 0
    while top < height {
      let rows = min(bandRows, height - top)
      raster.initialize(repeating: 0, count: width * rows)
      guard file.readRGBA(top: top, rows: rows, into: raster) else { return false }
      for line in 0..<rows {
        unpack(raster + line * width, width: width, into: &row)
        body(row, 3)
      }
      top += rows
    }
    return true
  }

  /// Premultiplied alpha over white.
  private static func unpack(_ pixels: UnsafePointer<UInt32>, width: Int, into row: inout [UInt8]) {
    row.withUnsafeMutableBufferPointer { row in
      for x in 0..<width {
        let pixel = pixels[x]
        let white = 255 &- (pixel >> 24)
        row[x &* 3] = UInt8(truncatingIfNeeded: min(255, (pixel & 0xFF) &+ white))
        row[x &* 3 &+ 1] = UInt8(truncatingIfNeeded: min(255, (pixel >> 8 & 0xFF) &+ white))
        row[x &* 3 &+ 2] = UInt8(truncatingIfNeeded: min(255, (pixel >> 16 & 0xFF) &+ white))
      }
    }
  }
}
