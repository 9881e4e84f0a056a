/// How often readings of print are right, as measured on truth sets.
enum CardConfidence {
  /// `echoes` is how many of the `readings` said the same.
  static func share(_ item: CardItem, _ value: CardValue, echoes: Int, readings: Int) -> Double {
    var share = 0.35 + 0.55 * value.rating
    if echoes >= 2 { share += 0.12 }
    if readings > echoes { share -= 0.08 * Double(readings - echoes) }
    if !value.labelled { share -= 0.05 }
    switch item {
    case .birth, .issue, .expiry, .sex, .nationality: share += 0.06
    // An address that ends in no province lacks its end, or more.
    case .origin, .residence, .placeOfBirth: if !value.snapped { share -= 0.3 }
    default: break
    }
    // Mended words are mostly right, but not as surely as words that needed no mending.
    return min(max(share, 0.1), value.isDoubtful ? 0.85 : 0.985)
  }
}
