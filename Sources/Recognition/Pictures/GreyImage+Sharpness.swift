import Media

extension GreyImage {
  /// How far the sharpest edges are spread, as the σ of a Gaussian in pixels; nil where nothing has edges to speak of.
  ///
  /// The slope of an edge in relation to its height tells how much it was smoothed. Good scans and photographs have
  /// about one pixel; from some four it cannot tell any more.
  func edgeSpread() -> Double? {
    guard width > 40, height > 40 else { return nil }
    // Grain has slopes of its own: smoothed away first, and taken off the result.
    let smooth = blurred(sigma: 1)
    let reach = 4
    let margin = max(reach + 1, width / 25)
    guard width > 2 * margin + 10, height > 2 * margin + 10 else { return nil }
    var slopes: [(slope: Float, at: Int)] = []
    smooth.pixels.withUnsafeBufferPointer { grey in
      for y in margin..<(height - margin) {
        for at in (y * width + margin)..<((y + 1) * width - margin) {
          let across = Float(grey[at + 1]) - Float(grey[at - 1])
          let down = Float(grey[at + width]) - Float(grey[at - width])
          let square = across * across + down * down
          if square > 64 { slopes.append((square.squareRoot() / 2, at)) }
        }
      }
    }
    let count = max(200, (width - 2 * margin) * (height - 2 * margin) / 200)
    guard slopes.count >= count else { return nil }
    slopes.sort { $0.slope > $1.slope }
    var ratios: [Float] = []
    var heights: [Int] = []
    for (slope, at) in slopes.prefix(count) {
      var (low, high) = (255, 0)
      for dy in -reach...reach {
        for dx in -reach...reach {
          let value = Int(smooth.pixels[at + dy * width + dx])
          low = min(low, value)
          high = max(high, value)
        }
      }
      heights.append(high - low)
      ratios.append(slope / Float(max(high - low, 1)))
    }
    heights.sort()
    guard heights[heights.count / 2] >= 30 else { return nil }
    ratios.sort()
    // A step smoothed by σ rises by 1 / (σ √2π) a pixel in its middle.
    let spread = 1 / (Double(ratios[ratios.count / 2]) * 2.5066)
    return max(0, spread * spread - 1).squareRoot()
  }
}
