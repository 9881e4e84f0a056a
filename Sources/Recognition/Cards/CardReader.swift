import Dossiers
import Media

/// Reads identity cards, front and back, of all generations in use, and the machine-readable zone of others.
///
/// How the glue calls this module (all blocking, all on one thread, every result Codable):
/// ```swift
/// let picture = PagePicture(page: 1, colour: document.renderColour(page: 1, longSideInPixels: nil))
/// let regions = DocumentLocator().locate(picture)                       // stage locate-document
/// let barcodes = BarcodeReader().read(picture, regions: regions)        // stage read-barcodes
/// let reader = CardReader(vietnamese: vie, english: eng)                // two warm TextEngines
/// let sides = try reader.read(picture, regions: regions, barcodes: barcodes)   // once a page: [CardSide]
/// let reading = CardAssembly.assemble(sides)                            // once a document: parts and problems
/// ```
public final class CardReader {
  let vietnamese: TextEngine
  let zoneReader: MRZReader

  public init(vietnamese: TextEngine, english: TextEngine) {
    self.vietnamese = vietnamese
    zoneReader = MRZReader(engine: english)
  }

  /// The card sides on one page. Regions that are no cards yield nothing. `text` is what was recognised on the page: a
  /// reading of the cards on it, and where no outline, code or zone shows a card, its labels may.
  public func read(
    _ picture: PagePicture, regions: [LocatedRegion], barcodes: [Barcode], text: [TextBlock] = []
  ) throws(TextEngineError) -> [CardSide] {
    var sides: [CardSide] = []
    for region in regions where !CardEvidence.isAgainstCard(in: region.quad, text) {
      if let side = try read(picture, region: region, barcodes: barcodes, text: text) { sides.append(side) }
    }
    // The regions may have been something else on the page, such as a picture on a card copied without its edges.
    if sides.allSatisfy(\.fields.isEmpty), !regions.contains(where: \.isWholePage) {
      let whole = LocatedRegion(
        page: picture.page, quad: Quad(width: Double(picture.width), height: Double(picture.height)), filled: 1,
        isWholePage: true)
      if !CardEvidence.isAgainstCard(in: whole.quad, text),
        CardPose(picture: picture, region: whole, code: nil).band != nil,
        let side = try read(picture, region: whole, barcodes: barcodes, text: text)
      {
        sides = [side]
      }
    }
    // Copies in black and white show no edges: what was recognised tells where else a card's labels or zone stand.
    for quad in text.flatMap({ CardPlacement.quads(in: $0) + CardPlacement.zoneQuads(in: $0) }) {
      guard !sides.contains(where: { !$0.fields.isEmpty && $0.region.quad.contains(quad.centre) }) else { continue }
      let region = LocatedRegion(page: picture.page, quad: quad, filled: 1, isWholePage: false)
      if let side = try read(picture, region: region, barcodes: barcodes, text: text), side.fields[.idNumber] != nil {
        sides.append(side)
      }
    }
    return sides
  }

  private func read(
    _ picture: PagePicture, region: LocatedRegion, barcodes: [Barcode], text: [TextBlock]
  ) throws(TextEngineError) -> CardSide? {
    guard region.quad.isOfCardLikeShape else { return nil }
    let region = region.isWholePage ? region : region.completed(in: picture)
    let inside = barcodes.filter { $0.page == picture.page && region.quad.contains($0.corners.centre) }
    let coded = inside.lazy.compactMap { code in
      code.text.flatMap { CardQR($0) }.map { (payload: $0, corners: code.corners) }
    }.first
    let pose = CardPose(picture: picture, region: region, code: coded?.corners)
    var draft = CardDraft(picture: picture, region: region)
    draft.payload = coded?.payload
    draft.codeCorners = coded?.corners

    var quad = pose.candidates[0]
    if pose.band != nil || coded?.payload.isOf2024 == true {
      if pose.bandRows != 2, let reading = try zoneReader.readCard(picture.grey, card: quad, thorough: true) {
        draft.zone = reading.zone
        draft.zoneQuad = reading.quad
        draft.isNameSure = reading.isNameSure
      }
      if draft.zone?.isVietnameseCard != true, let band = pose.band,
        let reading = try zoneReader.read(picture.grey, band: band), MRZReader.isBetter(reading.zone, than: draft.zone)
      {
        draft.zone = reading.zone
        draft.zoneQuad = reading.quad
        draft.isNameSure = reading.isNameSure
        // Rows that were read are a zone for certain.
        quad = pose.cardAroundBand ?? quad
      }
    }
    if let zone = draft.zone, !zone.isVietnameseCard {
      // Foreign documents: their layouts are not known, their zone is.
      return zone.passed.count >= 2 ? draft.foreignSide(zone) : nil
    }
    let isPrintOnly = draft.payload == nil && draft.zone == nil
    // Neither code nor zone: only a page of a card's shape is worth reading as a whole.
    if region.isWholePage && isPrintOnly && !pose.hasCardShape { return nil }

    var card = RectifiedCard(picture: picture, quad: quad)
    let window = ReadingWindow(payload: draft.payload, zone: draft.zone)
    let known: (CardVariant?, CardSide.Side?) =
      draft.payload != nil ? (draft.variant, draft.cardSide) : (nil, draft.zone != nil ? .back : nil)
    if var (printed, found) = recognised(text, on: [quad] + pose.candidates, picture, window, known) {
      // What was recognised on the page is a reading of the card, and is there already.
      if isPrintOnly, let place = printed.place(on: found.quad),
        let (reading, other) = recognised(text, on: [place], picture, window, known), reading.isFuller(than: printed)
      {
        (printed, found) = (reading, other)
      }
      card = found
      draft.adopt(printed)
      if draft.needsMore { try readAgain(&draft, card, window, [.clipped, .soft, .smooth]) }
    } else {
      var printed = try print(card, .clipped, window, known)
      if isPrintOnly {
        for other in pose.candidates.dropFirst() where printed.hits < 2 {
          let turned = RectifiedCard(picture: picture, quad: other)
          let reading = try print(turned, .clipped, window, known)
          if reading.hits > printed.hits { (printed, card) = (reading, turned) }
        }
        guard printed.hits >= 2 else { return nil }
        if let place = printed.place(on: card.quad) {
          let other = RectifiedCard(picture: picture, quad: place)
          let reading = try print(other, .clipped, window, known)
          if reading.isFuller(than: printed) { (printed, card) = (reading, other) }
        }
      }
      draft.adopt(printed)
      if draft.needsMore { try readAgain(&draft, card, window, [.soft, .smooth]) }
    }
    let side = draft.side(card)
    if side.fields.isEmpty && side.problems.isEmpty { return nil }
    // Forms ask for what cards say, in the same words. A whole page is a card only where it shows a card's number.
    if region.isWholePage, isPrintOnly, side.fields[.idNumber] == nil { return nil }
    return side
  }

  private func print(
    _ card: RectifiedCard, _ rendering: RectifiedCard.Rendering, _ window: ReadingWindow,
    _ known: (CardVariant?, CardSide.Side?)
  ) throws(TextEngineError) -> PrintedCard {
    let words = try card.words(vietnamese, rendering, mode: .column, x: window.x, y: window.y)
    return printed(words, known)
  }

  /// The card among what was recognised on its page, if that shows its labels well.
  private func recognised(
    _ text: [TextBlock], on quads: [Quad], _ picture: PagePicture, _ window: ReadingWindow,
    _ known: (CardVariant?, CardSide.Side?)
  ) -> (PrintedCard, RectifiedCard)? {
    for quad in quads {
      let card = RectifiedCard(picture: picture, quad: quad)
      let words = card.words(among: text).filter { window.y.contains(($0.y0 + $0.y1) / 2) }
      guard !words.isEmpty else { continue }
      let printed = printed(words, known)
      return printed.hits >= Self.legibleLabels ? (printed, card) : nil
    }
    return nil
  }

  /// From so many labels on the values beside them are legible as a rule.
  private static let legibleLabels = 4

  private func printed(_ words: [CardWord], _ known: (CardVariant?, CardSide.Side?)) -> PrintedCard {
    let text = CardText(words: words)
    let printed = PrintedCard(text: text, variant: known.0, side: known.1)
    guard known.1 == .back, known.0 == nil, printed.variant == nil else { return printed }
    // Both generations' backs carry a zone; where no label is legible, the layout that yields more is the card's.
    let trials = [CardVariant.cccd2021, .canCuoc2024].map { PrintedCard(text: text, variant: $0, side: .back) }
    return trials.max { $0.values.count < $1.values.count } ?? printed
  }

  private func readAgain(
    _ draft: inout CardDraft, _ card: RectifiedCard, _ window: ReadingWindow, _ renderings: [RectifiedCard.Rendering]
  ) throws(TextEngineError) {
    for rendering in renderings where draft.needsMore {
      draft.adopt(try print(card, rendering, window.narrowed(to: draft.doubtfulRows), (draft.variant, draft.cardSide)))
    }
  }
}

extension LocatedRegion {
  /// With the part of a card that the picture's border cuts off.
  fileprivate func completed(in picture: PagePicture) -> LocatedRegion {
    LocatedRegion(
      page: page, quad: quad.completedAsCard(inWidth: picture.width, height: picture.height), filled: filled,
      isWholePage: isWholePage)
  }
}

/// The part of a card that still has to be read once code and zone have told what they tell.
struct ReadingWindow {
  var x: ClosedRange<Double> = 0...1
  var y: ClosedRange<Double> = 0...RectifiedCard.ratio

  /// The same columns, only as far down as `rows` reach.
  func narrowed(to rows: ClosedRange<Double>?) -> ReadingWindow {
    guard let rows else { return self }
    var window = self
    let upper = min(max(rows.upperBound, y.lowerBound + 0.1), y.upperBound)
    window.y = min(max(rows.lowerBound, y.lowerBound), upper - 0.05)...upper
    return window
  }

  init(payload: CardQR?, zone: MRZ?) {
    if zone != nil || payload?.isOf2024 == true {
      // Backs: the print stands above the zone.
      y = 0...0.39
      // The frames for fingerprints at the right confuse the engine's search for columns.
      x = payload != nil ? 0...0.75 : 0...0.68
    } else if payload != nil {
      // Fronts: from the number, which must be the code's, down to origin and expiry.
      y = 0.175...RectifiedCard.ratio
    }
  }
}
