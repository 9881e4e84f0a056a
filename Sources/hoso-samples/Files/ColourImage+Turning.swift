import Media

extension ColourImage {
  /// The picture as a sensor sees it that is turned clockwise with its telephone.
  func turnedAnticlockwise() -> ColourImage {
    var turned = [UInt8](repeating: 0, count: pixels.count)
    for y in 0..<width {
      for x in 0..<height {
        let source = 3 * (x * width + (width - 1 - y))
        let target = 3 * (y * height + x)
        for channel in 0..<3 { turned[target + channel] = pixels[source + channel] }
      }
    }
    return ColourImage(width: height, height: width, pixels: turned)
  }
}
