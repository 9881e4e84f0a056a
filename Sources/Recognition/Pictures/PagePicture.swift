public import Media

/// A page's reference picture with the grey versions that reading needs, each made once.
///
/// Not Sendable: it belongs to the thread that reads the page.
public final class PagePicture {
  /// Counted from 1.
  public let page: Int
  public let colour: ColourImage
  public private(set) lazy var grey: GreyImage = colour.grey()
  public private(set) lazy var green: GreyImage = colour.channel(1)
  /// The brightest of each pixel's channels: coloured ink is pale in it, black is black.
  public private(set) lazy var brightest: GreyImage = colour.brightestChannel()

  public var width: Int { colour.width }
  public var height: Int { colour.height }

  public init(page: Int, colour: ColourImage) {
    self.page = page
    self.colour = colour
  }
}
