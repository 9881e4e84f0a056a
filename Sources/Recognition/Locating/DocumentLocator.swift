import Dossiers
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
    let small = WorkingPicture(picture, longSide: Self.longSideInPixels)
    let scale = Double(picture.width) / Double(small.width)
    let outlines = outlines(small)
    guard !outlines.isEmpty else {
      return [.wholePage(of: picture)]
    }
    return outlines.map { outline in
      let rough = outline.quad.scaled(by: scale)
      let fine = refined(picture, rough, small: outline) ?? (rough, outline.filled)
      return LocatedRegion(page: picture.page, quad: fine.0, filled: fine.1, isWholePage: false)
    }
  }

  /// What stands out. Something that seems to run out of the picture may be a card that a shadow joins to the border,
  /// or the shadow itself: then colour alone decides, where it shows something whole.
  private func outlines(_ picture: WorkingPicture) -> [Outline] {
    let found = OutlineFinder(contrast: picture.contrast).outlines()
    func isAtBorder(_ outline: Outline) -> Bool {
      let margin = 0.015 * Double(max(picture.width, picture.height))
      return outline.quad.corners.count {
        $0.x < margin || $0.y < margin || $0.x > Double(picture.width) - margin
          || $0.y > Double(picture.height) - margin
      } >= 2
    }
    guard found.isEmpty || found.contains(where: isAtBorder), case .colour(let picture) = picture, picture.hasColour
    else { return found }
    let coloured = OutlineFinder(contrast: BackgroundContrast(shadowless: picture)).outlines()
      .filter { !isAtBorder($0) && $0.score > 0.7 }
    return coloured.isEmpty ? found : coloured
  }

  /// Fits a small outline again in a closer picture of its surroundings; nil where that gains nothing.
  private func refined(_ picture: PagePicture, _ rough: Quad, small: Outline) -> (Quad, Double)? {
    let box = rough.box
    let margin = max(box.width, box.height) / 8
    let around = Box(
      x0: max(0, box.x0 - margin), y0: max(0, box.y0 - margin), x1: min(picture.width, box.x1 + margin),
      y1: min(picture.height, box.y1 + margin))
    // Half as fine again at least.
    guard max(around.width, around.height) * 3 < max(picture.width, picture.height) * 2 else { return nil }
    let close = WorkingPicture(picture, inside: around, longSide: Self.longSideInPixels)
    let scale = Double(around.width) / Double(close.width)
    guard let best = OutlineFinder(contrast: close.contrast).outlines().first, best.score > small.score - 0.1
    else { return nil }
    let quad = Quad(
      corners: best.quad.corners.map {
        PicturePoint(x: $0.x * scale + Double(around.x0), y: $0.y * scale + Double(around.y0))
      })
    // The same thing, not something inside of it.
    let drift = zip(quad.corners, rough.corners).map { $0.distance(to: $1) }.max() ?? 0
    return drift < 0.05 * rough.width ? (quad, best.filled) : nil
  }
}

/// The small picture, or part of one, in which outlines are looked for.
private enum WorkingPicture {
  case grey(GreyImage)
  case colour(ColourImage)

  init(_ picture: PagePicture, inside box: Box? = nil, longSide: Int) {
    self =
      switch picture.pixels {
      case .grey(let image): .grey((box.map { image.cropped(to: $0) } ?? image).shrunk(longSide: longSide))
      case .colour(let image): .colour((box.map { image.cropped(to: $0) } ?? image).shrunk(longSide: longSide))
      }
  }

  var contrast: BackgroundContrast {
    switch self {
    case .grey(let image): BackgroundContrast(image)
    case .colour(let image): BackgroundContrast(image)
    }
  }

  var width: Int {
    switch self {
    case .grey(let image): image.width
    case .colour(let image): image.width
    }
  }

  var height: Int {
    switch self {
    case .grey(let image): image.height
    case .colour(let image): image.height
    }
  }
}

extension ColourImage {
  /// Whether anything larger than specks is coloured.
  fileprivate var hasColour: Bool {
    var coloured = 0
    for index in stride(from: 0, to: pixels.count - 2, by: 3) {
      let (red, green, blue) = (pixels[index], pixels[index + 1], pixels[index + 2])
      // Less is what scanners and JPEG make of grey.
      if max(red, green, blue) - min(red, green, blue) > 24 { coloured += 1 }
    }
    return coloured * 500 > width * height
  }
}
