/// How often readings of print are right, as measured on truth sets.
enum CardConfidence {
  /// `rating` is the engine's lowest over the value's words; `echoes` how many of the `readings` said the same.
  static func share(_ item: CardItem, rating: Double, echoes: Int, readings: Int, labelled: Bool, snapped: Bool)
    -> Double
  {
    var share = 0.35 + 0.55 * rating
    if echoes >= 2 { share += 0.12 }
    if readings > echoes { share -= 0.08 * Double(readings - echoes) }
    if !labelled { share -= 0.05 }
    switch item {
    case .birth, .issue, .expiry, .sex, .nationality: share += 0.06
    // An address that ends in no province lacks its end, or more.
    case .origin, .residence, .placeOfBirth: if !snapped { share -= 0.3 }
    default: break
    }
    return min(max(share, 0.1), 0.985)
  }
}
