import Dossiers

/// A perspective mapping between two planes.
struct Homography {
  /// Row-major 3 × 3.
  let m: [Double]

  init(m: [Double]) {
    self.m = m
  }

  /// Maps a `width` × `height` rectangle on `quad`, its top left on the quad's top left.
  /// Heckbert, "Fundamentals of texture mapping", 2.2.3: the unit square in closed form.
  init(rectangleWidth width: Double, height: Double, onto quad: Quad) {
    let (p0, p1, p2, p3) = (quad.topLeft, quad.topRight, quad.bottomRight, quad.bottomLeft)
    let sx = p0.x - p1.x + p2.x - p3.x
    let sy = p0.y - p1.y + p2.y - p3.y
    let dx1 = p1.x - p2.x
    let dx2 = p3.x - p2.x
    let dy1 = p1.y - p2.y
    let dy2 = p3.y - p2.y
    let determinant = dx1 * dy2 - dx2 * dy1
    let g = determinant == 0 ? 0 : (sx * dy2 - dx2 * sy) / determinant
    let h = determinant == 0 ? 0 : (dx1 * sy - sx * dy1) / determinant
    m = [
      (p1.x - p0.x + g * p1.x) / width, (p3.x - p0.x + h * p3.x) / height, p0.x,
      (p1.y - p0.y + g * p1.y) / width, (p3.y - p0.y + h * p3.y) / height, p0.y,
      g / width, h / height, 1,
    ]
  }

  func map(_ x: Double, _ y: Double) -> PicturePoint {
    let w = m[6] * x + m[7] * y + m[8]
    return PicturePoint(x: (m[0] * x + m[1] * y + m[2]) / w, y: (m[3] * x + m[4] * y + m[5]) / w)
  }

  /// The smallest upright box around the image of `box`.
  func map(_ box: Box) -> Box {
    quad(box).box
  }

  func quad(_ box: Box) -> Quad {
    Quad(
      topLeft: map(Double(box.x0), Double(box.y0)), topRight: map(Double(box.x1), Double(box.y0)),
      bottomRight: map(Double(box.x1), Double(box.y1)), bottomLeft: map(Double(box.x0), Double(box.y1)))
  }

  var inverse: Homography {
    let a = m
    let adjugate = [
      a[4] * a[8] - a[5] * a[7], a[2] * a[7] - a[1] * a[8], a[1] * a[5] - a[2] * a[4],
      a[5] * a[6] - a[3] * a[8], a[0] * a[8] - a[2] * a[6], a[2] * a[3] - a[0] * a[5],
      a[3] * a[7] - a[4] * a[6], a[1] * a[6] - a[0] * a[7], a[0] * a[4] - a[1] * a[3],
    ]
    let scale = adjugate[8] == 0 ? 1 : adjugate[8]
    return Homography(m: adjugate.map { $0 / scale })
  }
}

extension Homography {
  /// This mapping, applied to what `first` yields.
  func after(_ first: Homography) -> Homography {
    var product = [Double](repeating: 0, count: 9)
    for row in 0..<3 {
      for column in 0..<3 {
        for step in 0..<3 { product[row * 3 + column] += m[row * 3 + step] * first.m[step * 3 + column] }
      }
    }
    return Homography(m: product)
  }
}
