/// Something on a page that looks like one card or sheet.
public struct LocatedRegion: Hashable, Sendable, Codable {
  /// Counted from 1.
  public let page: Int
  /// Corners in pixels of the page's reference picture; the top left is that nearest to the page's own.
  public let quad: Quad
  /// The share of the outline's inside that stands out from the background.
  public let filled: Double
  /// True where nothing was found and the region is the whole page.
  public let isWholePage: Bool

  public init(page: Int, quad: Quad, filled: Double, isWholePage: Bool) {
    self.page = page
    self.quad = quad
    self.filled = filled
    self.isWholePage = isWholePage
  }

  /// Where nothing is to be found on a page but the page.
  public static func wholePage(of picture: PagePicture) -> LocatedRegion {
    LocatedRegion(
      page: picture.page, quad: Quad(width: Double(picture.width), height: Double(picture.height)), filled: 1,
      isWholePage: true)
  }
}
