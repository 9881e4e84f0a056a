import Media

/// The part of a picture around a quad, as numbers, its edges repeated: four neighbours lie side by side for every pixel.
struct FloatPart: ~Copyable {
  private let values: UnsafeMutablePointer<Float>
  private let stride: Int
  private let firstX: Int32
  private let firstY: Int32
  private let lastX: Int32
  private let lastY: Int32

  init(of image: GreyImage, around quad: Quad) {
    func range(_ values: [Double], below end: Int) -> (Int, Int) {
      let least = min(max(values.min() ?? 0, 0), Double(end - 1))
      let most = min(max(values.max() ?? 0, 0), Double(end - 1))
      return (max(0, Int(least) - 1), min(end - 1, Int(most) + 1))
    }
    let (x0, x1) = range(quad.corners.map(\.x), below: image.width)
    let (y0, y1) = range(quad.corners.map(\.y), below: image.height)
    (firstX, lastX) = (Int32(truncatingIfNeeded: x0), Int32(truncatingIfNeeded: x1))
    (firstY, lastY) = (Int32(truncatingIfNeeded: y0), Int32(truncatingIfNeeded: y1))
    // One more before, two more behind.
    let (across, down) = (x1 - x0 + 4, y1 - y0 + 4)
    stride = across
    values = .allocate(capacity: across * down)
    image.pixels.withUnsafeBufferPointer { pixels in
      guard let source = pixels.baseAddress else { return }
      for row in 0..<down {
        let line = source + min(max(y0 + row - 1, 0), image.height - 1) * image.width
        let target = values + row * across
        for column in 0..<across - 3 { target[column &+ 1] = Float(line[x0 &+ column]) }
        target[0] = Float(line[max(x0 - 1, 0)])
        target[across - 2] = Float(line[min(x1 + 1, image.width - 1)])
        target[across - 1] = Float(line[min(x1 + 2, image.width - 1)])
      }
    }
  }

  deinit {
    values.deallocate()
  }

  /// The four neighbours around `x` (one before, two behind) in the row one above `y` (0) to two below it (3).
  @inline(__always)
  func four(_ x: Int32, _ y: Int32, row: Int) -> SIMD4<Float> {
    let column = Int(min(max(x, firstX), lastX) &- firstX)
    let line = Int(min(max(y, firstY), lastY) &- firstY) &+ row
    return UnsafeRawPointer(values + (line &* stride &+ column)).loadUnaligned(as: SIMD4<Float>.self)
  }
}
