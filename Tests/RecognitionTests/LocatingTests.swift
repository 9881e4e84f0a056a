import Dossiers
import Media
import Recognition
import Testing

/// Pictures drawn here: what lies where is known to the pixel.
struct DrawnScene {
  var colour: ColourImage
  private var seed: UInt64 = 7

  init(width: Int, height: Int, red: UInt8, green: UInt8, blue: UInt8, noise: Int = 0) {
    var pixels: [UInt8] = []
    pixels.reserveCapacity(width * height * 3)
    var state: UInt64 = 42
    for _ in 0..<(width * height) {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let shift = noise == 0 ? 0 : Int(state >> 40) % (2 * noise + 1) - noise
      for value in [red, green, blue] { pixels.append(UInt8(min(max(Int(value) + shift, 0), 255))) }
    }
    colour = ColourImage(width: width, height: height, pixels: pixels)
  }

  mutating func fill(_ quad: Quad, red: UInt8, green: UInt8, blue: UInt8) {
    let box = quad.box
    for y in max(0, box.y0)..<min(colour.height, box.y1) {
      for x in max(0, box.x0)..<min(colour.width, box.x1)
      where quad.contains(PicturePoint(x: Double(x) + 0.5, y: Double(y) + 0.5)) {
        let at = 3 * (y * colour.width + x)
        colour.pixels[at] = red
        colour.pixels[at + 1] = green
        colour.pixels[at + 2] = blue
      }
    }
  }

  mutating func fill(circleAt x: Int, _ y: Int, radius: Int, red: UInt8, green: UInt8, blue: UInt8) {
    for cy in max(0, y - radius)..<min(colour.height, y + radius) {
      for cx in max(0, x - radius)..<min(colour.width, x + radius)
      where (cx - x) * (cx - x) + (cy - y) * (cy - y) <= radius * radius {
        let at = 3 * (cy * colour.width + cx)
        colour.pixels[at] = red
        colour.pixels[at + 1] = green
        colour.pixels[at + 2] = blue
      }
    }
  }
}

@Suite("Finding cards and sheets") struct LocatingTests {
  private func quad(_ points: [(Double, Double)]) -> Quad {
    let corners = points.map { PicturePoint(x: $0.0, y: $0.1) }
    return Quad(topLeft: corners[0], topRight: corners[1], bottomRight: corners[2], bottomLeft: corners[3])
  }

  /// The farthest that any corner is off, whatever corner comes first.
  private func error(_ found: Quad, _ truth: Quad) -> Double {
    (0..<4).map { turn in
      zip(found.turned(quarterTurns: turn).corners, truth.corners).map { pair in
        let (dx, dy) = (pair.0.x - pair.1.x, pair.0.y - pair.1.y)
        return (dx * dx + dy * dy).squareRoot()
      }.max() ?? 1e9
    }.min() ?? 1e9
  }

  private func locate(_ scene: DrawnScene) -> [LocatedRegion] {
    DocumentLocator().locate(PagePicture(page: 1, colour: scene.colour))
  }

  @Test("a slanted card on a noisy table is found to within a few pixels")
  func slanted() throws {
    var scene = DrawnScene(width: 480, height: 360, red: 120, green: 80, blue: 50, noise: 18)
    let truth = quad([(90, 70), (395, 110), (370, 300), (70, 255)])
    scene.fill(truth, red: 205, green: 225, blue: 215)
    let regions = locate(scene)
    #expect(regions.count == 1)
    let region = try #require(regions.first)
    #expect(!region.isWholePage)
    #expect(region.filled > 0.95)
    #expect(error(region.quad, truth) < 5)
  }

  @Test("two cards on a white page are both found")
  func twoCards() {
    var scene = DrawnScene(width: 420, height: 594, red: 250, green: 250, blue: 250, noise: 2)
    let one = quad([(60, 60), (330, 66), (327, 236), (57, 230)])
    let two = quad([(80, 330), (350, 322), (354, 492), (84, 500)])
    scene.fill(one, red: 210, green: 232, blue: 224)
    scene.fill(two, red: 222, green: 230, blue: 210)
    let regions = locate(scene)
    #expect(regions.count == 2)
    for truth in [one, two] { #expect(regions.contains { error($0.quad, truth) < 6 }) }
  }

  @Test("a finger over an edge does not bend the outline")
  func finger() throws {
    var scene = DrawnScene(width: 480, height: 360, red: 60, green: 90, blue: 60, noise: 10)
    let truth = quad([(80, 80), (400, 80), (400, 282), (80, 282)])
    scene.fill(truth, red: 205, green: 225, blue: 215)
    scene.fill(circleAt: 250, 300, radius: 34, red: 224, green: 172, blue: 140)
    let region = try #require(locate(scene).first)
    #expect(error(region.quad, truth) < 9)
  }

  @Test("a card whose corner is out of the picture keeps its four sides")
  func cutOff() throws {
    var scene = DrawnScene(width: 480, height: 360, red: 60, green: 60, blue: 110, noise: 10)
    let truth = quad([(-12, 60), (330, 60), (330, 276), (-12, 276)])
    scene.fill(truth, red: 205, green: 225, blue: 215)
    let region = try #require(locate(scene).first)
    #expect(!region.isWholePage)
    #expect(region.quad.box.x1 > 320 && region.quad.box.x1 < 340)
  }

  @Test("a hard shadow across a white table is not taken for a sheet")
  func shadow() throws {
    var scene = DrawnScene(width: 480, height: 360, red: 236, green: 238, blue: 240, noise: 4)
    let truth = quad([(90, 70), (395, 90), (385, 282), (80, 262)])
    scene.fill(truth, red: 200, green: 228, blue: 216)
    for y in 0..<360 {
      for at in (3 * (y * 480 + 300))..<(3 * (y + 1) * 480) {
        scene.colour.pixels[at] = UInt8(Int(scene.colour.pixels[at]) * 55 / 100)
      }
    }
    let region = try #require(locate(scene).first)
    #expect(error(region.quad, truth) < 9)
  }

  @Test("a card on a chequered cloth is found")
  func chequered() throws {
    var scene = DrawnScene(width: 480, height: 360, red: 150, green: 40, blue: 50, noise: 8)
    for row in 0..<9 {
      for column in 0..<12 where (row + column) % 2 == 0 {
        let (x, y) = (Double(column) * 40, Double(row) * 40)
        scene.fill(quad([(x, y), (x + 40, y), (x + 40, y + 40), (x, y + 40)]), red: 60, green: 70, blue: 130)
      }
    }
    let truth = quad([(90, 70), (395, 90), (385, 282), (80, 262)])
    scene.fill(truth, red: 205, green: 225, blue: 215)
    let regions = locate(scene)
    #expect(regions.count == 1)
    #expect(error(try #require(regions.first).quad, truth) < 9)
  }

  @Test("a grey card across the edge between two tables is found by its own edges")
  func twoSurfaces() throws {
    var scene = DrawnScene(width: 480, height: 360, red: 90, green: 90, blue: 90, noise: 4)
    scene.fill(quad([(0, 0), (200, 0), (260, 360), (0, 360)]), red: 228, green: 228, blue: 228)
    let truth = quad([(90, 70), (395, 90), (385, 282), (80, 262)])
    scene.fill(truth, red: 165, green: 165, blue: 165)
    let regions = locate(scene)
    #expect(regions.count == 1)
    #expect(error(try #require(regions.first).quad, truth) < 9)
  }

  @Test("a portrait on a card that runs out of the picture is not taken for the document")
  func portrait() throws {
    var scene = DrawnScene(width: 480, height: 360, red: 60, green: 60, blue: 110, noise: 10)
    scene.fill(quad([(60, 130), (440, 130), (440, 370), (60, 370)]), red: 205, green: 225, blue: 215)
    scene.fill(quad([(80, 220), (158, 220), (158, 322), (80, 322)]), red: 120, green: 150, blue: 220)
    let region = try #require(locate(scene).first)
    #expect(region.quad.box.width > 350)
  }

  @Test("an empty page is one region: the whole")
  func nothing() {
    let regions = locate(DrawnScene(width: 420, height: 594, red: 250, green: 250, blue: 250, noise: 2))
    #expect(regions.count == 1)
    #expect(regions.first?.isWholePage == true)
  }
}
