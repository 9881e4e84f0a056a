import Dossiers
import Media
import Testing

@Suite("Pages that were checked are not decoded again")
struct VerifiedPixelsTests {
  /// What a page shows does not depend on whether, or how often, it was checked before.
  private func isTheSame(_ bytes: [UInt8], _ name: String) throws {
    let fresh = try MediaOpener.open(bytes: bytes, name: name)
    let checked = try MediaOpener.open(bytes: bytes, name: name)
    for page in fresh.pages {
      for _ in 0..<2 { #expect(try checked.verifyPixels(page: page.number).isEmpty) }
    }
    for page in fresh.pages {
      let expected = try fresh.renderColour(page: page.number, longSideInPixels: nil)
      for _ in 0..<2 {
        let picture = try checked.renderColour(page: page.number, longSideInPixels: nil)
        #expect(picture.width == page.widthInPixels && picture.height == page.heightInPixels)
        #expect(picture.pixels == expected.pixels)
      }
      let small = try checked.renderColour(page: page.number, longSideInPixels: 20)
      #expect(small.pixels == (try fresh.renderColour(page: page.number, longSideInPixels: 20)).pixels)
    }
  }

  @Test("of a PNG in grey, in colour, with alpha, interlaced, and turned")
  func png() throws {
    try isTheSame(PNGEncoder.encode(Handmade.grey()), "a.png")
    try isTheSame(PNGEncoder.encode(Handmade.colour()), "a.png")
    let greyAlpha = HandmadePNG(
      width: 2, height: 2, bitDepth: 8, colourType: 4, rows: [0, 10, 255, 20, 128, 0, 30, 0, 40, 64])
    try isTheSame(greyAlpha.bytes, "a.png")
    let turned = HandmadePNG(
      width: 2, height: 1, extras: [("eXIf", Handmade.exif(orientation: 6))], rows: [0, 10, 20])
    try isTheSame(turned.bytes, "a.png")
    // Adam7: of four pixels in a row, the first pass has one, the fourth one, the sixth two.
    let interlaced = HandmadePNG(
      width: 4, height: 1, bitDepth: 8, isInterlaced: true, rows: [0, 10, 0, 30, 0, 20, 40])
    try isTheSame(interlaced.bytes, "a.png")
    let deep = HandmadePNG(width: 2, height: 1, bitDepth: 16, rows: [0, 1, 2, 0xFE, 0xFF])
    try isTheSame(deep.bytes, "a.png")
  }

  @Test("of a TIFF with pages of every kind, more than are kept, and in any order")
  func tiff() throws {
    var encoder = try TIFFEncoder(pages: 4)
    try encoder.append(Handmade.grey(), compression: .lzw, dotsPerInch: nil)
    try encoder.append(Handmade.grey(width: 61, height: 40), compression: .group4, dotsPerInch: 200)
    try encoder.append(Handmade.colour())
    try encoder.append(Handmade.grey(width: 5, height: 90), compression: .deflate, dotsPerInch: nil)
    try isTheSame(encoder.finish(), "a.tif")
  }
}
