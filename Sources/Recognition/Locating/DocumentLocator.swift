import Media

/// Finds cards and sheets on a page by what stands out from the background at the page's border.
///
/// Never tells a card from a receipt: perspective stretches either to the other's shape.
public struct DocumentLocator: Sendable {
  /// Of the working picture; corners come out within some three thousandths of the long side.
  static let longSideInPixels = 640

  public init() {}

  /// The regions of a page, largest first; the whole page where nothing stands out.
  public func locate(_ picture: PagePicture) -> [LocatedRegion] {
    let small = picture.colour.shrunk(longSide: Self.longSideInPixels)
    let scale = Double(picture.width) / Double(small.width)
    let outlines = OutlineFinder(contrast: BackgroundContrast(small)).outlines()
    guard !outlines.isEmpty else {
      let whole = Quad(width: Double(picture.width), height: Double(picture.height))
      return [LocatedRegion(page: picture.page, quad: whole, filled: 1, isWholePage: true)]
    }
    return outlines.map {
      LocatedRegion(page: picture.page, quad: $0.quad.scaled(by: scale), filled: $0.filled, isWholePage: false)
    }
  }
}
