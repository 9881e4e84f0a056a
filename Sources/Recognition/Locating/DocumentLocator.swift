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

  /// What stands out, from the plainest idea of a background to those that suppose more, until one shows something
  /// clearly and whole.
  ///
  /// Something that seems to run out of the picture may be a card that a shadow joins to the border, or the shadow
  /// itself: then colour alone may decide. Where several colours meet the border, each of them is background. Where no
  /// colour tells, a card still has four straight edges.
  private func outlines(_ picture: WorkingPicture) -> [Outline] {
    let colours = picture.colours
    let frame = PictureFrame(width: picture.width, height: picture.height)
    var best = OutlineFinder(contrast: BackgroundContrast(colours)).outlines()
    if frame.isClear(best) { return best }
    func isNew(_ other: Outline) -> Bool { frame.isWhole(other) && frame.isDocument(other) }
    var contrasts: [() -> BackgroundContrast] = []
    if case .colour(let image) = picture, image.hasColour {
      contrasts = [{ BackgroundContrast(shadowless: image) }, { BackgroundContrast(patterned: colours) }]
    }
    for contrast in contrasts {
      let others = OutlineFinder(contrast: contrast()).outlines().filter { $0.score > 0.5 && isNew($0) }
      guard let other = others.map(\.score).max(), other > best.map({ frame.worth($0) }).max() ?? 0 else { continue }
      best = others + best.filter { old in frame.worth(old) > 0.5 && others.allSatisfy { !$0.overlaps(old) } }
      if frame.isClear(best) { return best }
    }
    let edged = CardEdgeFinder(colours).outlines().filter { $0.score > 0.42 && isNew($0) }
    guard let edge = edged.first else { return best }
    // Some bend of a pattern or a table's ruling may be as straight: what stands out clearly is believed first.
    let limit = edge.score > 0.6 ? 0.8 : 0.7
    guard best.allSatisfy({ frame.worth($0) < limit || edge.holds($0) }) else { return best }
    let cards = edged.filter { $0.score > 0.85 * edge.score }
    return cards + best.filter { old in frame.worth(old) > 0.5 && cards.allSatisfy { !$0.overlaps(old) } }
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
    guard let best = OutlineFinder(contrast: BackgroundContrast(close.colours)).outlines().first,
      best.score > small.score - 0.1
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

/// Where things lie against the border of a picture.
private struct PictureFrame {
  let width: Int
  let height: Int

  private var margin: Double { 0.015 * Double(max(width, height)) }

  private func isAtBorder(_ point: PicturePoint) -> Bool {
    point.x < margin || point.y < margin || point.x > Double(width) - margin || point.y > Double(height) - margin
  }

  func isWhole(_ outline: Outline) -> Bool { outline.quad.corners.count(where: isAtBorder) < 2 }

  /// How many sides run along the picture's border.
  private func sidesAtBorder(_ outline: Outline) -> Int {
    let corners = outline.quad.corners
    return zip(corners, corners.dropFirst() + corners.prefix(1)).count { one, two in
      (one.x < margin && two.x < margin) || (one.y < margin && two.y < margin)
        || (one.x > Double(width) - margin && two.x > Double(width) - margin)
        || (one.y > Double(height) - margin && two.y > Double(height) - margin)
    }
  }

  func isClear(_ outlines: [Outline]) -> Bool {
    !outlines.isEmpty && outlines.allSatisfy { isWhole($0) && $0.score > 0.8 && isDocument($0) }
  }

  /// Most of the picture, or of a card's shape: a code, a portrait or a seal is neither.
  func isDocument(_ outline: Outline) -> Bool {
    let lying = outline.quad.lyingLong
    return outline.quad.area > 0.2 * Double(width * height) || (1.42...1.8).contains(lying.width / max(lying.height, 1))
  }

  /// Its score, less where it may be what the document lies on, a part of it, or something beside it.
  func worth(_ outline: Outline) -> Double {
    let isGround = sidesAtBorder(outline) > 2 || outline.quad.area > 0.9 * Double(width * height)
    return isGround ? 0 : outline.score * (isWhole(outline) ? 1 : 0.9) * (isDocument(outline) ? 1 : 0.5)
  }
}

extension Outline {
  fileprivate func overlaps(_ other: Outline) -> Bool {
    quad.contains(other.quad.centre) || other.quad.contains(quad.centre)
  }

  /// `other` lies inside and is much smaller.
  fileprivate func holds(_ other: Outline) -> Bool {
    quad.contains(other.quad.centre) && other.quad.area < 0.3 * quad.area
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

  var colours: PerceivedColours {
    switch self {
    case .grey(let image): PerceivedColours(image)
    case .colour(let image): PerceivedColours(image)
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
