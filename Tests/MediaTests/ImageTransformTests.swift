import Media
import Testing

@Suite("Image transforms")
struct ImageTransformTests {
  private let image = GreyImage(width: 3, height: 2, pixels: [1, 2, 3, 4, 5, 6])

  @Test(
    "quarter turns go clockwise, and back",
    arguments: [(1, [UInt8](arrayLiteral: 4, 1, 5, 2, 6, 3)), (2, [6, 5, 4, 3, 2, 1]), (-1, [3, 6, 2, 5, 1, 4])])
  func turns(turns: Int, pixels: [UInt8]) {
    let turned = image.rotated(quarterTurns: turns)
    #expect(turned.pixels == pixels)
    #expect(turned.width == (turns % 2 == 0 ? 3 : 2))
    #expect(turned.rotated(quarterTurns: -turns).pixels == image.pixels)
  }

  @Test("a colour picture turns with its channels together")
  func colour() {
    let colour = ColourImage(width: 2, height: 1, pixels: [1, 2, 3, 4, 5, 6])
    #expect(colour.rotated(quarterTurns: 2).pixels == [4, 5, 6, 1, 2, 3])
  }

  @Test("grey survives the way through colour")
  func greyToColour() {
    #expect(GreyImage(ColourImage(image)).pixels == image.pixels)
  }

  @Test("a picture within the cap is left alone")
  func noEnlarging() {
    #expect(image.shrunk(longSideInPixels: 3).pixels == image.pixels)
    #expect(image.shrunk(longSideInPixels: 100).width == 3)
  }

  @Test("shrinking keeps the mean", arguments: [2, 7, 63, 64, 99])
  func mean(longSide: Int) {
    let large = Handmade.grey(width: 100, height: 80)
    let small = large.shrunk(longSideInPixels: longSide)
    func mean(_ image: GreyImage) -> Double {
      Double(image.pixels.reduce(0) { $0 + Int($1) }) / Double(image.pixels.count)
    }
    #expect(abs(mean(large) - mean(small)) < 1.5)
  }
}
