import Media

/// Mean and standard deviation around any pixel, from summed-area tables.
///
/// The tables' numbers wrap around: only differences count, and those of a window of up to 66,000 pixels are small.
struct LocalStatistics {
  private let width: Int
  private let height: Int
  private let radius: Int
  private let sums: [UInt32]
  private let squares: [UInt32]

  init(_ image: GreyImage, radius: Int) {
    precondition((2 * radius + 1) * (2 * radius + 1) <= 66_000, "a window's squares fit 32 bits")
    (width, height, self.radius) = (image.width, image.height, radius)
    let (wide, high, stride) = (image.width, image.height, image.width + 1)
    var sums = [UInt32](repeating: 0, count: stride * (high + 1))
    var squares = sums
    image.pixels.withUnsafeBufferPointer { pixels in
      sums.withUnsafeMutableBufferPointer { sums in
        squares.withUnsafeMutableBufferPointer { squares in
          for y in 0..<high {
            var (row, rowSquares): (UInt32, UInt32) = (0, 0)
            for x in 0..<wide {
              let value = UInt32(pixels[y &* wide &+ x])
              row &+= value
              rowSquares &+= value &* value
              let at = (y &+ 1) &* stride &+ x &+ 1
              sums[at] = sums[at &- stride] &+ row
              squares[at] = squares[at &- stride] &+ rowSquares
            }
          }
        }
      }
    }
    self.sums = sums
    self.squares = squares
  }

  @inline(__always)
  func at(_ x: Int, _ y: Int) -> (mean: Float, deviation: Float) {
    let x0 = max(0, x &- radius)
    let y0 = max(0, y &- radius)
    let x1 = min(width, x &+ radius &+ 1)
    let y1 = min(height, y &+ radius &+ 1)
    let stride = width &+ 1
    let (a, b, c, d) = (y0 &* stride &+ x0, y0 &* stride &+ x1, y1 &* stride &+ x0, y1 &* stride &+ x1)
    let count = Float((x1 &- x0) &* (y1 &- y0))
    let mean = Float(sums[d] &- sums[b] &- sums[c] &+ sums[a]) / count
    let square = Float(squares[d] &- squares[b] &- squares[c] &+ squares[a]) / count
    return (mean, max(0, square - mean * mean).squareRoot())
  }
}
