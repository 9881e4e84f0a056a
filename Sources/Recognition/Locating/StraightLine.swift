import Glibc

/// `x · cos(theta) + y · sin(theta) = rho`.
struct StraightLine {
  let theta: Double
  let rho: Double

  /// Where two lines cross; nil where the sine of the angle between them is under `leastSine`.
  func crossing(_ other: StraightLine, leastSine: Double) -> PicturePoint? {
    let determinant = cos(theta) * sin(other.theta) - cos(other.theta) * sin(theta)
    if abs(determinant) < leastSine { return nil }
    return PicturePoint(
      x: (rho * sin(other.theta) - other.rho * sin(theta)) / determinant,
      y: (other.rho * cos(theta) - rho * cos(other.theta)) / determinant)
  }

  /// 0 for parallel lines, a right angle for crossed ones.
  func angle(to other: StraightLine) -> Double {
    let gap = abs(theta - other.theta).truncatingRemainder(dividingBy: .pi)
    return min(gap, .pi - gap)
  }
}
