import Dossiers
import Forms
import Media
import Recognition

/// Pages as a scanner gives them.
enum ScannedSheet {
  /// The pages of a PDF at 150 dots an inch, A4.
  static func pages(of pdf: [UInt8]) throws -> [GreyImage] {
    let document = try MediaOpener.open(bytes: pdf, name: "sheets.pdf")
    return try document.pages.map { try document.renderGrey(page: $0.number, longSideInPixels: 1754) }
  }

  /// Laid askew by so many degrees on white.
  static func skewed(_ page: GreyImage, degrees: Double) -> GreyImage {
    let (w, h) = (Double(page.width), Double(page.height))
    let (c, s) = (cosine(degrees), sine(degrees))
    func turned(_ x: Double, _ y: Double) -> PicturePoint {
      PicturePoint(x: w / 2 + (x - w / 2) * c - (y - h / 2) * s, y: h / 2 + (x - w / 2) * s + (y - h / 2) * c)
    }
    let quad = Quad(topLeft: turned(0, 0), topRight: turned(w, 0), bottomRight: turned(w, h), bottomLeft: turned(0, h))
    return page.warped(quad, width: page.width, height: page.height)
  }

  /// A share of the page, from its top, torn off.
  static func torn(_ page: GreyImage, share: Double) -> GreyImage {
    var page = page
    for index in 0..<Int(Double(page.height) * share) * page.width { page.pixels[index] = 255 }
    return page
  }

  /// Grain, as a sensor adds it; the same for the same seed.
  static func grainy(_ page: GreyImage, seed: UInt64, strength: Int = 6) -> GreyImage {
    var page = page
    var state = seed &* 6_364_136_223_846_793_005 &+ 1
    for index in page.pixels.indices {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let noise = Int(state >> 33) % (2 * strength + 1) - strength
      page.pixels[index] = UInt8(clamping: Int(page.pixels[index]) + noise)
    }
    return page
  }

  /// White paper, a little grey, with what `draw` puts on it.
  static func paper(width: Int = 1240, height: Int = 1754, draw: (inout GreyImage) -> Void = { _ in }) -> GreyImage {
    var page = GreyImage(width: width, height: height, pixels: Array(repeating: 243, count: width * height))
    draw(&page)
    return grainy(page, seed: 7)
  }

  private static func sine(_ degrees: Double) -> Double {
    let x = degrees * Double.pi / 180
    return x - x * x * x / 6 + x * x * x * x * x / 120
  }

  private static func cosine(_ degrees: Double) -> Double {
    let x = degrees * Double.pi / 180
    return 1 - x * x / 2 + x * x * x * x / 24
  }
}
