/// The few colours that many pixels gather around (k-means), and how widely they scatter there.
struct ColourPalette {
  private var centres: [SIMD4<Float>] = []
  private var spreads: [Float] = []

  /// A keyboard, a chequered cloth and a printed page have two to four, and their light and shade.
  private static let most = 8
  private static let rounds = 6
  /// Rarer colours may be a corner of what lies on the background.
  private static let leastShare = 0.02

  init(of colours: [SIMD4<Float>]) {
    guard let first = colours.first else { return }
    // Each start is what lies farthest from the starts so far: the same every time, and no colour is missed.
    var starts = [first]
    var gaps = colours.map { Self.square($0 - first) }
    while starts.count < Self.most, let farthest = gaps.indices.max(by: { gaps[$0] < gaps[$1] }), gaps[farthest] > 16 {
      starts.append(colours[farthest])
      for index in gaps.indices { gaps[index] = min(gaps[index], Self.square(colours[index] - colours[farthest])) }
    }
    var centres = starts
    var members = [Int](repeating: 0, count: colours.count)
    for _ in 0..<Self.rounds {
      for (index, colour) in colours.enumerated() { members[index] = Self.nearest(colour, centres).index }
      var sums = [SIMD4<Float>](repeating: .zero, count: centres.count)
      var counts = [Float](repeating: 0, count: centres.count)
      for (colour, member) in zip(colours, members) {
        sums[member] += colour
        counts[member] += 1
      }
      for index in centres.indices where counts[index] > 0 { centres[index] = sums[index] / counts[index] }
    }
    for index in centres.indices {
      var (sum, count) = (Float(0), 0)
      for (colour, member) in zip(colours, members) where member == index {
        sum += Self.square(colour - centres[index])
        count += 1
      }
      guard Double(count) >= Self.leastShare * Double(colours.count) else { continue }
      self.centres.append(centres[index])
      spreads.append((sum / Float(count)).squareRoot())
    }
  }

  /// How far a colour lies outside of what scatters around the nearest of the palette's.
  func distance(to colour: SIMD4<Float>) -> Float {
    var least = Float.greatestFiniteMagnitude
    for (centre, spread) in zip(centres, spreads) {
      least = min(least, Self.square(colour - centre).squareRoot() - spread)
    }
    return max(0, least)
  }

  private static func nearest(_ colour: SIMD4<Float>, _ centres: [SIMD4<Float>]) -> (index: Int, square: Float) {
    var best = (index: 0, square: Float.greatestFiniteMagnitude)
    for (index, centre) in centres.enumerated() {
      let square = square(colour - centre)
      if square < best.square { best = (index, square) }
    }
    return best
  }

  private static func square(_ vector: SIMD4<Float>) -> Float { (vector * vector).sum() }
}
