/// Pages whose pixels a check has decoded anyway, kept for whoever reads them next: no page is decoded twice.
struct VerifiedPixels {
  private struct Page {
    let size: PictureSize
    /// 1 grey, 3 red, green and blue.
    let channels: Int
    let pixels: [UInt8]
  }

  /// A picture of 50 megapixels in colour, the most that is accepted where a plan does not say otherwise.
  private static let mostOfOne = 150_000_000
  /// Of a file of many pages, the first ones.
  private static let mostOfAll = 64 << 20
  private var pages: [Int: Page] = [:]
  private var spent = 0

  /// Decodes a page by `decode`, which hands on all of its stored rows with their channels, and keeps it where there is
  /// room.
  mutating func check<Answer>(
    page: Int, stored: PictureSize, orientation: Orientation,
    _ decode: ((UnsafePointer<UInt8>, Int) -> Void) throws(MediaRefusal) -> Answer
  ) throws(MediaRefusal) -> Answer {
    forget(page)
    let room = pages.isEmpty ? Self.mostOfOne : Self.mostOfAll - spent
    var builder: PictureBuilder?
    var converter: RowConverter?
    var isFirst = true
    let answer = try decode { row, rowChannels in
      if isFirst {
        isFirst = false
        let channels = rowChannels < 3 ? 1 : 3
        if stored.width * stored.height * channels <= room {
          builder = PictureBuilder(
            sourceWidth: stored.width, sourceHeight: stored.height, channels: channels, width: stored.width,
            height: stored.height)
          converter = RowConverter(width: stored.width, toChannels: channels)
        }
      }
      converter?.convert(row, channels: rowChannels) { builder?.append($0) }
    }
    if let builder, builder.isComplete {
      let pixels = orientation.applied(to: builder.pixels, size: stored, channels: builder.channels)
      pages[page] = Page(size: orientation.applied(to: stored), channels: builder.channels, pixels: pixels)
      spent += pixels.count
    }
    return answer
  }

  /// The page as it was checked, once: the reader keeps it from here on.
  mutating func take(page: Int) -> ColourImage? {
    guard let kept = forget(page) else { return nil }
    let (width, height) = (kept.size.width, kept.size.height)
    return kept.channels == 3
      ? ColourImage(width: width, height: height, pixels: kept.pixels)
      : ColourImage(GreyImage(width: width, height: height, pixels: kept.pixels))
  }

  @discardableResult
  private mutating func forget(_ page: Int) -> Page? {
    guard let kept = pages.removeValue(forKey: page) else { return nil }
    spent -= kept.pixels.count
    return kept
  }
}
