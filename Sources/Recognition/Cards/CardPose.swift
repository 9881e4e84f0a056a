import Media

/// Which way up a card lies, as far as that shows before reading.
struct CardPose {
  /// Upright outlines, the likeliest first.
  let candidates: [Quad]
  /// Machine-readable rows, upright, in the page's pixels.
  let band: Quad?
  /// The region has about a card's proportions.
  let hasCardShape: Bool

  private static let searchWidth = 700

  init(picture: PagePicture, region: LocatedRegion, code: Quad?) {
    let lying = region.quad.lyingLong
    let ratio = lying.width / max(lying.height, 1)
    hasCardShape = (1.25...2.0).contains(ratio)
    if let code {
      // A code is printed upright: the card's top side points the same way as the code's.
      let turns = region.isWholePage ? [0, 1, 2, 3] : [0, 2]
      let quads = turns.map { lying.turned(quarterTurns: $0) }
      let best = quads.max { Self.agreement($0, code) < Self.agreement($1, code) } ?? lying
      candidates = [best]
      band = Self.bands(picture, best).first { $0.middle > 0.5 }?.quad
      return
    }
    let upright = abs(lying.topLeft.y - region.quad.topLeft.y) < 1 ? lying : lying
    var found: (quad: Quad, band: Quad)?
    let turns = region.isWholePage ? [0, 1] : [0]
    for turn in turns {
      let quad = upright.turned(quarterTurns: turn)
      let bands = Self.bands(picture, quad)
      guard let widest = bands.max(by: { $0.width < $1.width }) else { continue }
      if widest.middle > 0.5 {
        found = (quad, widest.quad)
      } else {
        found = (quad.turned(quarterTurns: 2), widest.quad.turned(quarterTurns: 2))
      }
      break
    }
    if let found {
      candidates = [found.quad, found.quad.turned(quarterTurns: 2)]
      band = found.band
    } else {
      candidates = [upright, upright.turned(quarterTurns: 2)]
      band = nil
    }
  }

  /// The cosine between the two top sides.
  private static func agreement(_ quad: Quad, _ code: Quad) -> Double {
    func direction(_ quad: Quad) -> (Double, Double) {
      let (dx, dy) = (quad.topRight.x - quad.topLeft.x, quad.topRight.y - quad.topLeft.y)
      let length = max((dx * dx + dy * dy).squareRoot(), 1)
      return (dx / length, dy / length)
    }
    let (one, two) = (direction(quad), direction(code))
    return one.0 * two.0 + one.1 * two.1
  }

  private static func bands(_ picture: PagePicture, _ quad: Quad) -> [(quad: Quad, middle: Double, width: Double)] {
    let height = max(64, Int(Double(searchWidth) * quad.height / max(quad.width, 1)))
    let image = picture.grey.warped(quad, width: searchWidth, height: height)
    let mapping = Homography(rectangleWidth: Double(searchWidth), height: Double(height), onto: quad)
    return MRZBand.find(in: image).map { band in
      (
        Quad(corners: band.quad.corners.map { mapping.map($0.x, $0.y) }), band.quad.centre.y / Double(height),
        band.quad.width
      )
    }
  }
}
