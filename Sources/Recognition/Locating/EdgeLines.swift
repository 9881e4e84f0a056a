import Glibc

/// The straight edges of a small picture: places where colour changes for good, not thin strokes, that lie on a line.
struct EdgeLines {
  /// A line, and where along it there is an edge.
  struct Line {
    let straight: StraightLine
    /// Edge pixels up to each step along the line, counted from `-reach`.
    fileprivate let counts: [Int32]
    fileprivate let reach: Int

    /// The share of the line between two of its points along which there is an edge.
    func support(from: PicturePoint, to: PicturePoint) -> Double {
      let (one, two) = (step(at: from), step(at: to))
      let (low, high) = (min(max(min(one, two), 0), counts.count - 1), min(max(max(one, two), 0), counts.count - 1))
      return high > low ? Double(counts[high] - counts[low]) / Double(high - low) : 0
    }

    private func step(at point: PicturePoint) -> Int {
      Int((point.y * cos(straight.theta) - point.x * sin(straight.theta)).rounded()) + reach
    }

    func crossing(_ other: Line) -> PicturePoint? { straight.crossing(other.straight, leastSine: 0.5) }

    func angle(to other: Line) -> Double { straight.angle(to: other.straight) }
  }

  /// The longest first.
  let lines: [Line]

  private static let directions = 180
  /// Planks, stripes and keys have lines of their own beside a card's.
  private static let most = 36

  init(_ colours: PerceivedColours) {
    let edges = Edges(colours)
    let (width, height) = (colours.width, colours.height)
    let reach = Int(Double(width * width + height * height).squareRoot()) + 2
    let length = 2 * reach
    let table = (0..<Self.directions).map { step in
      (cos(Double(step) * .pi / Double(Self.directions)), sin(Double(step) * .pi / Double(Self.directions)))
    }
    var votes = [Int32](repeating: 0, count: Self.directions * length)
    for edge in edges.points {
      // An edge votes for lines along it only: print and grain, which run every way, do not add up.
      for shift in -3...3 {
        let step = (edge.direction + shift + Self.directions) % Self.directions
        let rho = Int((Double(edge.x) * table[step].0 + Double(edge.y) * table[step].1).rounded()) + reach
        votes[step * length + rho] += 1
      }
    }
    var smooth = votes
    for index in 1..<(votes.count - 1) { smooth[index] = votes[index - 1] + votes[index] + votes[index + 1] }
    let least = Int32(max(width, height) / 14)
    func best(_ step: Int) -> Int {
      smooth.withUnsafeBufferPointer { smooth in
        var top = step * length
        for index in step * length..<(step + 1) * length where smooth[index] > smooth[top] { top = index }
        return top
      }
    }
    var tops = (0..<Self.directions).map(best)
    var lines: [Line] = []
    while lines.count < Self.most {
      guard let top = tops.max(by: { smooth[$0] < smooth[$1] }), smooth[top] >= least else { break }
      let (step, rho) = (top / length, top % length)
      let theta = Double(step) * .pi / Double(Self.directions)
      lines.append(edges.line(theta: theta, rho: Double(rho - reach), reach: reach))
      for other in (step - 5)...(step + 5) {
        // Past either end of the half turn a line's distance changes its sign.
        let wrapped = (other + Self.directions) % Self.directions
        let centre = other == wrapped ? rho : length - rho
        for near in (centre - 5)...(centre + 5) where near >= 0 && near < length { smooth[wrapped * length + near] = 0 }
        tops[wrapped] = best(wrapped)
      }
    }
    self.lines = lines
  }
}

/// Pixels on the crest of a change of colour.
private struct Edges {
  struct Point {
    let x: Int
    let y: Int
    /// Of the edge's normal, in degrees from 0 to 179.
    let direction: Int
  }

  private let colours: PerceivedColours
  private(set) var points: [Point] = []
  /// The normal's direction at each pixel on an edge, -1 elsewhere.
  private var directions: [Int16]

  /// As far apart as the strokes of print and guilloche are wide, once softened.
  private static let stepWidth = 5.0
  /// Half of what is told from grain in print of one colour on another.
  private static let leastChange: Float = 3

  init(_ colours: PerceivedColours) {
    self.colours = colours
    let (width, height) = (colours.width, colours.height)
    directions = [Int16](repeating: -1, count: width * height)
    var strengths = [Float](repeating: 0, count: width * height)
    for y in 2..<max(2, height - 2) {
      for x in 2..<max(2, width - 2) {
        let at = y * width + x
        let (across, down) = changes(at: at)
        strengths[at] = ((across * across).sum() + (down * down).sum()).squareRoot()
      }
    }
    for y in 3..<max(3, height - 3) {
      for x in 3..<max(3, width - 3) {
        let at = y * width + x
        guard strengths[at] >= Self.leastChange else { continue }
        let normal = normal(at: at)
        let (dx, dy) = (cosf(normal), sinf(normal))
        let step = Int(dx.rounded()) + Int(dy.rounded()) * width
        guard strengths[at] >= strengths[at + step], strengths[at] > strengths[at - step] else { continue }
        let degrees = Int((normal * 180 / .pi).rounded())
        let direction = (degrees + 180) % 180
        directions[at] = Int16(direction)
        points.append(Point(x: x, y: y, direction: direction))
      }
    }
  }

  /// The direction in which colour changes most.
  private func normal(at index: Int) -> Float {
    let (across, down) = changes(at: index)
    let (xx, xy, yy) = ((across * across).sum(), (across * down).sum(), (down * down).sum())
    return 0.5 * atan2f(2 * xy, xx - yy)
  }

  /// Of the colour, over four pixels.
  private func changes(at index: Int) -> (across: SIMD4<Float>, down: SIMD4<Float>) {
    (colours[index + 2] - colours[index - 2], colours[index + 2 * colours.width] - colours[index - 2 * colours.width])
  }

  func line(theta: Double, rho: Double, reach: Int) -> EdgeLines.Line {
    var counts: [Int32] = [0]
    counts.reserveCapacity(2 * reach + 1)
    let (normal, along) = ((x: cos(theta), y: sin(theta)), (x: -sin(theta), y: cos(theta)))
    let degrees = Int((theta * 180 / .pi).rounded())
    for step in -reach..<reach {
      let (x, y) = (rho * normal.x + Double(step) * along.x, rho * normal.y + Double(step) * along.y)
      counts.append((counts.last ?? 0) + (isEdge(x, y, normal, degrees) ? 1 : 0))
    }
    return EdgeLines.Line(straight: StraightLine(theta: theta, rho: rho), counts: counts, reach: reach)
  }

  /// Whether an edge passes near, along the line, with another colour on either side.
  private func isEdge(_ x: Double, _ y: Double, _ normal: (x: Double, y: Double), _ degrees: Int) -> Bool {
    var isNear = false
    for shift in [0.0, -1, 1, -2, 2] {
      let (px, py) = (Int((x + shift * normal.x).rounded()), Int((y + shift * normal.y).rounded()))
      guard px >= 0, py >= 0, px < colours.width, py < colours.height else { return false }
      let direction = Int(directions[py * colours.width + px])
      guard direction >= 0 else { continue }
      let gap = abs(direction - degrees) % 180
      if min(gap, 180 - gap) <= 14 {
        isNear = true
        break
      }
    }
    guard isNear, let one = colour(x + Self.stepWidth * normal.x, y + Self.stepWidth * normal.y),
      let two = colour(x - Self.stepWidth * normal.x, y - Self.stepWidth * normal.y)
    else { return false }
    let change = one - two
    return (change * change).sum().squareRoot() >= Self.leastChange
  }

  private func colour(_ x: Double, _ y: Double) -> SIMD4<Float>? {
    let (px, py) = (Int(x.rounded()), Int(y.rounded()))
    guard px >= 0, py >= 0, px < colours.width, py < colours.height else { return nil }
    return colours[py * colours.width + px]
  }
}
