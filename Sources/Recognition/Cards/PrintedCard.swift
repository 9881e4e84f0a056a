/// What the print of one card side says, from one or several readings.
struct PrintedCard: Sendable {
  var variant: CardVariant?
  var side: CardSide.Side?
  /// Labels and headings recognised: how sure it is that this is a card at all, and upright.
  var hits = 0
  var values: [CardItem: CardValue] = [:]
  /// Where the labels say that the card is, clearly elsewhere than in the outline that was read; in its widths.
  private var placeElsewhere: Quad?
  /// The label "Có giá trị đến" is followed by "Không thời hạn".
  var neverExpires = false

  /// `variant` and `side` where code or zone have told them.
  init(text: CardText, variant known: CardVariant?, side knownSide: CardSide.Side?) {
    let variants: [CardVariant]
    (variants, side, hits) = Self.judge(text)
    variant = known ?? (variants.count == 1 ? variants[0] : nil)
    side = knownSide ?? side
    var text = text
    if variant == nil, let number = CardGrammar.number(text.values, lengths: [12]), let word = number.words.first {
      // The number stands beside its label on cards of 2021, and lower, below it, on those of 2024.
      variant = word.middle > 0.243 ? .canCuoc2024 : .cccd2021
      side = .front
    }
    variant = variant ?? variants.last
    if let layout = CardLayout.of(variant, side), let fit = CardPlacement.frame(of: text.anchors, layout) {
      let (right, bottom) = (fit.x + fit.width, fit.y + fit.width * RectifiedCard.ratio)
      placeElsewhere = Quad(corners: [
        PicturePoint(x: fit.x, y: fit.y), PicturePoint(x: right, y: fit.y), PicturePoint(x: right, y: bottom),
        PicturePoint(x: fit.x, y: bottom),
      ])
    }
    if let layout = CardLayout.of(variant, side), known != nil || hits > 0 {
      text.assume(layout.missing(among: text.anchors))
    }
    // Values of a fixed form first: what they leave belongs to the addresses around them.
    let addresses: Set<CardItem> = [.origin, .residence, .placeOfBirth]
    for anchor in text.anchors where !addresses.contains(anchor.item) { take(anchor, &text) }
    for anchor in text.anchors where addresses.contains(anchor.item) { take(anchor, &text) }
    if values[.number] == nil, let found = CardGrammar.number(text.values, lengths: [12]) {
      values[.number] = Self.value(found.text, found.words, labelled: false)
    }
    if values[.number] == nil, variant == .cmnd, let found = CardGrammar.number(text.values, lengths: [9]) {
      values[.number] = Self.value(found.text, found.words, labelled: false)
    }
  }

  /// Where the labels say that the card is, when it was read on `outline` and that is a sheet's or a sleeve's, or cut.
  func place(on outline: Quad) -> Quad? {
    placeElsewhere.map { place in
      let mapping = Homography(rectangleWidth: 1, height: RectifiedCard.ratio, onto: outline)
      return Quad(corners: place.corners.map { mapping.map($0.x, $0.y) })
    }
  }

  /// Says more, or as much under more labels.
  func isFuller(than other: PrintedCard) -> Bool { (values.count, hits) > (other.values.count, other.hits) }

  /// The side for which most of the labels speak, and the generation: several, oldest first, where as much speaks for
  /// one as for the other.
  private static func judge(_ text: CardText) -> ([CardVariant], CardSide.Side?, Int) {
    var scores: [CardVariant: Double] = [:]
    var sides: [CardSide.Side: Double] = [:]
    var hits = 0
    for anchor in text.anchors {
      for label in anchor.labels where label.letters.count > 3 {
        hits += label.letters.count > 14 ? 2 : 1
        let weight = Double(label.letters.count) / (1 + Double(anchor.mistakes))
        for variant in label.variants { scores[variant, default: 0] += weight / Double(label.variants.count) }
        if let side = label.side { sides[side, default: 0] += weight }
      }
    }
    // Cards of 2016 print the same words as those of 2021, but no English ones.
    let most = scores.values.max()
    let variants = CardVariant.allCases.filter { scores[$0] != nil && scores[$0] == most }
    let side = [.front, .back].filter { sides[$0] != nil }.max { sides[$0, default: 0] < sides[$1, default: 0] }
    return (variants, side, hits)
  }

  private static func value(_ text: String, _ words: [CardWord], labelled: Bool) -> CardValue {
    CardValue(text: text, rating: words.map(\.confidence).min() ?? 0, words: words, labelled: labelled)
  }

  private mutating func take(_ anchor: CardText.Anchor, _ text: inout CardText) {
    let beside = text.beside(anchor)
    let pitch = 3.2 * max(anchor.height, 0.02)
    func under(_ rows: Int) -> [CardWord] { text.below(anchor, rows: rows, pitch: pitch).flatMap { $0 } }
    var found: CardValue?
    switch anchor.item {
    case .number:
      let lengths = variant == .cmnd ? [9, 12] : [12, 9]
      if let number = CardGrammar.number(beside, lengths: lengths) ?? CardGrammar.number(under(1), lengths: lengths) {
        found = Self.value(number.text, number.words, labelled: !anchor.isAssumed)
      }
    case .birth, .issue, .expiry:
      if let date = CardGrammar.date(beside) ?? CardGrammar.date(under(1)) {
        found = Self.value(date.date.iso, date.words, labelled: !anchor.isAssumed)
      } else if anchor.item == .expiry, let words = CardGrammar.noExpiry(beside) ?? CardGrammar.noExpiry(under(1)) {
        neverExpires = true
        text.claim(words)
      }
    case .sex:
      if let sex = CardGrammar.sex(beside) ?? CardGrammar.sex(under(1)) {
        found = Self.value(sex.text, sex.words, labelled: !anchor.isAssumed)
      }
    case .nationality:
      if let nation = CardGrammar.nationality(beside) ?? CardGrammar.nationality(under(1)) {
        found = Self.value(nation.text, nation.words, labelled: !anchor.isAssumed)
      }
    case .name:
      if let name = CardGrammar.name(beside) ?? CardGrammar.name(under(1)) {
        found = Self.value(name.text, name.words, labelled: !anchor.isAssumed)
        found?.isDoubtful = name.isDoubtful
      }
    case .origin, .residence, .placeOfBirth: found = address(anchor, text, pitch: pitch)
    case .features, .heading: break
    }
    guard let found else { return }
    text.claim(found.words)
    if let old = values[anchor.item], old.rating >= found.rating { return }
    values[anchor.item] = found
  }

  /// The rest of the label's row and the rows below, as far as a province that ends it.
  private func address(_ anchor: CardText.Anchor, _ text: CardText, pitch: Double) -> CardValue? {
    var rows: [[CardWord]] = []
    let beside = text.beside(anchor).filter { $0.x0 > anchor.expectedEnd - 0.01 }
    // Cards of 2021 print origin and place of birth on rows of their own.
    if !beside.isEmpty { rows.append(beside) }
    rows += text.below(anchor, rows: anchor.item == .residence ? 3 : 2, pitch: pitch)
    var result: CardValue?
    var kept: [CardWord] = []
    for (index, row) in rows.enumerated() {
      if let last = kept.last, let first = row.first, !last.text.hasSuffix(","), !last.text.hasSuffix(";") {
        // Where names do not tell: there was room for the next word, so that the row was broken at a comma.
        let hadRoom = last.x1 + (first.x1 - first.x0) + 0.02 < 0.985
        if PlaceNames.isBreak(after: kept.map(\.text), before: row.map(\.text)) ?? hadRoom {
          kept[kept.count - 1].text += ","
        }
      }
      kept += row
      guard let address = CardGrammar.address(kept) else { continue }
      result = Self.value(address.text, kept, labelled: !anchor.isAssumed)
      result?.snapped = address.snapped
      result?.isDoubtful = address.isDoubtful
      guard address.snapped && address.parts >= 3, index + 1 < rows.count else { continue }
      // A district may be called like a province: what follows a comma, or is a province itself, still belongs to it.
      let goesOn = row.last?.text.hasSuffix(",") ?? false
      let next = rows[index + 1].map(\.text).joined(separator: " ")
      if !goesOn && !Provinces.isName(next) { break }
    }
    return result
  }
}
