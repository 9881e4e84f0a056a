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

  /// As if taken by a tenth of the light: little is left between ink and paper, and the sensor's grain stays.
  mutating func dim(to share: Double) {
    var grain: UInt64 = 88_172_645_463_325_252
    for index in picture.pixels.indices {
      grain ^= grain << 13
      grain ^= grain >> 7
      grain ^= grain << 17
      let value = Double(picture.pixels[index]) * share + Double(grain % 17) - 8
      picture.pixels[index] = UInt8(min(max(value, 0), 255))
    }
  }

  mutating func shrink(longSide: Int) {
    let small = picture.shrunk(longSideInPixels: longSide)
    picture = small
  }

  /// Keeps a part, given in shares of the picture.
  mutating func crop(x: ClosedRange<Double>, y: ClosedRange<Double>) {
    func pixels(_ share: Double, of side: Int) -> Int { Int(share * Double(side)) }
    let (x0, x1) = (pixels(x.lowerBound, of: picture.width), pixels(x.upperBound, of: picture.width))
    let (y0, y1) = (pixels(y.lowerBound, of: picture.height), pixels(y.upperBound, of: picture.height))
    var kept: [UInt8] = []
    for row in y0..<y1 {
      kept += picture.pixels[(3 * (row * picture.width + x0))..<(3 * (row * picture.width + x1))]
    }
    picture = ColourImage(width: x1 - x0, height: y1 - y0, pixels: kept)
  }

  /// Lays the picture on a table, as a photograph of a sheet shows it.
  mutating func lay(onTable grey: UInt8, margin: Int) {
    let (width, height) = (picture.width + 2 * margin, picture.height + 2 * margin)
    var pixels = [UInt8](repeating: grey, count: 3 * width * height)
    for row in 0..<picture.height {
      let source = 3 * row * picture.width
      let target = 3 * ((row + margin) * width + margin)
      pixels.replaceSubrange(
        target..<(target + 3 * picture.width), with: picture.pixels[source..<(source + 3 * picture.width)])
    }
    picture = ColourImage(width: width, height: height, pixels: pixels)
  }

  /// Rows of dots from each box's left edge across the picture, at the foot of the letters.
  mutating func dot(_ boxes: [Box]) {
    for box in boxes {
      for x in stride(from: box.x0, to: picture.width * 9 / 10, by: 9) {
        for (dx, dy) in [(0, 0), (1, 0), (0, 1), (1, 1)] {
          let at = 3 * ((box.y1 - 3 + dy) * picture.width + x + dx)
          for channel in 0..<3 { picture.pixels[at + channel] = 60 }
        }
      }
    }
  }

  func inspection() throws -> Inspection {
    setenv("OMP_THREAD_LIMIT", "1", 0)
    return try DocumentInspector(tools: ReadingTools()).inspect(try PNGEncoder.encode(picture), name: "anh.png")
  }

  /// The codes of what is found wrong with the picture itself.
  func flaws() throws -> Set<String> {
    let inspection = try inspection()
    for problem in inspection.problems {
      #expect(!problem.remedy.vi.isEmpty && !problem.remedy.en.isEmpty)
    }
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

  @Test("a receipt blurred all over asks for a sharper picture, known as a receipt or not", arguments: [240, 160, 110])
  func blurredReceipt(share: Int) throws {
    var picture = try #require(try SpoiltPicture(sample: Self.receipt))
    picture.blur(radius: picture.picture.width / share)
    #expect(try picture.flaws() == ["reading.blurred"])
  }

  @Test("a lamp mirrored over the fields asks to turn the card", arguments: [cards[0]])
  func glare(sample: String) throws {
    var picture = try #require(try SpoiltPicture(sample: sample))
    picture.glare(x: 0.55, y: 0.42, radius: 0.14)
    #expect(try picture.flaws() == ["reading.glare"])
  }

  @Test("a part of a card asks for all four corners", arguments: [(0.0...0.55, 0.0...1.0), (0.0...1.0, 0.0...0.55)])
  func partOfCard(x: ClosedRange<Double>, y: ClosedRange<Double>) throws {
    var picture = try #require(try SpoiltPicture(sample: Self.cards[0]))
    picture.crop(x: x, y: y)
    #expect(try picture.flaws() == ["reading.cut-off"])
  }

  @Test("a sheet that runs out of the picture asks for the whole of it")
  func partOfSheet() throws {
    var picture = try #require(try SpoiltPicture(sample: Self.receipt))
    picture.lay(onTable: 70, margin: 120)
    picture.crop(x: 0...0.6, y: 0...1)
    #expect(try picture.flaws() == ["reading.cut-off"])
  }

  @Test("letters of five pixels ask to come closer")
  func small() throws {
    var picture = try #require(try SpoiltPicture(sample: Self.receipt))
    picture.shrink(longSide: 300)
    #expect(try picture.flaws().contains("reading.too-small"))
  }

  @Test("a picture without light asks for some", arguments: [receipt, cards[0]])
  func dark(sample: String) throws {
    var picture = try #require(try SpoiltPicture(sample: sample))
    picture.dim(to: 0.015)
    #expect(try picture.flaws() == ["reading.too-dark"])
  }

  @Test("a portrait and an empty sheet are no papers that cannot be read")
  func others() throws {
    var portrait = try #require(try SpoiltPicture(sample: Self.cards[0]))
    portrait.crop(x: 0.02...0.2, y: 0.3...0.7)
    portrait.blur(radius: 4)
    #expect(try portrait.flaws().isEmpty)
    var sheet = portrait
    sheet.picture = ColourImage(width: 900, height: 1200, pixels: [UInt8](repeating: 246, count: 3 * 900 * 1200))
    #expect(try sheet.flaws().isEmpty)
  }

  @Test("rows of dots that lead across a line do not spoil what stands on them")
  func leaders() throws {
    var picture = try #require(try SpoiltPicture(sample: Self.receipt))
    let names: [FieldName] = [.payer, .payerAddress, .payerID]
    let plain = try #require(try picture.inspection().parts.first).fields
    picture.dot(names.compactMap { plain[$0]?.box })
    let dotted = try #require(try picture.inspection().parts.first).fields
    for name in names { #expect(dotted[name]?.value == plain[name]?.value, "\(name)") }
  }
}

private let isOptimised: Bool = {
  #if DEBUG
    false
  #else
    true
  #endif
}()
