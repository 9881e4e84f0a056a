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

  /// True where next to nothing of the picture is darker than its paper: an empty page, or one with a line or two. A
  /// picture without light may show anything.
  public var hasLittleInk: Bool {
    var histogram = [Int](repeating: 0, count: 256)
    for at in stride(from: 0, to: pixels.count, by: 37) { histogram[Int(pixels[at])] += 1 }
    let count = histogram.reduce(0, +)
    var (paper, lighter) = (255, 0)
    while paper > 0, lighter * 2 < count {
      lighter += histogram[paper]
      paper -= 1
    }
    guard paper >= 100 else { return false }
    return histogram[..<max(0, paper - 40)].reduce(0, +) * 100 < count * 2
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
