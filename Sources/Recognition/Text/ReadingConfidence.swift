import Media

/// How sure a reading by recognition is, from the engine's ratings of its words.
enum ReadingConfidence {
  /// The engine is confident of most of what it misreads, so the weakest word decides; measured against truth sets.
  static func ofWords(_ words: [TextWord]) -> Double {
    guard let weakest = words.map(\.confidence).min() else { return 0 }
    return ofRating(weakest)
  }

  static func ofRating(_ rating: Double) -> Double {
    let points: [(rating: Double, share: Double)] = [(0, 0.05), (0.5, 0.4), (0.8, 0.75), (0.88, 0.92), (0.97, 0.985)]
    guard let above = points.firstIndex(where: { $0.rating >= rating }), above > 0 else {
      return rating <= 0 ? points[0].share : points[points.count - 1].share
    }
    let (low, high) = (points[above - 1], points[above])
    return low.share + (high.share - low.share) * (rating - low.rating) / (high.rating - low.rating)
  }
}
