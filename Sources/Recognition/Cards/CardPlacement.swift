import Dossiers
import Media

/// Finds cards on a page by where their labels stand: copies in black and white show no edge of a card.
struct CardPlacement {
  /// Upright outlines of the cards whose labels are among the words of `block`, in the page's pixels.
  static func quads(in block: TextBlock) -> [Quad] {
    guard block.frame.width > 0, !block.words.isEmpty else { return [] }
    let scale = Double(block.frame.width)
    var words = cardWords(block.words, scale: scale)
    var quads: [Quad] = []
    // Few people copy more than four onto a page.
    while quads.count < 4, let fit = best(among: CardText(words: words).anchors) {
      let (left, top) = (fit.x, fit.y)
      let (right, bottom) = (fit.x + fit.width, fit.y + fit.width * RectifiedCard.ratio)
      let corners = [(left, top), (right, top), (right, bottom), (left, bottom)].map { x, y in
        let point = block.frame.onPage(x: x * scale, y: y * scale)
        return PicturePoint(x: point.x, y: point.y)
      }
      quads.append(Quad(corners: corners))
      words.removeAll { (left...right).contains(($0.x0 + $0.x1) / 2) && (top...bottom).contains($0.middle) }
    }
    return quads
  }

  /// The labels and headings of cards among the words of `block`, wherever they stand.
  static func anchors(in block: TextBlock) -> [CardText.Anchor] {
    anchors(among: block.words, width: block.frame.width)
  }

  /// The same among words that lie within so many pixels from the left.
  static func anchors(among words: [TextWord], width: Int) -> [CardText.Anchor] {
    CardText(words: cardWords(words, scale: Double(max(width, 1)))).anchors
  }

  private static func cardWords(_ words: [TextWord], scale: Double) -> [CardWord] {
    words.map { word in
      CardWord(
        text: word.text, confidence: word.confidence, x0: Double(word.box.x0) / scale, y0: Double(word.box.y0) / scale,
        x1: Double(word.box.x1) / scale, y1: Double(word.box.y1) / scale)
    }
  }

  /// Upright outlines of the cards whose machine-readable zone is among the lines of `block`.
  static func zoneQuads(in block: TextBlock) -> [Quad] {
    let rows = Dictionary(grouping: block.words, by: \.line).values.compactMap(zoneRow)
      .sorted { ($0.y0, $0.x0) < ($1.y0, $1.x0) }
    var quads: [Quad] = []
    for (index, row) in rows.enumerated() where row.isFirst {
      // The second line stands right under the first, as wide as it.
      let isZone = rows[(index + 1)...].contains { other in
        let gap = other.y0 - row.y0
        return gap > row.height / 2 && gap < 4 * row.height && abs(other.x0 - row.x0) < 0.06 * row.width
      }
      guard isZone else { continue }
      // ICAO 9303-5: 30 characters of 2.54 mm on a card of 85.6 mm, the first line in the middle of its lower half.
      let width = row.width / 0.876
      let (left, top) = (row.x0 - 0.054 * width, (row.y0 + row.y1) / 2 - 0.448 * width)
      let corners = [(0, 0), (1, 0), (1, RectifiedCard.ratio), (0, RectifiedCard.ratio)].map { x, y in
        let point = block.frame.onPage(x: left + x * width, y: top + y * width)
        return PicturePoint(x: point.x, y: point.y)
      }
      quads.append(Quad(corners: corners))
    }
    return quads
  }

  private struct ZoneRow {
    let x0, y0, x1, y1: Double
    let isFirst: Bool

    var width: Double { x1 - x0 }
    var height: Double { y1 - y0 }
  }

  /// A line of the characters of a zone, about as many as it has.
  private static func zoneRow(_ words: [TextWord]) -> ZoneRow? {
    let text = words.map(\.text).joined()
    let zone = MRZParser.clean(text)
    // Read as Vietnamese, a 6 may be taken for ó, a D for Ð.
    guard (24...34).contains(zone.count), text.count < zone.count + 6, text.count(where: \.isLowercase) < 5 else {
      return nil
    }
    let boxes = words.map(\.box)
    let prefix = String(decoding: zone.prefix(7), as: UTF8.self)
    return ZoneRow(
      x0: Double(boxes.map(\.x0).min() ?? 0), y0: Double(boxes.map(\.y0).min() ?? 0),
      x1: Double(boxes.map(\.x1).max() ?? 0), y1: Double(boxes.map(\.y1).max() ?? 0),
      isFirst: prefix.contains("VNM"))
  }

  /// Where the card lies of which `anchors` are labels, when that is clearly elsewhere than in the outline that they were
  /// read in; in widths of that outline. Nil where the outline is the card's, or too few labels agree.
  static func frame(of anchors: [CardText.Anchor], _ layout: CardLayout) -> Fit? {
    guard let fit = fits(layout, anchors).max(by: { $0.support < $1.support }) else { return nil }
    // Labels of two lines' distance tell a card's size only roughly: where as many are about in place, they are.
    let inPlace = layout.places.count { place in
      anchors.contains { anchor in
        anchor.item == place.item && abs(anchor.x0 - place.x0) < 0.08 && abs(anchor.middle - place.middle) < 0.045
      }
    }
    guard inPlace < fit.support else { return nil }
    // Layouts differ by less than a tenth; a sheet or a sleeve around a card is larger.
    let isElsewhere = abs(fit.width - 1) > 0.1 || abs(fit.x) > 0.06 || abs(fit.y) > 0.05
    return isElsewhere ? fit : nil
  }

  struct Fit {
    let width: Double
    let x: Double
    let y: Double
    let support: Int
  }

  private static func best(among anchors: [CardText.Anchor]) -> Fit? {
    let headings = anchors.filter { $0.item == .heading }
    guard !headings.isEmpty else { return nil }
    var best: Fit?
    for (variant, side) in [
      (CardVariant.cccd2021, CardSide.Side.front), (.canCuoc2024, .front), (.canCuoc2024, .back), (.cmnd, .front),
    ] {
      guard let layout = CardLayout.of(variant, side) else { continue }
      for fit in fits(layout, anchors) where fit.support > best?.support ?? 0 {
        // Forms ask for the same things in the same order, but not under a card's heading.
        let card = (x: fit.x...(fit.x + fit.width), y: fit.y...(fit.y + fit.width * RectifiedCard.ratio))
        if headings.contains(where: { card.x.contains($0.x0) && card.y.contains($0.middle) }) { best = fit }
      }
    }
    return best
  }

  /// What each two labels say of the card's size and place, where two more agree at least.
  private static func fits(_ layout: CardLayout, _ anchors: [CardText.Anchor]) -> [Fit] {
    let pairs = layout.places.flatMap { place in
      anchors.filter { $0.item == place.item }.map { (place: place, anchor: $0) }
    }
    var fits: [Fit] = []
    for one in pairs {
      for two in pairs where two.place.middle - one.place.middle > 0.05 {
        let width = (two.anchor.middle - one.anchor.middle) / (two.place.middle - one.place.middle)
        // From a passport photo's size to a whole page.
        guard (0.2...1.3).contains(width) else { continue }
        let fit = Fit(
          width: width, x: one.anchor.x0 - one.place.x0 * width, y: one.anchor.middle - one.place.middle * width,
          support: 0)
        let supporters = Set(
          pairs.filter { pair in
            abs(pair.anchor.x0 - fit.x - pair.place.x0 * width) < 0.05 * width
              && abs(pair.anchor.middle - fit.y - pair.place.middle * width) < 0.025 * width
          }.map(\.place.item))
        if supporters.count >= 4 {
          fits.append(Fit(width: width, x: fit.x, y: fit.y, support: supporters.count))
        }
      }
    }
    return fits
  }
}
