/// Width and height in pixels.
struct PictureSize: Hashable {
  let width: Int
  let height: Int

  /// This size, or the one of the same shape whose long side is `longSide`; never larger, never empty.
  func capped(longSide: Int?) -> PictureSize {
    let long = max(width, height)
    guard let longSide, longSide < long else { return self }
    let cap = max(longSide, 1)
    return PictureSize(
      width: max(1, (width * cap + long / 2) / long), height: max(1, (height * cap + long / 2) / long))
  }

  /// Nil when the product would overflow.
  var pixels: Int? {
    let (product, overflow) = width.multipliedReportingOverflow(by: height)
    return overflow ? nil : product
  }

  func fits(_ limit: Int) -> Bool { pixels.map { $0 <= limit } ?? false }
}
