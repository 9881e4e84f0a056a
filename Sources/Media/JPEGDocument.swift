import CTurboJPEG
import Dossiers

/// One JPEG picture.
final class JPEGDocument: MediaDocument {
  let mediaType = MediaType.jpeg
  let warnings: [Problem]
  let pages: [PageInfo]
  private let bytes: FileBytes
  private let header: JPEGHeader

  init(_ bytes: FileBytes, budget: MediaBudget, warnings: [Problem]) throws(MediaRefusal) {
    guard let header = JPEGHeader(bytes.raw) else {
      throw MediaRefusal(bytes.endsWithJPEGEnd ? .damaged() : .truncated(), detail: "no frame header")
    }
    guard !header.isSpecial else {
      throw MediaRefusal(.typeUnsupported(.losslessJPEG), detail: "lossless, hierarchical or 12-bit")
    }
    self.bytes = bytes
    self.header = header
    let page = try ImagePage.check(
      stored: header.size, orientation: header.orientation, dotsPerInch: header.dotsPerInch, budget: budget)
    pages = [page.info]
    self.warnings = warnings + page.warnings
  }

  var stored: StoredPicture {
    StoredPicture(bytes: Array(bytes.raw), orientation: header.orientation.rawValue)
  }

  func renderGrey(page: Int, longSideInPixels: Int?) throws(MediaRefusal) -> GreyImage {
    try ImagePage.checkNumber(page, of: pages)
    let (size, pixels) = try decode(grey: true, longSide: longSideInPixels)
    return GreyImage(width: size.width, height: size.height, pixels: pixels)
  }

  func renderColour(page: Int, longSideInPixels: Int?) throws(MediaRefusal) -> ColourImage {
    try ImagePage.checkNumber(page, of: pages)
    let (size, pixels) = try decode(grey: false, longSide: longSideInPixels)
    return ColourImage(width: size.width, height: size.height, pixels: pixels)
  }

  func textLayer(page: Int) throws(MediaRefusal) -> [TextWord] { [] }

  /// Decodes all coefficients at 1/8 of the size.
  func verifyPixels(page: Int) throws(MediaRefusal) -> [Problem] {
    try ImagePage.checkNumber(page, of: pages)
    let smallest = PictureSize(width: 1, height: 1)
    let layout: JPEGDecoder.Layout = header.components == 4 ? .cmyk : .grey
    let picture = try JPEGDecoder().decode(bytes.raw, header: header, layout: layout, minSize: smallest)
    return try judge(picture.complaint)
  }

  private func decode(grey: Bool, longSide: Int?) throws(MediaRefusal) -> (PictureSize, [UInt8]) {
    let wanted = header.size.capped(longSide: longSide)
    let layout: JPEGDecoder.Layout = header.components == 4 ? .cmyk : grey ? .grey : .rgb
    var picture = try JPEGDecoder().decode(bytes.raw, header: header, layout: layout, minSize: wanted)
    _ = try judge(picture.complaint)
    if layout == .cmyk {
      picture.pixels = CMYK.converted(picture.pixels, fullInkIsZero: header.hasAdobeMarker, toGrey: grey)
    }
    let channels = grey ? 1 : 3
    let scaled = Scaling.shrunk(picture.pixels, from: picture.size, to: wanted, channels: channels)
    let upright = header.orientation.applied(to: scaled, size: wanted, channels: channels)
    return (header.orientation.applied(to: wanted), upright)
  }

  /// Which of the decoder's complaints spoil the picture. A few stray bytes between markers, or a lost end marker
  /// behind complete data, leave every pixel in place.
  private func judge(_ complaint: String?) throws(MediaRefusal) -> [Problem] {
    guard let complaint else { return [] }
    if complaint.contains("extraneous bytes") || complaint.contains("Unknown Adobe color transform")
      || complaint.contains("Warning: thumbnail") || complaint.contains("JFIF")
    {
      return [.damaged(severity: .warning)]
    }
    if JPEGDecoder.isAboutTheEnd(complaint) {
      if try isOnlyEndMarkerMissing() { return [.truncated(severity: .warning)] }
      throw MediaRefusal(.truncated(), detail: complaint)
    }
    throw MediaRefusal(.damaged(), detail: complaint)
  }

  /// Puts the end marker there and looks whether the decoder still misses something.
  private func isOnlyEndMarkerMissing() throws(MediaRefusal) -> Bool {
    let mended = [UInt8](bytes.raw) + [0xFF, 0xD9]
    let layout: JPEGDecoder.Layout = header.components == 4 ? .cmyk : .grey
    let decoder = try JPEGDecoder()
    let complaint: String?
    do {
      complaint = try FileBytes(mended).decodeSmall(with: decoder, header: header, layout: layout)
    } catch {
      return false
    }
    return complaint == nil
  }
}

extension FileBytes {
  var endsWithJPEGEnd: Bool { count >= 2 && self[count - 2] == 0xFF && self[count - 1] == 0xD9 }

  fileprivate func decodeSmall(
    with decoder: JPEGDecoder, header: JPEGHeader, layout: JPEGDecoder.Layout
  ) throws(MediaRefusal) -> String? {
    try decoder.decode(raw, header: header, layout: layout, minSize: PictureSize(width: 1, height: 1)).complaint
  }
}
