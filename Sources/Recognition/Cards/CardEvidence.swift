import Dossiers
import Media

/// What the words recognised inside an outline say against its being a card.
///
/// To look for a zone and lines of print where there is no card costs several times what reading the page did: figures
/// and tables of text pages have a card's shape often enough.
public enum CardEvidence {
  /// True where the words speak against a card in each of a page's regions and on the whole of it, and nowhere stand as
  /// they do on one: then nothing has to be looked at. `size` is the page's, in pixels.
  public static func isAgainstCards(
    among regions: [LocatedRegion], _ text: [TextBlock], on size: (width: Int, height: Int)
  ) -> Bool {
    let whole = Quad(width: Double(size.width), height: Double(size.height))
    return regions.allSatisfy { isAgainstCard(in: $0.quad, text) } && isAgainstCard(in: whole, text)
      && text.allSatisfy { CardPlacement.quads(in: $0).isEmpty && CardPlacement.zoneQuads(in: $0).isEmpty }
  }

  /// True where the words leave no room for a card: more of them than any card carries, or clear ones that have nothing
  /// that stands on a card. Few or doubtful words say nothing.
  static func isAgainstCard(in quad: Quad, _ text: [TextBlock]) -> Bool {
    let words = words(in: quad, text)
    let clear = words.count { $0.confidence >= 0.8 }
    if clear > mostWords { return true }
    guard words.count >= fewestWords, clear * 4 >= words.count * 3 else { return false }
    if words.contains(where: { isOfNumberOrZone($0.text) }) { return false }
    let width = words.map(\.box.x1).max() ?? 1
    return Set(CardPlacement.anchors(among: words, width: width).map(\.item)).count < 2
  }

  /// The outlines among a page's regions that are cards for certain: their codes were read, and stand where a card's do.
  public static func codedCards(among regions: [LocatedRegion], _ codes: [Barcode]) -> [Quad] {
    let cards = codes.filter { CardCode.matches($0.text) }
    return regions.filter { region in
      let upright = region.quad.lyingLong
      return !region.isWholePage
        && cards.contains { code in
          [upright, upright.turned(quarterTurns: 2)].contains { CardPose.isInPlace(code: code.corners, on: $0) }
        }
    }.map(\.quad)
  }

  /// True where lines of a page's own text run through the outline: a card on a typed page is a picture, which has none.
  public static func isTypedThrough(_ quad: Quad, _ text: [TextBlock]) -> Bool {
    words(in: quad, text).count >= fewestWords
  }

  private static func words(in quad: Quad, _ text: [TextBlock]) -> [TextWord] {
    text.flatMap { block in
      block.words.filter { word in
        let place = block.frame.onPage(
          x: Double(word.box.x0 + word.box.x1) / 2, y: Double(word.box.y0 + word.box.y1) / 2)
        return quad.contains(PicturePoint(x: place.x, y: place.y))
      }
    }
  }

  /// Twice what the fullest side has, both languages and every number counted.
  private static let mostWords = 150
  private static let fewestWords = 12

  /// A card's number, or a piece of a machine-readable zone, whatever a reader for prose makes of it.
  private static func isOfNumberOrZone(_ text: String) -> Bool {
    text.count >= 20 || text.contains("<<") || text.split { !$0.isASCIIDigit }.contains { $0.count >= 9 }
  }
}
