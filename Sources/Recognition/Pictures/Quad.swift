public import Dossiers

/// Four corners of something flat seen at an angle, clockwise from what is its top left when read upright.
public struct Quad: Hashable, Sendable, Codable {
  public var topLeft: PicturePoint
  public var topRight: PicturePoint
  public var bottomRight: PicturePoint
  public var bottomLeft: PicturePoint

  public init(topLeft: PicturePoint, topRight: PicturePoint, bottomRight: PicturePoint, bottomLeft: PicturePoint) {
    self.topLeft = topLeft
    self.topRight = topRight
    self.bottomRight = bottomRight
    self.bottomLeft = bottomLeft
  }

  /// The whole of a picture.
  public init(width: Double, height: Double) {
    self.init(
      topLeft: PicturePoint(x: 0, y: 0), topRight: PicturePoint(x: width, y: 0),
      bottomRight: PicturePoint(x: width, y: height), bottomLeft: PicturePoint(x: 0, y: height))
  }

  /// `corners` has four points, clockwise.
  init(corners: [PicturePoint]) {
    self.init(topLeft: corners[0], topRight: corners[1], bottomRight: corners[2], bottomLeft: corners[3])
  }

  public var corners: [PicturePoint] { [topLeft, topRight, bottomRight, bottomLeft] }

  /// Mean of the upper and the lower side.
  public var width: Double { (topLeft.distance(to: topRight) + bottomLeft.distance(to: bottomRight)) / 2 }
  /// Mean of the left and the right side.
  public var height: Double { (topLeft.distance(to: bottomLeft) + topRight.distance(to: bottomRight)) / 2 }

  public var area: Double {
    let points = corners
    var doubled = 0.0
    for index in 0..<4 {
      let next = points[(index + 1) % 4]
      doubled += points[index].x * next.y - next.x * points[index].y
    }
    return abs(doubled) / 2
  }

  public var centre: PicturePoint {
    let points = corners
    return PicturePoint(x: points.reduce(0) { $0 + $1.x } / 4, y: points.reduce(0) { $0 + $1.y } / 4)
  }

  /// The smallest upright rectangle around it.
  public var box: Box {
    let points = corners
    var (left, top, right, bottom) = (points[0].x, points[0].y, points[0].x, points[0].y)
    for point in points.dropFirst() {
      left = min(left, point.x)
      top = min(top, point.y)
      right = max(right, point.x)
      bottom = max(bottom, point.y)
    }
    return Box(
      x0: Int(left.rounded(.down)), y0: Int(top.rounded(.down)), x1: Int(right.rounded(.up)),
      y1: Int(bottom.rounded(.up)))
  }

  /// The same outline, read after `quarterTurns` anticlockwise quarter turns: 1 makes the right side the top.
  public func turned(quarterTurns: Int) -> Quad {
    let points = corners
    let shift = ((quarterTurns % 4) + 4) % 4
    return Quad(corners: (0..<4).map { points[($0 + shift) % 4] })
  }

  /// The same outline with a long side on top.
  public var lyingLong: Quad { width >= height ? self : turned(quarterTurns: 1) }

  public func scaled(by factor: Double) -> Quad {
    Quad(corners: corners.map { $0.scaled(by: factor) })
  }

  /// Whether a point lies inside; the outline must be convex.
  public func contains(_ point: PicturePoint) -> Bool {
    let points = corners
    var sign = 0.0
    for index in 0..<4 {
      let here = points[index]
      let next = points[(index + 1) % 4]
      let cross = (next.x - here.x) * (point.y - here.y) - (next.y - here.y) * (point.x - here.x)
      if cross == 0 { continue }
      if sign == 0 { sign = cross }
      if sign * cross < 0 { return false }
    }
    return true
  }
}
