/// Where a row of pixels falls in another picture under a perspective mapping: worked out for the whole row at a time, so
/// that the compiler takes several pixels at once.
struct Projection: ~Copyable {
  /// The pixels at or before the places, and how far past their middles the places are.
  let x: UnsafeMutablePointer<Int32>
  let y: UnsafeMutablePointer<Int32>
  let pastX: UnsafeMutablePointer<Float>
  let pastY: UnsafeMutablePointer<Float>
  private let count: Int
  private let m: (Double, Double, Double, Double, Double, Double, Double, Double, Double)
  private let lastX: Double
  private let lastY: Double

  /// For rows of `count` pixels that fall into a picture of `width` × `height`.
  init(_ mapping: Homography, count: Int, width: Int, height: Int) {
    let m = mapping.m
    self.m = (m[0], m[1], m[2], m[3], m[4], m[5], m[6], m[7], m[8])
    self.count = count
    lastX = Double(width - 1)
    lastY = Double(height - 1)
    x = .allocate(capacity: count)
    y = .allocate(capacity: count)
    pastX = .allocate(capacity: count)
    pastY = .allocate(capacity: count)
  }

  deinit {
    x.deallocate()
    y.deallocate()
    pastX.deallocate()
    pastY.deallocate()
  }

  /// Places the row's points (`offset`, `v`), (`offset` + 1, `v`) and so on. What falls outside of the picture, or
  /// nowhere, comes to its edge.
  func place(from offset: Double, _ v: Double) {
    for index in 0..<count {
      let u = Double(Int32(truncatingIfNeeded: index)) + offset
      let w = 1 / (m.6 * u + m.7 * v + m.8)
      // The constants first: then what is no number becomes them.
      let atX = min(lastX, max(0, (m.0 * u + m.1 * v + m.2) * w - 0.5))
      let atY = min(lastY, max(0, (m.3 * u + m.4 * v + m.5) * w - 0.5))
      let (wholeX, wholeY) = (atX.wholePart, atY.wholePart)
      x[index] = Int32(truncatingIfNeeded: (wholeX + 0x1p52).bitPattern)
      y[index] = Int32(truncatingIfNeeded: (wholeY + 0x1p52).bitPattern)
      pastX[index] = Float(atX - wholeX)
      pastY[index] = Float(atY - wholeY)
    }
  }
}

extension Double {
  /// Of a small number that is not negative. From 2⁵² on a `Double` has no room for fractions.
  @inline(__always)
  fileprivate var wholePart: Double {
    let nearest = (self + 0x1p52) - 0x1p52
    return nearest > self ? nearest - 1 : nearest
  }
}
