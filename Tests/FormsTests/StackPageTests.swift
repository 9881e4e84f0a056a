import Dossiers
import Forms
import Media
import Recognition
import Testing

@Suite("Pages of a stack, as a scanner gives them")
struct StackPageTests {
  private let finder: CoverSheetFinder

  init() throws {
    finder = CoverSheetFinder(engine: try TextEngine(languages: ["vie"], dataPath: nil))
  }

  private func find(_ page: GreyImage) throws -> CoverSheetFinder.Finding? {
    try finder.find(page.shrunk(longSideInPixels: PageInk.longSideInPixels)) { () throws(MediaRefusal) in page }
  }

  private func sheets(_ numbers: ClosedRange<Int>) throws -> ([CoverSheet], [GreyImage]) {
    let sheets = numbers.compactMap { CoverSheet(series: "kho-A", number: $0, procedure: "1.004873") }
    let pdf = try FormPrinter.coverSheetsPDF(sheets, printedAt: Examples.morning)
    return (sheets, try ScannedSheet.pages(of: pdf))
  }

  @Test("a separator is found upright, upside down, sideways, askew, and with half of it torn off")
  func separators() throws {
    let (sheets, pages) = try sheets(1...2)
    for (sheet, clean) in zip(sheets, pages) {
      let page = ScannedSheet.grainy(clean, seed: UInt64(sheet.number))
      for turns in 0..<4 { #expect(try find(page.rotated(quarterTurns: turns)) == .sheet(sheet), "\(turns) turns") }
      for degrees in [-6.0, 2, 4, 9] {
        #expect(try find(ScannedSheet.skewed(page, degrees: degrees)) == .sheet(sheet), "\(degrees) degrees")
      }
      #expect(try find(ScannedSheet.torn(page, share: 0.5)) == .sheet(sheet))
      #expect(try find(ScannedSheet.torn(page.rotated(quarterTurns: 2), share: 0.5)) == .sheet(sheet))
    }
  }

  @Test("a separator whose codes are both gone is still a separator, and a page of text is none")
  func unreadable() throws {
    let (_, pages) = try sheets(1...1)
    var page = pages[0]
    // Ink over both codes: what lies left in the upper quarter, and right in the lower one.
    for y in 0..<page.height {
      for x in 0..<page.width {
        let isUpper = y > 80 && y < page.height * 28 / 100 && x < page.width / 2
        let isLower = y < page.height - 80 && y > page.height * 72 / 100 && x > page.width / 2
        if isUpper || isLower { page.pixels[y * page.width + x] = 30 }
      }
    }
    #expect(try find(page) == .unreadable)
    #expect(try find(ScannedSheet.paper { Self.write(on: &$0, lines: 30) }) == nil)
    #expect(try find(ScannedSheet.paper()) == nil)
  }

  /// Strokes as of writing: short dark bars in lines.
  private static func write(on page: inout GreyImage, lines: Int, from top: Int = 300, seed: Int = 3) {
    for line in 0..<lines {
      var x = 180
      var step = seed + line
      while x < page.width - 220 {
        step = (step * 73 + 41) % 101
        let width = 12 + step % 30
        for y in 0..<16 where y % 5 < 3 {
          for dx in 0..<width where (dx + y) % 7 < 4 {
            page.pixels[(top + line * 40 + y) * page.width + x + dx] = 60
          }
        }
        x += width + 14
      }
    }
  }

  @Test("an empty side is blank in spite of holes, a shadow, dust and what shines through")
  func blanks() {
    let empty = ScannedSheet.paper()
    #expect(PageInk(empty).isBlank)
    let used = ScannedSheet.paper { page in
      // Two punched holes of 6 mm, 12 mm from the edge, as on A4 at 150 dots an inch.
      for centre in [720, 1192] {
        for y in -18...18 {
          for x in -18...18 where x * x + y * y <= 324 { page.pixels[(centre + y) * page.width + 71 + x] = 40 }
        }
      }
      // The scanner's lid along an edge, and a few specks.
      for y in 0..<page.height { for x in 0..<14 { page.pixels[y * page.width + page.width - 1 - x] = 20 } }
      for place in [(600, 600), (900, 1200)] {
        for d in 0..<3 { page.pixels[place.1 * page.width + place.0 + d] = 90 }
      }
      // The other side's print, faintly.
      Self.write(on: &page, lines: 20)
      for index in page.pixels.indices where page.pixels[index] == 60 { page.pixels[index] = 226 }
    }
    #expect(PageInk(used).isBlank, "\(PageInk(used))")
    #expect(PageInk(ScannedSheet.skewed(used, degrees: 1.5)).isBlank)
  }

  @Test("a page with a line of writing, a stamp or a signature is not blank")
  func written() {
    #expect(!PageInk(ScannedSheet.paper { Self.write(on: &$0, lines: 1) }).isBlank)
    let stamp = ScannedSheet.paper { page in
      for angle in 0..<720 {
        let (x, y) = (900 + (angle % 120) - 60, 1400 + (angle * 7 % 120) - 60)
        page.pixels[y * page.width + x] = 120
        page.pixels[y * page.width + x + 1] = 120
      }
    }
    #expect(!PageInk(stamp).isBlank, "\(PageInk(stamp))")
  }

  @Test("a page scanned again keeps its fingerprint; another page has another")
  func fingerprints() throws {
    let page = ScannedSheet.paper { Self.write(on: &$0, lines: 24) }
    let other = ScannedSheet.paper { Self.write(on: &$0, lines: 12, from: 500, seed: 29) }
    let print = try #require(PageFingerprint(of: page))
    let again = ScannedSheet.grainy(ScannedSheet.skewed(page, degrees: 0.7), seed: 99, strength: 12)
    for scan in [again, again.rotated(quarterTurns: 2), again.shrunk(longSideInPixels: 1200)] {
      let distance = try #require(PageFingerprint(of: scan)).distance(to: print)
      #expect(distance <= PageFingerprint.nearness, "\(distance)")
    }
    let distance = try #require(PageFingerprint(of: other)).distance(to: print)
    #expect(distance > PageFingerprint.nearness, "\(distance)")
    #expect(
      PageFingerprint(of: GreyImage(width: 100, height: 100, pixels: Array(repeating: 200, count: 10_000))) == nil)
  }
}
