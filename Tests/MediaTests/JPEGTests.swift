import Dossiers
import Media
import Testing

@Suite("JPEG")
struct JPEGTests {
  private func encoded(_ image: GreyImage = Handmade.grey(), quality: Int = 95) throws -> [UInt8] {
    try JPEGEncoder.encode(image, quality: quality)
  }

  @Test("what is encoded comes back within JPEG's loss, grey and colour")
  func roundTrip() throws {
    let grey = Handmade.grey()
    let document = try MediaOpener.open(bytes: encoded(grey), name: "a.jpg")
    #expect(try difference(document.renderGrey(page: 1, longSideInPixels: nil), grey) < 3)
    let colour = Handmade.colour()
    let other = try MediaOpener.open(bytes: JPEGEncoder.encode(colour, quality: 95), name: "a.jpg")
    let back = try other.renderColour(page: 1, longSideInPixels: nil)
    let error = zip(back.pixels, colour.pixels).reduce(0) { $0 + abs(Int($1.0) - Int($1.1)) } / colour.pixels.count
    #expect(error < 4)
  }

  @Test("every EXIF orientation shows the picture upright", arguments: 1...8)
  func orientation(value: Int) throws {
    let upright = Handmade.grey()
    // Stored as the camera would have: the inverse of what the tag asks for.
    let stored = Self.stored(upright, orientation: value)
    let bytes = Handmade.jpeg(try encoded(stored, quality: 100), withExif: Handmade.exif(orientation: UInt16(value)))
    let document = try MediaOpener.open(bytes: bytes, name: "a.jpg")
    #expect(document.pages.first?.widthInPixels == upright.width)
    #expect(document.pages.first?.heightInPixels == upright.height)
    #expect(try difference(document.renderGrey(page: 1, longSideInPixels: nil), upright) < 3)
  }

  /// CIPA DC-008: where row 0 and column 0 of the stored picture lie in the upright one.
  private static func stored(_ image: GreyImage, orientation: Int) -> GreyImage {
    let swaps = orientation >= 5
    let (width, height) = swaps ? (image.height, image.width) : (image.width, image.height)
    var pixels: [UInt8] = []
    for row in 0..<height {
      for column in 0..<width {
        let (x, y): (Int, Int) =
          switch orientation {
          case 2: (image.width - 1 - column, row)
          case 3: (image.width - 1 - column, image.height - 1 - row)
          case 4: (column, image.height - 1 - row)
          case 5: (row, column)
          case 6: (image.width - 1 - row, column)
          case 7: (image.width - 1 - row, image.height - 1 - column)
          case 8: (row, image.height - 1 - column)
          default: (column, row)
          }
        pixels.append(image.pixels[y * image.width + x])
      }
    }
    return GreyImage(width: width, height: height, pixels: pixels)
  }

  @Test("a damaged or hostile EXIF segment leaves the picture as it is stored", arguments: 0...19)
  func brokenExif(cut: Int) throws {
    var exif = Handmade.exif(orientation: 6)
    exif = Array(exif.prefix(cut))
    let document = try MediaOpener.open(bytes: Handmade.jpeg(encoded(), withExif: exif), name: "a.jpg")
    #expect(document.pages.first?.widthInPixels == 64)
  }

  @Test("resolution comes from EXIF before JFIF; EXIF's 72 means unknown")
  func resolution() throws {
    let plain = try JPEGEncoder.encode(Handmade.grey(), dotsPerInch: 300)
    #expect(try MediaOpener.open(bytes: plain, name: "").pages[0].dotsPerInch == 300)
    let exif = Handmade.jpeg(plain, withExif: Handmade.exif(orientation: 1, dotsPerInch: 240))
    #expect(try MediaOpener.open(bytes: exif, name: "").pages[0].dotsPerInch == 240)
    let phone = Handmade.jpeg(try encoded(), withExif: Handmade.exif(orientation: 1, dotsPerInch: 72))
    #expect(try MediaOpener.open(bytes: phone, name: "").pages[0].dotsPerInch == nil)
  }

  @Test(
    "a cut-off picture opens but is refused as truncated when its pixels are looked at", arguments: [0.3, 0.6, 0.9])
  func truncated(part: Double) throws {
    let whole = try encoded(Handmade.grey(width: 640, height: 480))
    let cut = Array(whole.prefix(max(700, Int(Double(whole.count) * part))))
    let document = try MediaOpener.open(bytes: cut, name: "a.jpg")
    #expect(refusal { () throws(MediaRefusal) in _ = try document.verifyPixels(page: 1) }?.code == .imageTruncated)
    #expect(
      refusal { () throws(MediaRefusal) in _ = try document.renderGrey(page: 1, longSideInPixels: 100) }?.code
        == .imageTruncated)
  }

  @Test("a picture cut off before its header is refused on opening")
  func truncatedHeader() throws {
    #expect(refusalOfOpening(Array(try encoded().prefix(30)))?.code == .imageTruncated)
  }

  @Test("a lost end marker behind complete data is only a warning")
  func missingEnd() throws {
    let document = try MediaOpener.open(bytes: Array(encoded().dropLast(2)), name: "a.jpg")
    #expect(try document.verifyPixels(page: 1).map(\.severity) == [.warning])
    #expect(try difference(document.renderGrey(page: 1, longSideInPixels: nil), Handmade.grey()) < 3)
  }

  @Test("scribbled-over data is refused as damaged, not as truncated")
  func damaged() throws {
    var bytes = try encoded(Handmade.grey(width: 640, height: 480))
    // The picture is too regular to be broken by one byte: a marker in the midst of the scan ends it early.
    let middle = bytes.count * 2 / 3
    bytes.replaceSubrange(middle..<middle + 2, with: [0xFF, 0xC4])
    let document = try MediaOpener.open(bytes: bytes, name: "a.jpg")
    #expect(refusal { () throws(MediaRefusal) in _ = try document.verifyPixels(page: 1) }?.code == .imageDamaged)
  }

  @Test("a sound picture passes without a word")
  func sound() throws {
    let document = try MediaOpener.open(bytes: encoded(), name: "a.jpg")
    #expect(try document.verifyPixels(page: 1).isEmpty)
  }

  @Test(
    "asking for less gives exactly that size, from the DCT's scales and area averaging", arguments: [320, 100, 33, 1])
  func scaled(longSide: Int) throws {
    let image = Handmade.grey(width: 640, height: 480)
    let document = try MediaOpener.open(bytes: encoded(image), name: "a.jpg")
    let small = try document.renderGrey(page: 1, longSideInPixels: longSide)
    #expect(small.width == longSide)
    #expect(difference(small, image.shrunk(longSideInPixels: longSide)) < 4)
  }

  @Test("pixel budget and smallness are judged from the header")
  func budget() throws {
    let bytes = try encoded(Handmade.grey(width: 640, height: 480))
    var budget = MediaBudget()
    budget.maxPixels = 640 * 480 - 1
    #expect(refusalOfOpening(bytes, budget: budget)?.code == .imageTooManyPixels)
    #expect(refusalOfOpening(Array(bytes.prefix(700)), budget: budget)?.code == .imageTooManyPixels)
    budget.maxPixels = 640 * 480
    budget.minShortSideInPixels = 481
    let document = try MediaOpener.open(bytes: bytes, name: "a.jpg", budget: budget)
    #expect(document.warnings.map(\.code) == [.imageTooSmall])
  }

  @Test("12-bit and lossless JPEG are named as unsupported", arguments: [UInt8(0xC3), 0xC1])
  func special(marker: UInt8) throws {
    var bytes = try encoded()
    let place = try #require(bytes.indices.first { bytes[$0] == 0xFF && bytes[$0 + 1] == 0xC0 })
    bytes[place + 1] = marker
    if marker == 0xC1 { bytes[place + 4] = 12 }
    #expect(refusalOfOpening(bytes)?.code == .fileTypeUnsupported)
  }

  @Test("a page that isn't there is refused, not trapped", arguments: [0, 2, -1])
  func noSuchPage(page: Int) throws {
    let document = try MediaOpener.open(bytes: encoded(), name: "a.jpg")
    #expect(
      refusal { () throws(MediaRefusal) in _ = try document.renderGrey(page: page, longSideInPixels: nil) } != nil)
    #expect(refusal { () throws(MediaRefusal) in _ = try document.verifyPixels(page: page) } != nil)
  }
}
