import Media

extension ColourImage {
  /// The colour at (`x`, `y`), weighted from the four pixels around; the edge is continued outwards.
  @inline(__always)
  func sample(_ x: Double, _ y: Double) -> (Double, Double, Double) {
    let clampedX = min(max(x, 0), Double(width - 1))
    let clampedY = min(max(y, 0), Double(height - 1))
    let left = min(Int(clampedX), width - 2)
    let top = min(Int(clampedY), height - 2)
    let right = clampedX - Double(left)
    let down = clampedY - Double(top)
    let corner = 3 * (top * width + left)
    let below = corner + 3 * width
    return pixels.withUnsafeBufferPointer { pixels in
      func channel(_ offset: Int) -> Double {
        let upper = Double(pixels[corner + offset]) * (1 - right) + Double(pixels[corner + 3 + offset]) * right
        let lower = Double(pixels[below + offset]) * (1 - right) + Double(pixels[below + 3 + offset]) * right
        return upper * (1 - down) + lower * down
      }
      return (channel(0), channel(1), channel(2))
    }
  }

  /// The mean over the square of `span` pixels around (`x`, `y`): what one pixel of a coarser camera sees.
  @inline(__always)
  func sample(_ x: Double, _ y: Double, span: Double) -> (Double, Double, Double) {
    let taps = max(1, Int(span.rounded()))
    var sum = (0.0, 0.0, 0.0)
    for row in 0..<taps {
      for column in 0..<taps {
        let colour = sample(
          x + (Double(column) + 0.5) / Double(taps) * span - span / 2,
          y + (Double(row) + 0.5) / Double(taps) * span - span / 2)
        sum = (sum.0 + colour.0, sum.1 + colour.1, sum.2 + colour.2)
      }
    }
    let count = Double(taps * taps)
    return (sum.0 / count, sum.1 / count, sum.2 / count)
  }
}
