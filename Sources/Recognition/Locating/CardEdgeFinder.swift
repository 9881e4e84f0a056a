import Glibc

/// Looks for cards by their four straight edges, where no colour tells them from what they lie on: a card on a sheet of
/// about its own colour, on print, on a table where several surfaces meet.
struct CardEdgeFinder {
  private let lines: [EdgeLines.Line]
  private let width: Double
  private let height: Double

  init(_ colours: PerceivedColours) {
    lines = EdgeLines(colours).lines
    (width, height) = (Double(colours.width), Double(colours.height))
  }

  /// None overlapping, the best first.
  func outlines() -> [Outline] {
    let pairs = parallels()
    var found: [Outline] = []
    for (index, one) in pairs.enumerated() {
      for two in pairs[(index + 1)...] where lines[one.0].angle(to: lines[two.0]) > 1 {
        if let outline = outline(one, two) { found.append(outline) }
      }
    }
    var best: [Outline] = []
    for outline in found.sorted(by: { $0.score > $1.score }) where best.count < 4 {
      let isApart = best.allSatisfy {
        !$0.quad.contains(outline.quad.centre) && !outline.quad.contains($0.quad.centre)
      }
      if isApart { best.append(outline) }
    }
    return best
  }

  /// Pairs of lines that may be opposite sides.
  private func parallels() -> [(Int, Int)] {
    var pairs: [(Int, Int)] = []
    for one in lines.indices {
      for two in lines.indices where two > one && lines[one].angle(to: lines[two]) < 0.3 {
        pairs.append((one, two))
      }
    }
    return pairs
  }

  private func outline(_ one: (Int, Int), _ two: (Int, Int)) -> Outline? {
    let sides = [lines[one.0], lines[two.0], lines[one.1], lines[two.1]]
    var corners: [PicturePoint] = []
    for index in 0..<4 {
      guard let corner = sides[index].crossing(sides[(index + 1) % 4]), isOnPicture(corner) else { return nil }
      corners.append(corner)
    }
    let quad = Quad(corners: QuadFitter.clockwise(corners))
    let lying = quad.lyingLong
    guard lying.width > 0.15 * max(width, height), lying.height > 1 else { return nil }
    // ID-1 has 1.586; a card seen at thirty degrees is a sixth longer or shorter.
    let stretch = log(lying.width / lying.height / 1.586)
    guard abs(stretch) < 0.24 else { return nil }
    var (sum, least, beyond) = (0.0, 1.0, 0.0)
    for index in 0..<4 {
      // Side `index + 1` runs between the corners that it makes with its neighbours.
      let (line, from, to) = (sides[(index + 1) % 4], corners[index], corners[(index + 1) % 4])
      let support = line.support(from: from, to: to)
      guard support > 0.4 else { return nil }
      sum += support
      least = min(least, support)
      // A side ends at its corners; stripes, planks and the lines of print go on.
      beyond += line.support(from: from, to: from.beyond(to)) + line.support(from: to, to: to.beyond(from))
    }
    let supported = (sum / 4) * least.squareRoot() * (1 - 0.4 * beyond / 8)
    return Outline(quad: quad, filled: exp(-stretch * stretch * 8), supported: supported, covering: 1)
  }

  private func isOnPicture(_ point: PicturePoint) -> Bool {
    let margin = 0.03 * max(width, height)
    return point.x > -margin && point.y > -margin && point.x < width + margin && point.y < height + margin
  }
}

extension PicturePoint {
  /// As far on the other side of this point as a sixth of the way to `other`.
  fileprivate func beyond(_ other: PicturePoint) -> PicturePoint {
    PicturePoint(x: x - (other.x - x) / 6, y: y - (other.y - y) / 6)
  }
}
