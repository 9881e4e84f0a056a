import Media

/// A lens out of focus.
enum Defocus {
  /// Twice a square of that radius, which is near enough to a lens's disc. A radius of 0 leaves the picture sharp.
  static func spread(_ image: ColourImage, radius: Int) -> ColourImage {
    guard radius > 0 else { return image }
    var pixels = image.pixels
    for _ in 0..<2 {
      pixels = mean(pixels, along: image.width, step: 3, lines: image.height, stride: 3 * image.width, radius)
      pixels = mean(pixels, along: image.height, step: 3 * image.width, lines: image.width, stride: 3, radius)
    }
    return ColourImage(width: image.width, height: image.height, pixels: pixels)
  }

  /// Each pixel of a line becomes the mean of those around it; beyond its ends the line goes on as it ended.
  private static func mean(
    _ pixels: [UInt8], along count: Int, step: Int, lines: Int, stride: Int, _ radius: Int
  ) -> [UInt8] {
    var result = pixels
    let width = 2 * radius + 1
    for line in 0..<lines {
      for channel in 0..<3 {
        let start = line * stride + channel
        func value(_ place: Int) -> Int { Int(pixels[start + min(max(place, 0), count - 1) * step]) }
        var sum = (-radius...radius).reduce(0) { $0 + value($1) }
        for place in 0..<count {
          result[start + place * step] = UInt8((sum + width / 2) / width)
          sum += value(place + radius + 1) - value(place - radius)
        }
      }
    }
    return result
  }
}
