public import Media

extension GreyImage {
  /// True for a page that is white to its edges: a scan or a print, not something lying on a table.
  public var hasWhiteBorder: Bool {
    let ring = max(2, min(width, height) / 50)
    var bright = 0
    var count = 0
    for y in stride(from: 0, to: height, by: 4) {
      let isEdge = y < ring || y >= height - ring
      for x in stride(from: 0, to: width, by: 4) where isEdge || x < ring || x >= width - ring {
        if pixels[y * width + x] >= 225 { bright += 1 }
        count += 1
      }
    }
    return count > 0 && bright * 10 >= count * 9
  }

  /// True where most of the picture is dark.
  var isDark: Bool {
    var dark = 0
    var count = 0
    for at in stride(from: 0, to: pixels.count, by: 37) {
      if pixels[at] < 100 { dark += 1 }
      count += 1
    }
    return dark * 3 > count * 2
  }

  /// Black for white.
  func inverted() -> GreyImage {
    GreyImage(width: width, height: height, pixels: pixels.map { 255 - $0 })
  }
}
