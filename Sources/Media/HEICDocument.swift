import Dossiers

/// The primary picture of a HEIC file, as iPhones send it; libheif turns it as the file says.
final class HEICDocument: MediaDocument {
  let mediaType = MediaType.heic
  let warnings: [Problem]
  let pages: [PageInfo]
  private let file: HEICFile
  private var verified = VerifiedPixels()

  init(_ bytes: FileBytes, budget: MediaBudget, warnings: [Problem]) throws(MediaRefusal) {
    file = try HEICFile(bytes)
    let page = try ImagePage.check(stored: file.size, orientation: .upright, dotsPerInch: nil, budget: budget)
    pages = [page.info]
    self.warnings = warnings + page.warnings
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
    let complaint = try verified.check(page: page, stored: file.size, orientation: .upright) {
      (keep) throws(MediaRefusal) in
      try file.forEachRow(keep)
    }
    return complaint == nil ? [] : [.damaged(severity: .warning)]
  }

  private func decode(page: Int, channels: Int, longSide: Int?) throws(MediaRefusal) -> (PictureSize, [UInt8]) {
    try ImagePage.checkNumber(page, of: pages)
    let wanted = file.size.capped(longSide: longSide)
    var builder = PictureBuilder(
      sourceWidth: file.size.width, sourceHeight: file.size.height, channels: channels, width: wanted.width,
      height: wanted.height)
    var converter = RowConverter(width: file.size.width, toChannels: channels)
    _ = try file.forEachRow { row, rowChannels in
      converter.convert(row, channels: rowChannels) { builder.append($0) }
    }
    return (wanted, builder.pixels)
  }
}
