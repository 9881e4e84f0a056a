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
