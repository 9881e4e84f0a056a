import Dossiers
import Media
import Testing

@Suite("PNG")
struct PNGTests {
  private func grey(_ bytes: [UInt8]) throws -> GreyImage {
    try MediaOpener.open(bytes: bytes, name: "a.png").renderGrey(page: 1, longSideInPixels: nil)
  }

  @Test("what is encoded comes back bit by bit, grey and colour, with its resolution")
  func roundTrip() throws {
    let image = Handmade.grey()
    let document = try MediaOpener.open(bytes: PNGEncoder.encode(image, dotsPerInch: 300), name: "a.png")
    #expect(try document.renderGrey(page: 1, longSideInPixels: nil).pixels == image.pixels)
    #expect(abs((document.pages[0].dotsPerInch ?? 0) - 300) < 0.02)
    let colour = Handmade.colour()
    let other = try MediaOpener.open(bytes: PNGEncoder.encode(colour), name: "a.png")
    #expect(try other.renderColour(page: 1, longSideInPixels: nil).pixels == colour.pixels)
    #expect(try other.renderGrey(page: 1, longSideInPixels: nil).pixels == GreyImage(colour).pixels)
  }

  @Test("grey of 1, 2, 4 and 16 bits is stretched to 8", arguments: [1, 2, 4, 16])
  func bitDepths(bits: Int) throws {
    // One row: black, then white.
    let row: [UInt8] =
      switch bits {
      case 1: [0, 0b0100_0000]
      case 2: [0, 0b0011_0000]
      case 4: [0, 0x0F]
      default: [0, 0, 0, 0xFF, 0xFF]
      }
    let png = HandmadePNG(width: 2, height: 1, bitDepth: UInt8(bits), rows: row)
    #expect(try grey(png.bytes).pixels == [0, 255])
  }

  @Test("a palette is resolved, its transparency laid over white")
  func palette() throws {
    let png = HandmadePNG(
      width: 3, height: 1, bitDepth: 8, colourType: 3,
      extras: [("PLTE", [0, 0, 0, 255, 255, 255, 0, 0, 0]), ("tRNS", [255, 255, 0])], rows: [0, 0, 1, 2])
    #expect(try grey(png.bytes).pixels == [0, 255, 255])
  }

  @Test("alpha is laid over white")
  func alpha() throws {
    let greyAlpha = HandmadePNG(width: 3, height: 1, colourType: 4, rows: [0, 0, 255, 0, 0, 0, 128])
    #expect(try grey(greyAlpha.bytes).pixels == [0, 255, 127])
    let colourAlpha = HandmadePNG(width: 1, height: 1, colourType: 6, rows: [0, 255, 0, 0, 0])
    let document = try MediaOpener.open(bytes: colourAlpha.bytes, name: "")
    #expect(try document.renderColour(page: 1, longSideInPixels: nil).pixels == [255, 255, 255])
  }

  @Test("an interlaced picture comes out as the plain one")
  func interlaced() throws {
    // Adam7 of 2 x 2: passes 1 (0,0), 6 (1,0) and 7 (row 1).
    let png = HandmadePNG(
      width: 2, height: 2, isInterlaced: true, rows: [0, 10] + [0, 20] + [0, 30, 40])
    #expect(try grey(png.bytes).pixels == [10, 20, 30, 40])
    let document = try MediaOpener.open(bytes: png.bytes, name: "")
    #expect(try document.verifyPixels(page: 1).isEmpty)
  }

  @Test("an eXIf chunk turns the picture")
  func orientation() throws {
    let png = HandmadePNG(
      width: 2, height: 1, extras: [("eXIf", Handmade.exif(orientation: 6))], rows: [0, 10, 20])
    let image = try grey(png.bytes)
    #expect(image.width == 1 && image.height == 2)
    #expect(image.pixels == [10, 20])
  }

  @Test("a wrong checksum is damage; a missing end is truncation")
  func damage() throws {
    var png = HandmadePNG(width: 8, height: 8, rows: [UInt8](repeating: 0, count: 72))
    let whole = png.bytes
    png.breaksPixelChecksum = true
    for (bytes, code) in [(png.bytes, ProblemCode.imageDamaged), (Array(whole.prefix(80)), .imageTruncated)] {
      let document = try MediaOpener.open(bytes: bytes, name: "a.png")
      #expect(refusal { () throws(MediaRefusal) in _ = try document.verifyPixels(page: 1) }?.code == code)
      #expect(
        refusal { () throws(MediaRefusal) in _ = try document.renderColour(page: 1, longSideInPixels: nil) }?.code
          == code)
    }
  }

  @Test("a lost end chunk behind complete pixels is only a warning")
  func missingEnd() throws {
    let png = HandmadePNG(width: 8, height: 8, rows: [UInt8](repeating: 0, count: 72))
    let document = try MediaOpener.open(bytes: Array(png.bytes.dropLast(12)), name: "a.png")
    #expect(try document.verifyPixels(page: 1).map(\.severity) == [.warning])
    #expect(try document.renderGrey(page: 1, longSideInPixels: nil).pixels.count == 64)
  }

  @Test("line ends changed by a text transfer are damage, not an unknown type")
  func textTransfer() {
    let png = HandmadePNG(width: 1, height: 1, rows: [0, 0]).bytes
    var mangled = png
    mangled.remove(at: 4)
    #expect(refusalOfOpening(mangled)?.code == .imageDamaged)
  }

  @Test("a decompression bomb is refused from its header")
  func bomb() {
    let png = HandmadePNG(width: 20000, height: 20000, rows: [0])
    #expect(refusalOfOpening(png.bytes)?.code == .imageTooManyPixels)
  }

  @Test("shrinking averages areas")
  func shrunk() throws {
    let image = GreyImage(width: 4, height: 2, pixels: [0, 100, 200, 200, 100, 0, 200, 0])
    let document = try MediaOpener.open(bytes: PNGEncoder.encode(image), name: "")
    #expect(try document.renderGrey(page: 1, longSideInPixels: 2).pixels == [50, 150])
    // A ratio that doesn't come out even keeps the mean.
    let row = GreyImage(width: 3, height: 1, pixels: [0, 90, 180])
    #expect(row.shrunk(longSideInPixels: 2).pixels == [30, 150])
  }
}
