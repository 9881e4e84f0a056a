import ContainedStages
import Dossiers
import Foundation
import Media
import Testing

/// A sample picture made worse, as citizens' pictures are.
private struct SpoiltPicture {
  var picture: ColourImage

  init?(sample: String) throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let file = root.appending(path: "samples/dossiers/\(sample)")
    picture = try MediaOpener.open(bytes: [UInt8](Data(contentsOf: file)), name: file.lastPathComponent)
      .renderColour(page: 1, longSideInPixels: nil)
  }

  /// Three box filters come near to a lens out of focus.
  mutating func blur(radius: Int) {
    for _ in 0..<3 {
      picture = Self.smoothed(picture, radius: radius, step: 3, lines: picture.height, length: picture.width)
      picture = Self.smoothed(
        picture, radius: radius, step: 3 * picture.width, lines: picture.width, length: picture.height)
    }
  }

  private static func smoothed(
    _ picture: ColourImage, radius: Int, step: Int, lines: Int, length: Int
  ) -> ColourImage {
    var result = picture
    let lineStep = step == 3 ? 3 * picture.width : 3
    for line in 0..<lines {
      for channel in 0..<3 {
        let start = line * lineStep + channel
        var sum = 0
        func at(_ index: Int) -> Int { Int(picture.pixels[start + min(max(index, 0), length - 1) * step]) }
        for index in -radius...radius { sum += at(index) }
        for index in 0..<length {
          result.pixels[start + index * step] = UInt8(sum / (2 * radius + 1))
          sum += at(index + radius + 1) - at(index - radius)
        }
      }
    }
    return result
  }

  /// A lamp mirrored around a place, given in shares of the picture.
  mutating func glare(x: Double, y: Double, radius: Double) {
    let (cx, cy) = (x * Double(picture.width), y * Double(picture.height))
    let reach = radius * Double(picture.width)
    for row in 0..<picture.height {
      for column in 0..<picture.width {
        let distance = ((Double(column) - cx) * (Double(column) - cx) + (Double(row) - cy) * (Double(row) - cy))
          .squareRoot()
        let light = min(1, max(0, (1.3 * reach - distance) / (0.3 * reach)))
        guard light > 0 else { continue }
        for channel in 0..<3 {
          let at = 3 * (row * picture.width + column) + channel
          picture.pixels[at] += UInt8(light * Double(255 - picture.pixels[at]))
        }
      }
    }
  }

  /// The codes of what is found wrong with the picture itself.
  func flaws() throws -> Set<String> {
    setenv("OMP_THREAD_LIMIT", "1", 0)
    let inspection = try DocumentInspector(tools: ReadingTools())
      .inspect(try PNGEncoder.encode(picture), name: "anh.png")
    return Set(inspection.problems.map(\.code.rawValue).filter { $0.hasPrefix("reading.") || $0.hasPrefix("receipt.") })
  }
}

@Suite("Pictures that cannot be read", .serialized, .enabled(if: isOptimised, "pixel loops need a release build"))
struct PictureQualityTests {
  private static let cards = ["04-cmnd-9-digits/cmnd.jpg", "01-cccd-2021-photos/mat-truoc.jpg"]
  private static let receipt = "06-receipt-scan/bien-lai-scan.png"

  @Test("a picture that can be read is not found fault with", arguments: cards + [receipt])
  func good(sample: String) throws {
    let picture = try #require(try SpoiltPicture(sample: sample))
    #expect(try picture.flaws().isEmpty)
  }

  @Test("a blurred picture asks for a sharper one", arguments: cards)
  func blurred(sample: String) throws {
    var picture = try #require(try SpoiltPicture(sample: sample))
    picture.blur(radius: picture.picture.width / 200)
    #expect(try picture.flaws() == ["reading.blurred"])
  }

  @Test("a lamp mirrored over the fields asks to turn the card", arguments: [cards[0]])
  func glare(sample: String) throws {
    var picture = try #require(try SpoiltPicture(sample: sample))
    picture.glare(x: 0.55, y: 0.42, radius: 0.14)
    #expect(try picture.flaws() == ["reading.glare"])
  }
}

private let isOptimised: Bool = {
  #if DEBUG
    false
  #else
    true
  #endif
}()
