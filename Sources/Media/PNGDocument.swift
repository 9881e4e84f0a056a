import Dossiers

/// One PNG picture. Gamma and colour profiles are left aside: what matters is what can be read.
final class PNGDocument: MediaDocument {
  let mediaType = MediaType.png
  let warnings: [Problem]
  let pages: [PageInfo]
  private let bytes: FileBytes
  private let stored: PictureSize
  private let orientation: Orientation
  private var verified = VerifiedPixels()

  init(_ bytes: FileBytes, budget: MediaBudget, warnings: [Problem]) throws(MediaRefusal) {
    let reader = try PNGReader(bytes)
    let exif = reader.exif
    self.bytes = bytes
    stored = reader.size
    orientation = exif?.orientation ?? .upright
    let page = try ImagePage.check(
      stored: stored, orientation: orientation, dotsPerInch: reader.dotsPerInch ?? exif?.dotsPerInch, budget: budget)
    pages = [page.info]
    self.warnings = warnings + page.warnings
  }

  var storedFile: StoredPicture {
    StoredPicture(bytes: Array(bytes.raw), orientation: orientation.rawValue)
  }

  func renderGrey(page: Int, longSideInPixels: Int?) throws(MediaRefusal) -> GreyImage {
    let (size, pixels) = try decode(page: page, channels: 1, longSide: longSideInPixels)
    return GreyImage(width: size.width, height: size.height, pixels: pixels)
  }

  func renderColour(page: Int, longSideInPixels: Int?) throws(MediaRefusal) -> ColourImage {
    if longSideInPixels == nil, let picture = verified.take(page: page) { return picture }
    let (size, pixels) = try decode(page: page, channels: 3, longSide: longSideInPixels)
    return ColourImage(width: size.width, height: size.height, pixels: pixels)
  }

  func textLayer(page: Int) throws(MediaRefusal) -> [TextWord] { [] }

  func verifyPixels(page: Int) throws(MediaRefusal) -> [Problem] {
    try ImagePage.checkNumber(page, of: pages)
    let reader = try PNGReader(bytes)
    try verified.check(page: page, stored: stored, orientation: orientation) { (keep) throws(MediaRefusal) in
      try reader.forEachRow(keep)
    }
    return reader.finish() == nil ? [] : [.damaged(severity: .warning)]
  }

  private func decode(page: Int, channels: Int, longSide: Int?) throws(MediaRefusal) -> (PictureSize, [UInt8]) {
    try ImagePage.checkNumber(page, of: pages)
    let wanted = stored.capped(longSide: longSide)
    var builder = PictureBuilder(
      sourceWidth: stored.width, sourceHeight: stored.height, channels: channels, width: wanted.width,
      height: wanted.height)
    var converter = RowConverter(width: stored.width, toChannels: channels)
    try PNGReader(bytes).forEachRow { row, rowChannels in
      converter.convert(row, channels: rowChannels) { builder.append($0) }
    }
    return (
      orientation.applied(to: wanted), orientation.applied(to: builder.pixels, size: wanted, channels: channels)
    )
  }
}
