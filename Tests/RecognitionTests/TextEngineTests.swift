import Dossiers
import Foundation
import Media
import Recognition
import Testing

@Suite("Text")
struct TextEngineTests {
  @Test("a language that is not installed is named, also beside one that is")
  func missingLanguage() {
    #expect(throws: TextEngineError.languagesUnavailable(missing: ["xyz"], dataPath: nil)) {
      _ = try TextEngine(languages: ["vie", "xyz"], dataPath: nil)
    }
  }

  @Test("an empty picture has no lines, and regions outside of it none either")
  func empty() throws {
    let engine = try TextEngine(languages: ["vie"], dataPath: nil)
    let white = GreyImage(width: 200, height: 100, pixels: [UInt8](repeating: 255, count: 20_000))
    #expect(try engine.recognise(white, mode: .block, dotsPerInch: 200).isEmpty)
    let outside = [Box(x0: 500, y0: 500, x1: 600, y1: 600), Box(x0: 0, y0: 0, x1: 0, y1: 0)]
    #expect(try engine.recognise(white, regions: outside, mode: .line, dotsPerInch: 200) == [[], []])
  }

  @Test(
    "a picture of a few pixels has a middle, too, in which nothing is read",
    arguments: [(16, 1), (1, 16), (1, 1), (3, 2)])
  func tiny(width: Int, height: Int) throws {
    let picture = GreyImage(
      width: width, height: height, pixels: (0..<width * height).map { UInt8(truncatingIfNeeded: $0 * 97) })
    let reader = PageTextReader(engine: try TextEngine(languages: ["eng"], dataPath: nil))
    let block = try reader.read(picture, dotsPerInch: nil)
    #expect(try reader.ratingOfMiddle(picture, at: block.frame) == 0)
    #expect(PageTextReader.ratingOfMiddle(block) == 0)
  }

  @Test("lines of text reach the network as they are, not packed into PNGs")
  func plainLines() throws {
    typealias Create = @convention(c) (Int32, Int32, Int32) -> OpaquePointer?
    typealias Write =
      @convention(c) (
        UnsafeMutablePointer<UnsafeMutablePointer<UInt8>?>, UnsafeMutablePointer<Int>, OpaquePointer?, Int32
      ) -> Int32
    // What the engine's library finds under these names is what the program finds there.
    let create = unsafeBitCast(try #require(dlsym(nil, "pixCreate")), to: Create.self)
    let write = unsafeBitCast(try #require(dlsym(nil, "pixWriteMem")), to: Write.self)
    var (bytes, count): (UnsafeMutablePointer<UInt8>?, Int) = (nil, 0)
    let png: Int32 = 3
    #expect(write(&bytes, &count, create(40, 30, 8), png) == 0)
    let written = try #require(bytes)
    defer { free(written) }
    #expect(count >= 40 * 30)
    #expect(Array(UnsafeBufferPointer(start: written, count: 4)) == Array("spix".utf8))
  }

  @Test("a part of a page tells how well an engine reads it, whichever way up it lies, and that nobody reads a blur")
  func middle() throws {
    let drawn = DrawnCard(page: (1200, 1600), cardWidth: 1000, left: 100, top: 100, ground: false)
    for row in 0..<24 {
      drawn.text("Biên bản về việc kiểm tra hồ sơ đăng ký hộ tịch", x: 0.05, y: 0.05 + 0.055 * Double(row), size: 0.026)
    }
    let page = try #require(drawn.picture()).grey()
    let reader = PageTextReader(engine: try TextEngine(languages: ["vie"], dataPath: nil))
    let block = try reader.read(page, dotsPerInch: 150)
    let whole = PageTextReader.rating([block])
    #expect(whole > 0.8)
    #expect(abs(PageTextReader.ratingOfMiddle(block) - whole) < 0.1)
    #expect(abs(try reader.ratingOfMiddle(page, at: block.frame) - whole) < 0.1)
    #expect(abs(try reader.ratingOfMiddle(page.rotated(quarterTurns: 2), at: block.frame) - whole) < 0.1)
    let small = page.shrunk(longSideInPixels: 130)
    let scale = Double(page.height) / Double(small.height)
    var blur = page
    for index in blur.pixels.indices {
      let (x, y) = (Int(Double(index % page.width) / scale), Int(Double(index / page.width) / scale))
      blur.pixels[index] = small.pixels[min(y, small.height - 1) * small.width + min(x, small.width - 1)]
    }
    #expect(try reader.ratingOfMiddle(blur, at: block.frame) < whole - 0.2)
  }

  @Test(
    "folding leaves letters and digits",
    arguments: [
      ("Họ và tên / Full name:", "ho va ten full name"), ("ĐẮK LẮK", "dak lak"), ("  — ", ""), ("Ơ ư 12,5", "o u 12 5"),
    ])
  func folding(text: String, folded: String) {
    #expect(TextFolding.words(text) == folded)
  }

  @Test(
    "the edit distance stops at its limit",
    arguments: [
      ("", "", 0, 0), ("abc", "abd", 1, 1), ("abc", "xyz", 2, nil), ("kitten", "sitting", 3, 3), ("a", "", 1, 1),
    ]
      as [(String, String, Int, Int?)])
  func distance(left: String, right: String, limit: Int, distance: Int?) {
    #expect(EditDistance.between(Array(left), Array(right), atMost: limit) == distance)
  }

  /// Vietnamese pages of 200 dpi with their text, from a corpus that lies beside a checkout.
  private static let pages: [URL] = {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let folder = root.appending(path: "../shared/corpus/third-party/_derived/vi_pages")
    let files = (try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)) ?? []
    return files.filter { $0.pathExtension == "png" }.sorted { $0.path < $1.path }
  }()

  @Test(
    "of Vietnamese pages at most 2.5 % of the characters are misread, upright and upside down",
    .enabled(if: !pages.isEmpty, "corpus of Vietnamese pages not found beside the package"))
  func vietnamesePages() throws {
    let reader = PageTextReader(engine: try TextEngine(languages: ["vie"], dataPath: nil))
    var errors = 0
    var characters = 0
    for file in Self.pages.prefix(8) {
      let document = try MediaOpener.open(bytes: [UInt8](try Data(contentsOf: file)), name: file.lastPathComponent)
      let picture = try document.renderGrey(page: 1, longSideInPixels: nil)
      let truth = try String(contentsOf: file.deletingPathExtension().appendingPathExtension("gt.txt"), encoding: .utf8)
      let expected = Self.plain(truth)
      let isTurned = errors > 0 && characters < 6_000
      let read = try reader.read(isTurned ? picture.rotated(quarterTurns: 2) : picture, dotsPerInch: 200)
      errors += EditDistance.between(expected, Self.plain(read.text), atMost: 20_000) ?? expected.count
      characters += expected.count
    }
    let rate = Double(errors) / Double(max(1, characters))
    print("Vietnamese pages: \(errors) of \(characters) characters misread")
    #expect(rate <= 0.025)
  }

  private static func plain(_ text: String) -> [Character] {
    Array(text.precomposedStringWithCanonicalMapping.split(whereSeparator: \.isWhitespace).joined(separator: " "))
  }
}
