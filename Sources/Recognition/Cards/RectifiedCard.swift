import Dossiers
import Media

/// A card brought to a fixed width, in the renderings that reading needs, and the way back to the page.
final class RectifiedCard {
  /// How a card is brought out for the text engine.
  enum Rendering: Hashable {
    /// Green channel, light evened, guilloche clipped.
    case clipped
    /// All channels, what the camera's sensor adds blurred away, light evened.
    case smooth
    /// Green channel, light evened, nothing clipped, at another scale.
    case soft
  }

  let picture: PagePicture
  /// Upright.
  let quad: Quad
  let width: Int
  let height: Int
  private var renderings: [Rendering: GreyImage] = [:]

  init(picture: PagePicture, quad: Quad) {
    self.picture = picture
    self.quad = quad
    // Larger than the camera saw it helps up to a point only.
    width = min(max(Int(quad.width.rounded()), 900), 1200)
    height = Int((Double(width) * Self.ratio).rounded())
  }

  /// ISO/IEC 7810 ID-1: 85.60 mm × 53.98 mm.
  static let ratio = 53.98 / 85.60

  /// A scale apart: what one misreads the other may not.
  private var otherWidth: Int { width > 1050 ? 920 : 1200 }

  func image(_ rendering: Rendering) -> GreyImage {
    if let ready = renderings[rendering] { return ready }
    let image =
      switch rendering {
      case .clipped: picture.green.warped(quad, width: width, height: height).evened(black: 0.25, white: 0.8)
      case .smooth:
        picture.grey.warped(quad, width: width, height: height).blurred(sigma: 0.8).evened(black: 0.2, white: 0.95)
      case .soft:
        picture.green.warped(quad, width: otherWidth, height: Int((Double(otherWidth) * Self.ratio).rounded()))
          .evened(black: 0, white: 1)
      }
    renderings[rendering] = image
    return image
  }

  /// The words within a rectangle of the card, in card widths; the whole card by default.
  func words(
    _ engine: TextEngine, _ rendering: Rendering, mode: PageMode, x: ClosedRange<Double> = 0...1,
    y: ClosedRange<Double> = 0...ratio
  ) throws(TextEngineError) -> [CardWord] {
    let picture = image(rendering)
    let scale = Double(picture.width)
    let box = Box(
      x0: Int(x.lowerBound * scale), y0: Int(y.lowerBound * scale), x1: min(picture.width, Int(x.upperBound * scale)),
      y1: min(picture.height, Int(y.upperBound * scale)))
    guard box.width > 8, box.height > 8 else { return [] }
    // Cut out here: given a rectangle of a larger picture, the engine's search for columns goes astray.
    let lines = try engine.recognise(picture.cropped(to: box), mode: mode, dotsPerInch: 300)
    return lines.flatMap(\.words).map { word in
      CardWord(
        text: word.text, confidence: word.confidence, x0: Double(box.x0 + word.box.x0) / scale,
        y0: Double(box.y0 + word.box.y0) / scale, x1: Double(box.x0 + word.box.x1) / scale,
        y1: Double(box.y0 + word.box.y1) / scale)
    }
  }

  /// The words on the card among those recognised on its page, where they were read upright.
  func words(among blocks: [TextBlock]) -> [CardWord] {
    let toCard = Homography(rectangleWidth: 1, height: Self.ratio, onto: quad).inverse
    return blocks.filter { $0.source == .ocr }.flatMap { block -> [CardWord] in
      func onCard(_ x: Int, _ y: Int) -> PicturePoint {
        let place = block.frame.onPage(x: Double(x), y: Double(y))
        return toCard.map(place.x, place.y)
      }
      let (start, end) = (onCard(0, 0), onCard(block.frame.width, 0))
      guard end.x - start.x > 4 * abs(end.y - start.y) else { return [] }
      return block.words.compactMap { word in
        let (upper, lower) = (onCard(word.box.x0, word.box.y0), onCard(word.box.x1, word.box.y1))
        let middle = (x: (upper.x + lower.x) / 2, y: (upper.y + lower.y) / 2)
        guard (0...1).contains(middle.x), (0...Self.ratio).contains(middle.y) else { return nil }
        return CardWord(
          text: word.text, confidence: word.confidence, x0: upper.x, y0: upper.y, x1: lower.x, y1: lower.y)
      }
    }
  }

  /// Where words of the card lie on the page.
  func boxOnPage(_ words: [CardWord]) -> Box? {
    guard let first = words.first else { return nil }
    var (x0, y0, x1, y1) = (first.x0, first.y0, first.x1, first.y1)
    for word in words.dropFirst() {
      x0 = min(x0, word.x0)
      y0 = min(y0, word.y0)
      x1 = max(x1, word.x1)
      y1 = max(y1, word.y1)
    }
    let mapping = Homography(rectangleWidth: 1, height: Self.ratio, onto: quad)
    let corners = Quad(
      topLeft: mapping.map(x0, y0), topRight: mapping.map(x1, y0), bottomRight: mapping.map(x1, y1),
      bottomLeft: mapping.map(x0, y1))
    let box = corners.box
    return Box(
      x0: max(0, box.x0), y0: max(0, box.y0), x1: min(picture.width, box.x1), y1: min(picture.height, box.y1))
  }
}
