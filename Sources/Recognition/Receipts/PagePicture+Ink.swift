import Media

extension PagePicture {
  /// Whether there is coloured ink on the sheet at `outline`: a stamp, a signature, a number printed in red.
  public func hasColouredInk(on outline: Quad) -> Bool {
    guard case .colour(let colour) = pixels else { return false }
    let (columns, rows) = (200, 140)
    let mapping = Homography(rectangleWidth: Double(columns), height: Double(rows), onto: outline)
    let samples = (0..<columns * rows).compactMap { at -> [Int]? in
      let point = mapping.map(Double(at % columns) + 0.5, Double(at / columns) + 0.5)
      let (x, y) = (Int(point.x), Int(point.y))
      guard point.x >= 0, point.y >= 0, x < width, y < height else { return nil }
      let pixel = (y * width + x) * 3
      return (0..<3).map { Int(colour.pixels[pixel + $0]) }
    }
    guard !samples.isEmpty else { return false }
    // Most of a sheet is paper, in the colour that the lamp gives it; against that, black ink and shadows have none.
    let paper = (0..<3).map { channel in max(1, samples.map { $0[channel] }.sorted()[samples.count / 2]) }
    let coloured = samples.count { sample in
      let shares = (0..<3).map { sample[$0] * 100 / paper[$0] }
      return (shares.max() ?? 0) - (shares.min() ?? 0) > 30
    }
    // A ring of a stamp is some five in a thousand of A5; more than an eighth is no ink.
    return coloured * 500 > samples.count && coloured * 8 < samples.count
  }
}
