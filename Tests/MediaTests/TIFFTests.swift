import Dossiers
import Media
import Testing

@Suite("TIFF")
struct TIFFTests {
  private func file(
    _ images: [GreyImage], compression: TIFFEncoder.Compression = .lzw, dotsPerInch: Double? = nil
  ) throws -> [UInt8] {
    var encoder = try TIFFEncoder(pages: images.count)
    for image in images { try encoder.append(image, compression: compression, dotsPerInch: dotsPerInch) }
    return try encoder.finish()
  }

  @Test(
    "all pages come back bit by bit, whatever the compression",
    arguments: [TIFFEncoder.Compression.none, .lzw, .deflate, .packBits])
  func roundTrip(compression: TIFFEncoder.Compression) throws {
    let images = [Handmade.grey(), Handmade.grey(width: 30, height: 90), Handmade.grey(width: 1, height: 1)]
    let document = try MediaOpener.open(bytes: file(images, compression: compression, dotsPerInch: 150), name: "a.tif")
    #expect(document.mediaType == .tiff)
    #expect(document.pages.map(\.widthInPixels) == [64, 30, 1])
    #expect(document.pages.map(\.number) == [1, 2, 3])
    #expect(document.pages[0].dotsPerInch == 150)
    // Backwards, so that no page depends on the one before.
    for (index, image) in images.enumerated().reversed() {
      #expect(try document.verifyPixels(page: index + 1).isEmpty)
      #expect(try document.renderGrey(page: index + 1, longSideInPixels: nil).pixels == image.pixels)
    }
  }

  @Test("a fax page is read in black and white")
  func group4() throws {
    let image = Handmade.grey(width: 61, height: 40)
    let document = try MediaOpener.open(bytes: file([image], compression: .group4), name: "a.tiff")
    let back = try document.renderGrey(page: 1, longSideInPixels: nil)
    #expect(back.pixels == image.pixels.map { $0 < 128 ? 0 : 255 })
  }

  @Test("colour comes back bit by bit")
  func colour() throws {
    var encoder = try TIFFEncoder(pages: 1)
    try encoder.append(Handmade.colour())
    let document = try MediaOpener.open(bytes: encoder.finish(), name: "a.tif")
    #expect(try document.renderColour(page: 1, longSideInPixels: nil).pixels == Handmade.colour().pixels)
  }

  /// A little-endian TIFF of one uncompressed strip, with the given entries beside the usual ones.
  private func handmade(
    width: UInt32, height: UInt32, bits: UInt32 = 8, photometric: UInt32 = 1, pixels: [UInt8],
    stripBytes: UInt32? = nil,
    extras: [(tag: UInt16, type: UInt16, value: UInt32)] = [], nextDirectory: UInt32 = 0
  ) -> [UInt8] {
    func little(_ value: UInt32, _ count: Int) -> [UInt8] { (0..<count).map { UInt8(value >> UInt32(8 * $0) & 0xFF) } }
    var entries: [(tag: UInt16, type: UInt16, value: UInt32)] = [
      (256, 4, width), (257, 4, height), (258, 3, bits), (259, 3, 1), (262, 3, photometric), (273, 4, 8),
      (277, 3, 1), (278, 4, height), (279, 4, stripBytes ?? UInt32(pixels.count)),
    ]
    entries += extras
    entries.sort { $0.tag < $1.tag }
    var bytes: [UInt8] = Array("II".utf8) + [42, 0] + little(UInt32(8 + pixels.count), 4) + pixels
    bytes += little(UInt32(entries.count), 2)
    for entry in entries {
      bytes += little(UInt32(entry.tag), 2) + little(UInt32(entry.type), 2) + little(1, 4) + little(entry.value, 4)
    }
    return bytes + little(nextDirectory, 4)
  }

  @Test("the orientation tag turns the page")
  func orientation() throws {
    let bytes = handmade(width: 2, height: 1, pixels: [10, 20], extras: [(274, 3, 6)])
    let image = try MediaOpener.open(bytes: bytes, name: "").renderGrey(page: 1, longSideInPixels: nil)
    #expect(image.height == 2)
    #expect(image.pixels == [10, 20])
  }

  @Test("white may be zero")
  func whiteIsZero() throws {
    let bytes = handmade(width: 2, height: 1, photometric: 0, pixels: [0, 55])
    let image = try MediaOpener.open(bytes: bytes, name: "").renderGrey(page: 1, longSideInPixels: nil)
    #expect(image.pixels == [255, 200])
  }

  @Test("a strip behind the end of the file is truncation")
  func truncated() throws {
    let bytes = handmade(width: 40, height: 40, pixels: [1, 2, 3, 4], stripBytes: 1600)
    let document = try MediaOpener.open(bytes: bytes, name: "")
    #expect(refusal { () throws(MediaRefusal) in _ = try document.verifyPixels(page: 1) }?.code == .imageTruncated)
    let whole = try file([Handmade.grey(width: 200, height: 200)], compression: .none)
    #expect(refusalOfOpening(Array(whole.prefix(whole.count / 2)))?.code == .imageTruncated)
  }

  @Test("a list of directories that runs in a circle is read once, with a warning")
  func loop() throws {
    let document = try MediaOpener.open(
      bytes: handmade(width: 2, height: 1, pixels: [1, 2], nextDirectory: 10), name: "")
    #expect(document.pages.count == 1)
    #expect(document.warnings.contains { $0.code == .imageDamaged && $0.severity == .warning })
  }

  @Test("previews are no pages", arguments: [UInt32(1), 4])
  func previews(subfileType: UInt32) throws {
    // Alone, it is the picture.
    let bytes = handmade(width: 2, height: 1, pixels: [1, 2], extras: [(254, 4, subfileType)])
    #expect(try MediaOpener.open(bytes: bytes, name: "").pages.count == 1)
  }

  @Test("page and pixel budgets are enforced from the directories")
  func budgets() throws {
    var budget = MediaBudget()
    budget.maxPages = 2
    let small = Handmade.grey(width: 8, height: 8)
    #expect(refusalOfOpening(try file([small, small, small]), budget: budget)?.code == .imageTooManyPages)
    #expect(refusalOfOpening(try file([small, small]), budget: budget) == nil)
    let bomb = handmade(width: 100_000, height: 100_000, pixels: [0])
    let problem = refusalOfOpening(bomb)
    #expect(problem?.code == .imageTooManyPixels)
    #expect(problem?.page == 1)
  }

  @Test("samples that nothing here reads are named as unsupported")
  func unsupported() {
    let bytes = handmade(width: 1, height: 1, bits: 64, pixels: [UInt8](repeating: 0, count: 8))
    #expect(refusalOfOpening(bytes)?.code == .fileTypeUnsupported)
  }
}
