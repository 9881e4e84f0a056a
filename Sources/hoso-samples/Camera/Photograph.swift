import Media

/// A telephone's picture of a card on a table: seen askew, lit from one side, with grain.
struct Photograph {
  var width = 1800
  var height = 1350
  /// The card's corners in shares of the picture: upper left, upper right, lower right, lower left.
  var corners: [(x: Double, y: Double)]
  /// The table's colour, 0 … 255.
  var table: (Double, Double, Double)
  var seed: UInt64
  /// How far the lens was from its focus: each point is spread over so many pixels either way.
  var defocus = 0

  func take(_ card: ColourImage) -> ColourImage {
    let plane = Quadrilateral(
      corners: corners.map { ($0.x * Double(width), $0.y * Double(height)) }, width: Double(card.width),
      height: Double(card.height))
    var random = SeededGenerator(seed: seed)
    let grain = Texture(seed: seed &+ 1)
    let dotsPerMillimetre = CardCanvas.dotsPerMillimetre
    // How many of the card's pixels one of the picture's covers, near enough all over the card.
    let span = Double(card.width) / ((corners[1].x - corners[0].x) * Double(width)).magnitude
    var pixels = [UInt8](repeating: 0, count: 3 * width * height)
    for y in 0..<height {
      for x in 0..<width {
        let (u, v) = plane.map(Double(x) + 0.5, Double(y) + 0.5)
        let outside = distance(u, v, card, corner: 3.2 * dotsPerMillimetre) / dotsPerMillimetre
        var colour: (Double, Double, Double)
        if outside <= 0 {
          colour = card.sample(u, v, span: span)
        } else {
          let texture =
            grain.value(Double(x) / 3, Double(y) / 3) * 22 + grain.value(Double(x) / 40, Double(y) / 40) * 26
          // The card's edge throws a little shadow on the table.
          let shade = outside < 1.5 ? 0.72 + 0.28 * outside / 1.5 : 1
          colour = ((table.0 + texture) * shade, (table.1 + texture) * shade, (table.2 + texture) * shade)
        }
        let across = Double(x) / Double(width)
        let down = Double(y) / Double(height)
        let corner = (across - 0.5) * (across - 0.5) + (down - 0.5) * (down - 0.5)
        let light = 0.86 + 0.18 * across - 0.06 * down - 0.18 * corner
        let noise = random.noise() * 2.4
        let index = 3 * (y * width + x)
        pixels[index] = byte(colour.0 * light + noise)
        // Evening light: a little less blue.
        pixels[index + 1] = byte(colour.1 * light * 0.995 + noise)
        pixels[index + 2] = byte(colour.2 * light * 0.965 + noise)
      }
    }
    return Defocus.spread(ColourImage(width: width, height: height, pixels: pixels), radius: defocus)
  }

  /// How far (`u`, `v`) lies outside the card with its rounded corners, in the card's pixels; 0 or less is on it.
  @inline(__always)
  private func distance(_ u: Double, _ v: Double, _ card: ColourImage, corner: Double) -> Double {
    let beyondX = max(corner - u, u - (Double(card.width) - corner))
    let beyondY = max(corner - v, v - (Double(card.height) - corner))
    if beyondX > 0, beyondY > 0 { return (beyondX * beyondX + beyondY * beyondY).squareRoot() - corner }
    return max(beyondX, beyondY) - corner
  }

  @inline(__always)
  private func byte(_ value: Double) -> UInt8 {
    UInt8(min(max(value, 0), 255))
  }
}
