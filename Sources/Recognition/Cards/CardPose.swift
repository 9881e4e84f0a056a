import Media

/// Which way up a card lies, as far as that shows before reading.
struct CardPose {
  /// Upright outlines, the likeliest first.
  let candidates: [Quad]
  /// Machine-readable rows, upright, in the page's pixels.
  let band: Quad?
  /// How many rows the band has; nil without one.
  let bandRows: Int?
  /// Where the card lies if the rows are its zone, when that is not in the region as it is: a sheet with a copy on it.
  let cardAroundBand: Quad?
  /// The region has about a card's proportions.
  let hasCardShape: Bool

  private static let searchWidth = 700

  init(picture: PagePicture, region: LocatedRegion, code: Quad?) {
    let lying = region.quad.lyingLong
    let ratio = lying.width / max(lying.height, 1)
    hasCardShape = (1.25...2.0).contains(ratio)
    // A scan cut to its card; A4 has 1.41.
    let isTightCrop = (1.48...1.7).contains(ratio)
    if let code {
      // A code is printed upright: the card's top side points the same way as the code's.
      let turns = region.isWholePage ? [0, 1, 2, 3] : [0, 2]
      let quads = turns.map { lying.turned(quarterTurns: $0) }
      let best = quads.max { Self.agreement($0, code) < Self.agreement($1, code) } ?? lying
      // A black and white copy shows no card's edge: the code's own place on the card stands in for it.
      // So it does where the outline is something else's: a sheet that the card lies on, the code itself.
      let isCard = region.isWholePage ? isTightCrop : Self.isInPlace(code: code, on: best)
      candidates = [isCard ? best : Self.card(aroundCode: code)]
      let rows = Self.bands(picture, best).first { $0.middle > 0.5 }
      band = rows?.quad
      bandRows = rows.map { _ in 3 }
      cardAroundBand = nil
      return
    }
    var found: (quad: Quad, band: Quad, rows: Int)?
    for turn in [0, 1] {
      let quad = lying.turned(quarterTurns: turn)
      let bands = Self.bands(picture, quad)
      guard let widest = bands.max(by: { $0.width < $1.width }) else { continue }
      if widest.middle > 0.5 {
        found = (quad, widest.quad, widest.rows)
      } else {
        found = (quad.turned(quarterTurns: 2), widest.quad.turned(quarterTurns: 2), widest.rows)
      }
      break
    }
    bandRows = found?.rows
    if let found {
      let quad = region.isWholePage && !isTightCrop ? Self.card(aroundBand: found.band) : found.quad
      let isCard = region.isWholePage || Self.isInPlace(band: found.band, on: found.quad)
      cardAroundBand = isCard ? nil : Self.card(aroundBand: found.band)
      candidates = [quad, quad.turned(quarterTurns: 2)]
      band = found.band
    } else {
      candidates = [lying, lying.turned(quarterTurns: 2)]
      band = nil
      cardAroundBand = nil
    }
  }

  /// Whether a code is where cards carry theirs, about as large as there, with room for rough outlines.
  static func isInPlace(code: Quad, on card: Quad) -> Bool {
    let unit = Homography(rectangleWidth: 1, height: RectifiedCard.ratio, onto: card).inverse
    let corners = Quad(corners: code.corners.map { unit.map($0.x, $0.y) })
    return (0.76...1).contains(corners.centre.x) && (0.02...0.24).contains(corners.centre.y)
      && (0.1...0.24).contains(corners.width) && (0.1...0.24).contains(corners.height)
  }

  /// The same for a zone, whose rows may have lost their ends.
  private static func isInPlace(band: Quad, on card: Quad) -> Bool {
    let unit = Homography(rectangleWidth: 1, height: RectifiedCard.ratio, onto: card).inverse
    let corners = Quad(corners: band.corners.map { unit.map($0.x, $0.y) })
    return corners.width > 0.8 && (0.4...0.6).contains(corners.centre.y)
  }

  /// Where a card lies whose code is here: some 0.155 card widths across, in the upper right.
  private static func card(aroundCode code: Quad) -> Quad {
    let side = 0.155
    let across = (x: (code.topRight.x - code.topLeft.x) / side, y: (code.topRight.y - code.topLeft.y) / side)
    let down = (x: (code.bottomLeft.x - code.topLeft.x) / side, y: (code.bottomLeft.y - code.topLeft.y) / side)
    return card(origin: code.topLeft, at: (0.81, 0.03), across: across, down: down)
  }

  /// Where a card lies whose zone is here: nearly as wide as the card, at its lower edge.
  private static func card(aroundBand band: Quad) -> Quad {
    let across = (x: (band.topRight.x - band.topLeft.x) / 0.97, y: (band.topRight.y - band.topLeft.y) / 0.97)
    return card(origin: band.bottomLeft, at: (0.015, 0.615), across: across, down: (x: -across.y, y: across.x))
  }

  /// The card on which `origin` stands at `place`, in card widths along both axes.
  private static func card(
    origin: PicturePoint, at place: (x: Double, y: Double), across: (x: Double, y: Double), down: (x: Double, y: Double)
  ) -> Quad {
    func corner(_ x: Double, _ y: Double) -> PicturePoint {
      PicturePoint(
        x: origin.x + (x - place.x) * across.x + (y - place.y) * down.x,
        y: origin.y + (x - place.x) * across.y + (y - place.y) * down.y)
    }
    return Quad(
      topLeft: corner(0, 0), topRight: corner(1, 0), bottomRight: corner(1, RectifiedCard.ratio),
      bottomLeft: corner(0, RectifiedCard.ratio))
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

  private static func bands(_ picture: PagePicture, _ quad: Quad) -> [(
    quad: Quad, middle: Double, width: Double, rows: Int
  )] {
    // A strip is no card, and stretched to the search's width it would fill the memory.
    guard quad.isOfCardLikeShape else { return [] }
    let height = max(64, Int(Double(searchWidth) * quad.height / max(quad.width, 1)))
    let image = picture.grey.warped(quad, width: searchWidth, height: height)
    let mapping = Homography(rectangleWidth: Double(searchWidth), height: Double(height), onto: quad)
    return MRZBand.find(in: image).map { band in
      (
        Quad(corners: band.quad.corners.map { mapping.map($0.x, $0.y) }), band.quad.centre.y / Double(height),
        band.quad.width, band.rows
      )
    }
  }
}

extension Quad {
  /// Neither side is more than eight times the other: a card seen from any side that it can be read from.
  var isOfCardLikeShape: Bool {
    max(width, height) <= 8 * max(1, min(width, height))
  }
}
