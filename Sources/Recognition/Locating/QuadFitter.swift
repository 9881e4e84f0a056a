import Glibc

/// Fits four straight sides to a shape's contour.
///
/// The sides are voted for by the contour (Hough), not taken from its extreme points: rounded corners, a finger
/// over an edge, or a corner out of the picture leave enough of each side to vote.
struct QuadFitter {
  let shape: Shape

  /// Of the least angle at a corner.
  private static let leastSine = 0.2

  func fit() -> Outline? {
    let lines = sides()
    guard lines.count >= 4 else { return nil }
    let near = nearContour()
    var best: Outline?
    for first in 0..<lines.count {
      for second in (first + 1)..<lines.count where lines[first].angle(to: lines[second]) < 0.45 {
        for third in 0..<lines.count where third != first && third != second {
          guard lines[first].angle(to: lines[third]) > 0.8, lines[second].angle(to: lines[third]) > 0.8 else {
            continue
          }
          for fourth in (third + 1)..<lines.count where fourth != first && fourth != second {
            guard lines[third].angle(to: lines[fourth]) < 0.45 else { continue }
            guard let quad = quad(lines[first], lines[second], lines[third], lines[fourth]) else { continue }
            guard let outline = judge(quad, near: near, atLeast: best?.score ?? 0) else { continue }
            best = outline
          }
        }
      }
    }
    guard let best else { return nil }
    let refined = refine(best.quad)
    return judge(refined, near: near, atLeast: best.score * 0.97) ?? best
  }

  /// The strongest lines of the contour.
  private func sides() -> [StraightLine] {
    let steps = 180
    let reach =
      Int((Double(shape.mask.width * shape.mask.width + shape.mask.height * shape.mask.height)).squareRoot()) + 2
    let length = 2 * reach
    var votes = [Int32](repeating: 0, count: steps * length)
    let angles = (0..<steps).map { Double($0) * .pi / Double(steps) }
    /// Of each direction the distances that have votes, and one to each side.
    var spans = [Range<Int>](repeating: 0..<0, count: steps)
    let contour = shape.contour.map { PicturePoint(x: Double($0.x), y: Double($0.y)) }
    votes.withUnsafeMutableBufferPointer { votes in
      for (step, angle) in angles.enumerated() {
        // A whole number added keeps what is rounded above zero, where cutting off rounds down.
        let (cosine, sine, offset) = (cos(angle), sin(angle), Double(reach) + 0.5)
        var (least, most) = (length, 0)
        let row = step * length
        for point in contour {
          let rho = Int(point.x * cosine + point.y * sine + offset)
          votes[row &+ rho] &+= 1
          (least, most) = (min(least, rho), max(most, rho))
        }
        spans[step] = max(1, least - 1)..<max(1, min(length - 1, most + 2))
      }
    }
    var lines: [StraightLine] = []
    // Three neighbouring distances vote together: the contour of a blurred edge wavers.
    var smooth = votes
    smooth.withUnsafeMutableBufferPointer { smooth in
      votes.withUnsafeBufferPointer { votes in
        for step in 0..<steps {
          for index in spans[step].shifted(by: step * length) {
            smooth[index] = votes[index - 1] &+ votes[index] &+ votes[index + 1]
          }
        }
      }
    }
    let least = Int32(max(12, shape.contour.count / 40))
    // The best of each direction: only those near a line that was taken are looked through again.
    func best(_ step: Int) -> Int {
      smooth.withUnsafeBufferPointer { smooth in
        var (top, most) = (step * length, Int32(0))
        for index in spans[step].shifted(by: step * length) where smooth[index] > most {
          (top, most) = (index, smooth[index])
        }
        return top
      }
    }
    var tops = (0..<steps).map(best)
    while lines.count < 12 {
      guard let top = tops.max(by: { smooth[$0] < smooth[$1] }), smooth[top] >= least else { break }
      let (step, rho) = (top / length, top % length)
      lines.append(StraightLine(theta: angles[step], rho: Double(rho - reach)))
      for other in (step - 8)...(step + 8) {
        // Past either end of the half turn a line's distance changes its sign.
        let wrapped = (other + steps) % steps
        let centre = other == wrapped ? rho : length - rho
        for near in (centre - 10)...(centre + 10) where near >= 0 && near < length {
          smooth[wrapped * length + near] = 0
        }
        tops[wrapped] = best(wrapped)
      }
    }
    return lines
  }

  /// For every pixel whether the contour passes within two pixels.
  private func nearContour() -> Mask {
    let (width, height) = (shape.mask.width, shape.mask.height)
    var bits = [Bool](repeating: false, count: width * height)
    bits.withUnsafeMutableBufferPointer { bits in
      for point in shape.contour {
        for y in max(0, point.y - 2)...min(height - 1, point.y + 2) {
          for x in max(0, point.x - 2)...min(width - 1, point.x + 2) { bits[y * width + x] = true }
        }
      }
    }
    return Mask(width: width, height: height, bits: bits)
  }

  private func quad(_ a: StraightLine, _ b: StraightLine, _ c: StraightLine, _ d: StraightLine) -> Quad? {
    guard let ac = a.crossing(c, leastSine: Self.leastSine), let cb = c.crossing(b, leastSine: Self.leastSine),
      let bd = b.crossing(d, leastSine: Self.leastSine), let da = d.crossing(a, leastSine: Self.leastSine)
    else {
      return nil
    }
    let margin = 0.2 * Double(max(shape.mask.width, shape.mask.height))
    let points = [ac, cb, bd, da]
    for point in points
    where point.x < -margin || point.y < -margin || point.x > Double(shape.mask.width) + margin
      || point.y > Double(shape.mask.height) + margin
    {
      return nil
    }
    return Quad(corners: Self.clockwise(points))
  }

  /// Clockwise on the screen, from the corner nearest to the picture's top left.
  static func clockwise(_ points: [PicturePoint]) -> [PicturePoint] {
    let middle = PicturePoint(x: points.reduce(0) { $0 + $1.x } / 4, y: points.reduce(0) { $0 + $1.y } / 4)
    let sorted = points.sorted { atan2($0.y - middle.y, $0.x - middle.x) < atan2($1.y - middle.y, $1.x - middle.x) }
    let start = sorted.indices.min { sorted[$0].x + sorted[$0].y < sorted[$1].x + sorted[$1].y } ?? 0
    return (0..<4).map { sorted[(start + $0) % 4] }
  }

  private func judge(_ quad: Quad, near: Mask, atLeast: Double) -> Outline? {
    guard quad.area > Double(shape.pixels) * 0.5, quad.area < Double(shape.pixels) * 1.6 else { return nil }
    var (hits, all) = (0, 0)
    let corners = quad.corners
    for side in 0..<4 {
      let (from, to) = (corners[side], corners[(side + 1) % 4])
      let steps = max(2, Int(from.distance(to: to) / 4))
      for step in 0...steps {
        let t = Double(step) / Double(steps)
        let (x, y) = (Int((from.x + (to.x - from.x) * t).rounded()), Int((from.y + (to.y - from.y) * t).rounded()))
        all += 1
        if x >= 0, y >= 0, x < near.width, y < near.height, near.bits[y * near.width + x] { hits += 1 }
      }
    }
    let supported = Double(hits) / Double(all)
    guard supported > atLeast else { return nil }
    let filled = share(of: shape.mask, in: quad)
    guard filled * supported > atLeast else { return nil }
    let covering = min(1, filled * quad.area / Double(max(shape.pixels, 1)))
    let outline = Outline(quad: quad, filled: filled, supported: supported, covering: covering)
    return outline.score > atLeast ? outline : nil
  }

  /// Fits each side anew to the contour near its middle 84 %, half a pixel outwards of the pixels' centres.
  private func refine(_ quad: Quad) -> Quad {
    let corners = quad.corners
    var fitted: [(point: PicturePoint, direction: PicturePoint)] = []
    for side in 0..<4 {
      let (from, to) = (corners[side], corners[(side + 1) % 4])
      let length = max(from.distance(to: to), 1)
      var (origin, direction) = (from, PicturePoint(x: (to.x - from.x) / length, y: (to.y - from.y) / length))
      for limit in [5.0, 2.5, 1.5] {
        let near = shape.contour.filter {
          let (dx, dy) = (Double($0.x) - origin.x, Double($0.y) - origin.y)
          let along = (Double($0.x) - from.x) * direction.x + (Double($0.y) - from.y) * direction.y
          return abs(dx * direction.y - dy * direction.x) <= limit && along > 0.08 * length && along < 0.92 * length
        }
        guard near.count >= 10 else { break }
        let count = Double(near.count)
        let (mx, my) = (near.reduce(0) { $0 + Double($1.x) } / count, near.reduce(0) { $0 + Double($1.y) } / count)
        var (sxx, sxy, syy) = (0.0, 0.0, 0.0)
        for point in near {
          let (dx, dy) = (Double(point.x) - mx, Double(point.y) - my)
          sxx += dx * dx
          sxy += dx * dy
          syy += dy * dy
        }
        let angle = 0.5 * atan2(2 * sxy, sxx - syy)
        var fresh = PicturePoint(x: cos(angle), y: sin(angle))
        if fresh.x * direction.x + fresh.y * direction.y < 0 { fresh = PicturePoint(x: -fresh.x, y: -fresh.y) }
        (origin, direction) = (PicturePoint(x: mx, y: my), fresh)
      }
      // Clockwise on the screen the outside lies to the left of the way.
      let outward = PicturePoint(x: origin.x + direction.y * 0.5 + 0.5, y: origin.y - direction.x * 0.5 + 0.5)
      fitted.append((outward, direction))
    }
    var points: [PicturePoint] = []
    for side in 0..<4 {
      let (one, two) = (fitted[(side + 3) % 4], fitted[side])
      let determinant = one.direction.x * two.direction.y - one.direction.y * two.direction.x
      guard abs(determinant) > 0.2 else { return quad }
      let t =
        ((two.point.x - one.point.x) * two.direction.y - (two.point.y - one.point.y) * two.direction.x) / determinant
      points.append(PicturePoint(x: one.point.x + one.direction.x * t, y: one.point.y + one.direction.y * t))
    }
    return Quad(corners: points)
  }
}

extension Range<Int> {
  fileprivate func shifted(by offset: Int) -> Range<Int> { (lowerBound + offset)..<(upperBound + offset) }
}
