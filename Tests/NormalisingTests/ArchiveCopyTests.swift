import Dossiers
import Foundation
import Media
import Normalising
import TestTools
import Testing

@Suite("Copies in the archive's form", .enabled(if: Tool.isInstalled("qpdf", "pdftotext", "pdfimages", "pdfinfo")))
struct ArchiveCopyTests {
  @Test("a JPEG's bytes go into the copy as they are, and come out upright whichever way it was held", arguments: 1...8)
  func orientation(_ orientation: Int) throws {
    let scratch = try Scratch()
    let jpeg = try Pattern.jpeg(width: 320, height: 200, orientation: orientation)
    let original = try MediaOpener.open(bytes: jpeg, name: "photo.jpg")
    let stored = try #require(original.storedPicture)
    #expect(stored.orientation == orientation)
    let picture = try #require(PageImage(file: stored.bytes, type: .jpeg, orientation: orientation))
    #expect(picture.isOriginal)
    let path = try scratch.copy([.init(picture: picture)])

    _ = try #require(try Tool.run("pdfimages", "-j", path, scratch.path("image")))
    #expect(try scratch.bytes("image-000.jpg") == jpeg)

    let page = try MediaOpener.open(bytes: scratch.bytes("copy.pdf"), name: "copy.pdf")
    let seen = try page.renderColour(page: 1, longSideInPixels: nil)
    let wanted = try original.renderColour(page: 1, longSideInPixels: nil)
    #expect((seen.width, seen.height) == (wanted.width, wanted.height))
    #expect(difference(seen, wanted) < 6)
  }

  @Test(
    "pictures without loss come out as they went in: grey, one bit, colours", arguments: ["grey", "bilevel", "colour"])
  func lossless(_ kind: String) throws {
    let scratch = try Scratch()
    var image = Pattern.colour(width: 241, height: 97)
    for offset in stride(from: 0, to: image.pixels.count, by: 3) where kind != "colour" {
      let value: UInt8 =
        kind == "grey" ? image.pixels[offset] : image.pixels[offset] > image.pixels[offset + 1] ? 255 : 0
      for channel in 0..<3 { image.pixels[offset + channel] = value }
    }
    let path = try scratch.copy([.init(picture: try PageImage(image, losslessLimit: nil))])
    _ = try #require(try Tool.run("pdfimages", "-png", path, scratch.path("image")))
    let png = try MediaOpener.open(bytes: scratch.bytes("image-000.png"), name: "image.png")
    #expect(try png.renderColour(page: 1, longSideInPixels: nil).pixels == image.pixels)
  }

  @Test("a PNG's rows go into the copy as they are")
  func png() throws {
    let scratch = try Scratch()
    let image = Pattern.colour(width: 120, height: 80)
    let bytes = try PNGEncoder.encode(image)
    let picture = try #require(PageImage(file: bytes, type: .png, orientation: 1))
    let path = try scratch.copy([.init(picture: picture)])
    _ = try #require(try Tool.run("pdfimages", "-png", path, scratch.path("image")))
    let png = try MediaOpener.open(bytes: scratch.bytes("image-000.png"), name: "image.png")
    #expect(try png.renderColour(page: 1, longSideInPixels: nil).pixels == image.pixels)
  }

  @Test(
    "what a PDF's readers need not understand is no picture for one", arguments: ["progressive SOF3", "12 bits", "cut"])
  func unusableJPEG(_ kind: String) throws {
    var jpeg = try Pattern.jpeg(width: 64, height: 64, orientation: 1)
    let frame = try #require(jpeg.indices.dropLast().first { jpeg[$0] == 0xFF && jpeg[$0 + 1] == 0xC0 })
    switch kind {
    case "progressive SOF3": jpeg[frame + 1] = 0xC3
    case "12 bits": jpeg[frame + 4] = 12
    default: jpeg.removeSubrange((frame + 4)...)
    }
    #expect(PageImage(file: jpeg, type: .jpeg, orientation: 1) == nil)
  }

  @Test(
    "a page has its true size where the picture says it, and 200 dpi where it says too little or nothing",
    arguments: [(300.0, 96.0), (nil, 144.0), (72.0, 144.0), (200.0, 144.0), (9_000.0, 144.0)] as [(Double?, Double)])
  func size(_ dotsPerInch: Double?, points: Double) throws {
    let scratch = try Scratch()
    let picture = try PageImage(Pattern.colour(width: 400, height: 200), losslessLimit: nil)
    let path = try scratch.copy([.init(picture: picture, dotsPerInch: dotsPerInch)])
    let said = try #require(try Tool.run("pdfinfo", path))
    let line = try #require(said.split(separator: "\n").first { $0.hasPrefix("Page size:") })
    #expect(line.contains(" \(Int(points)) x \(Int(points / 2)) pts"), "\(line)")
  }

  @Test("the text is found as it was read: NFC, words in reading order, line by line")
  func text() throws {
    let scratch = try Scratch()
    let lines = [
      ["CỘNG", "HÒA", "XÃ", "HỘI", "CHỦ", "NGHĨA", "VIỆT", "NAM"],
      ["Độc", "lập", "-", "Tự", "do", "-", "Hạnh", "phúc"],
      ["Họ", "và", "tên:", "NGUYỄN", "THỊ", "ƯỚC", "(1990)"],
      ["Số", "tiền:", "1.250.000", "đồng", "𠀋"],
    ]
    let path = try scratch.copy([.init(picture: try paper(), words: Self.placed(lines))])
    let text = try #require(try Tool.run("pdftotext", path, "-"))
    #expect(Self.words(text) == lines)
    #expect(text.unicodeScalars.elementsEqual(text.precomposedStringWithCanonicalMapping.unicodeScalars))
    let raw = try #require(try Tool.run("pdftotext", "-raw", path, "-"))
    #expect(Self.words(raw) == lines)
  }

  @Test("words that lie askew or upside down keep their order", arguments: [0.0, 1.5, -2.0, 90.0, 180.0, 270.0])
  func turned(degrees: Double) throws {
    let scratch = try Scratch()
    let lines = [["Giấy", "biên", "nhận", "hồ", "sơ"], ["Số:", "H26.1-260804-0583"]]
    let angle = degrees * .pi / 180
    let words = Self.placed(lines).map { word in
      var word = word
      word.start = Self.turn(word.start, angle)
      word.end = Self.turn(word.end, angle)
      return word
    }
    let path = try scratch.copy([.init(picture: try paper(), words: words)])
    let text = try #require(try Tool.run("pdftotext", "-raw", path, "-"))
    // Upright or nearly so, lines stay lines too.
    if abs(degrees) < 45 { #expect(Self.words(text) == lines) }
    #expect(Array(Self.words(text).joined()) == Array(lines.joined()))
  }

  @Test("words lie where they are on the picture")
  func places() throws {
    let scratch = try Scratch()
    let words = Self.placed([["Đăng", "ký", "khai", "sinh"]])
    let path = try scratch.copy([.init(picture: try paper(), words: words)])
    let document = try MediaOpener.open(bytes: scratch.bytes("copy.pdf"), name: "copy.pdf")
    let found = try document.textLayer(page: 1)
    #expect(found.map(\.text) == words.map(\.text), "\(path)")
    for (seen, word) in zip(found, words) {
      #expect(abs(Double(seen.box.x0) - word.start.x) <= 2 && abs(Double(seen.box.x1) - word.end.x) <= 2)
      #expect(Double(seen.box.y0) <= word.start.y && Double(seen.box.y1) >= word.start.y)
    }
  }

  @Test("the same document gives the same bytes, another one another identifier")
  func reproducible() throws {
    let scratch = try Scratch()
    let words = Self.placed([["Một", "hai", "ba"]])
    _ = try scratch.copy([.init(picture: try paper(), words: words)], as: "one.pdf")
    _ = try scratch.copy([.init(picture: try paper(), words: words)], as: "two.pdf")
    _ = try scratch.copy([.init(picture: try paper(), words: Array(words.dropLast()))], as: "three.pdf")
    #expect(try scratch.bytes("one.pdf") == scratch.bytes("two.pdf"))
    #expect(try scratch.bytes("one.pdf").suffix(120) != scratch.bytes("three.pdf").suffix(120))
  }

  @Test("a copy that would grow beyond its bounds is refused with the reason")
  func tooLarge() throws {
    let scratch = try Scratch()
    let picture = try PageImage(Pattern.colour(width: 900, height: 900), losslessLimit: 0)
    #expect {
      _ = try scratch.copy(Array(repeating: .init(picture: picture), count: 200), byteLimit: 1 << 20)
    } throws: { error in
      "\(error)".contains("larger than 1 MiB")
    }
  }

  // MARK: -

  private func paper() throws -> PageImage {
    try PageImage(
      ColourImage(width: 1654, height: 2339, pixels: [UInt8](repeating: 255, count: 3 * 1654 * 2339)),
      losslessLimit: nil)
  }

  /// Words one after the other, as print has them.
  static func placed(_ lines: [[String]]) -> [PlacedWord] {
    lines.enumerated().flatMap { number, line in
      var x = 200.0
      return line.map { text in
        let width = Double(text.count) * 22
        defer { x += width + 14 }
        let y = 400.0 + Double(number) * 70
        return PlacedWord(
          text: text, start: .init(x: x, y: y), end: .init(x: x + width, y: y), height: 40, line: number + 1)
      }
    }
  }

  static func words(_ text: String) -> [[String]] {
    text.split { $0 == "\n" || $0 == "\u{0C}" }.map { $0.split(separator: " ").map(String.init) }
  }

  private static func turn(_ point: PlacedWord.Point, _ angle: Double) -> PlacedWord.Point {
    let (x, y) = (point.x - 827, point.y - 1169)
    return .init(x: 827 + x * cos(angle) - y * sin(angle), y: 1169 + x * sin(angle) + y * cos(angle))
  }

  private func difference(_ one: ColourImage, _ other: ColourImage) -> Double {
    guard one.pixels.count == other.pixels.count else { return 255 }
    let sum = zip(one.pixels, other.pixels).reduce(0) { $0 + abs(Int($1.0) - Int($1.1)) }
    return Double(sum) / Double(one.pixels.count)
  }
}
