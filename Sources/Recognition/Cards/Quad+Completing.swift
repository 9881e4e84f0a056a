extension Quad {
  /// The whole of a card of which this is what the picture shows: a side along the picture's border is not the card's
  /// own, the card's shape tells how far beyond it goes on (ISO/IEC 7810 ID-1). Unchanged where no side runs along the
  /// border, or where the shape is that of a whole card.
  func completedAsCard(inWidth pictureWidth: Int, height pictureHeight: Int) -> Quad {
    let (right, bottom) = (Double(pictureWidth), Double(pictureHeight))
    let slack = 0.015 * max(right, bottom)
    func isBorder(_ one: PicturePoint, _ two: PicturePoint) -> Bool {
      (one.x < slack && two.x < slack) || (one.y < slack && two.y < slack)
        || (one.x > right - slack && two.x > right - slack) || (one.y > bottom - slack && two.y > bottom - slack)
    }
    let sides = (0..<4).filter { isBorder(corners[$0], corners[($0 + 1) % 4]) }
    guard sides.count == 1, let cut = sides.first else { return self }
    // Seen with the cut side on the right.
    let turned = turned(quarterTurns: cut - 1)
    let (own, seen) = (turned.topLeft.distance(to: turned.bottomLeft), turned.width)
    let long = own / RectifiedCard.ratio
    let short = own * RectifiedCard.ratio
    // A card lying the other way is shorter than wide; what is longer than that cannot be one.
    let full = seen < 1.04 * short ? short : long
    guard seen > 0.5 * full, seen < 0.98 * full else { return self }
    let factor = full / seen
    func beyond(_ from: PicturePoint, _ to: PicturePoint) -> PicturePoint {
      PicturePoint(x: from.x + (to.x - from.x) * factor, y: from.y + (to.y - from.y) * factor)
    }
    let whole = Quad(
      topLeft: turned.topLeft, topRight: beyond(turned.topLeft, turned.topRight),
      bottomRight: beyond(turned.bottomLeft, turned.bottomRight), bottomLeft: turned.bottomLeft)
    return whole.turned(quarterTurns: 1 - cut)
  }
}
