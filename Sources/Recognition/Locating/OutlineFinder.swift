/// An outline in the working picture and how well it fits.
struct Outline {
  let quad: Quad
  /// The share of its inside that stands out.
  let filled: Double
  /// The share of its sides along which the shape really ends.
  let supported: Double
  /// The share of the shape that lies inside.
  let covering: Double

  var score: Double { filled * supported * covering.squareRoot() }
}

/// Looks for four-sided shapes in what stands out, at several thresholds.
struct OutlineFinder {
  let contrast: BackgroundContrast

  /// Factors on Otsu's threshold, in the order tried.
  private static let factors = [1.0, 0.6, 0.4, 1.4]
  /// A card on an A3 page is still twice as large.
  private static let minShare = 0.012

  func outlines() -> [Outline] {
    var histogram = [Int](repeating: 0, count: 256)
    for value in contrast.distances { histogram[Int(value)] += 1 }
    let threshold = Double(otsu(histogram))
    var best: [Outline] = []
    for factor in Self.factors {
      // Below 2 CIELAB units everything is noise.
      let level = UInt8(min(max(threshold * factor, 8), 254))
      let raw = Mask(
        width: contrast.width, height: contrast.height, bits: contrast.distances.map { $0 > level })
      let shapes = raw.smoothed(closing: 4, opening: 3)
        .shapes(minPixels: Int(Double(raw.bits.count) * Self.minShare))
      for shape in shapes.prefix(6) {
        guard let outline = QuadFitter(shape: shape).fit(), isAcceptable(outline, raw: raw) else { continue }
        let rivals = best.filter { overlaps($0, outline) }
        if rivals.allSatisfy({ $0.score < outline.score }) {
          best.removeAll { overlaps($0, outline) }
          best.append(outline)
        }
      }
      // A clear find needs no other threshold.
      if !best.isEmpty && best.allSatisfy({ $0.score > 0.85 }) { break }
    }
    return best.sorted { $0.quad.area > $1.quad.area }
  }

  private func isAcceptable(_ outline: Outline, raw: Mask) -> Bool {
    guard outline.filled > 0.85, outline.supported > 0.5, outline.covering > 0.6 else { return false }
    let ratio = outline.quad.width / max(outline.quad.height, 1)
    guard ratio > 0.3, ratio < 3.4 else { return false }
    // A paragraph becomes a block only by closing; a card stands out everywhere.
    return share(of: raw, in: outline.quad) > 0.6
  }

  private func overlaps(_ one: Outline, _ other: Outline) -> Bool {
    one.quad.contains(other.quad.centre) || other.quad.contains(one.quad.centre)
  }
}

/// The share of a mask's pixels that are set inside of `quad`, from a grid of samples.
func share(of mask: Mask, in quad: Quad) -> Double {
  let mapping = Homography(rectangleWidth: 40, height: 40, onto: quad)
  var (set, all) = (0, 0)
  for row in 0..<40 {
    for column in 0..<40 {
      let point = mapping.map(Double(column) + 0.5, Double(row) + 0.5)
      let (x, y) = (Int(point.x), Int(point.y))
      guard x >= 0, y >= 0, x < mask.width, y < mask.height else { continue }
      all += 1
      if mask.bits[y * mask.width + x] { set += 1 }
    }
  }
  return all == 0 ? 0 : Double(set) / Double(all)
}
