import Glibc
import Media

extension GreyImage {
  /// Gaussian blur; `sigma` in pixels.
  func blurred(sigma: Double) -> GreyImage {
    let radius = max(1, Int((sigma * 3).rounded(.up)))
    let kernel = (0...radius).map { Float(exp(-Double($0 * $0) / (2 * sigma * sigma))) }
    let sum = kernel[0] + 2 * kernel.dropFirst().reduce(0, +)
    return filtered(kernel.map { $0 / sum })
  }

  /// Rows and then columns weighted by `kernel`, the right half of a symmetric one of at least three.
  func filtered(_ kernel: [Float]) -> GreyImage {
    let radius = kernel.count - 1
    var middle = [Float](repeating: 0, count: width * height)
    var result = [UInt8](repeating: 0, count: width * height)
    pixels.withUnsafeBufferPointer { source in
      middle.withUnsafeMutableBufferPointer { target in
        for y in 0..<height {
          let row = y * width
          for x in 0..<width {
            var value = kernel[0] * Float(source[row + x])
            if x >= radius && x + radius < width {
              for step in 1...radius {
                value += kernel[step] * (Float(source[row + x - step]) + Float(source[row + x + step]))
              }
            } else {
              for step in 1...radius {
                value +=
                  kernel[step]
                  * (Float(source[row + max(x - step, 0)]) + Float(source[row + min(x + step, width - 1)]))
              }
            }
            target[row + x] = value
          }
        }
      }
    }
    middle.withUnsafeBufferPointer { source in
      result.withUnsafeMutableBufferPointer { target in
        for y in 0..<height {
          for x in 0..<width {
            var value = kernel[0] * source[y * width + x] + 0.5
            for step in 1...radius {
              value +=
                kernel[step]
                * (source[max(y - step, 0) * width + x] + source[min(y + step, height - 1) * width + x])
            }
            target[y * width + x] = UInt8(min(max(value, 0), 255))
          }
        }
      }
    }
    return GreyImage(width: width, height: height, pixels: result)
  }

  /// Unsharp mask: adds `amount` times the difference from the blurred picture.
  func sharpened(sigma: Double, amount: Float) -> GreyImage {
    let soft = blurred(sigma: sigma)
    var result = pixels
    result.withUnsafeMutableBufferPointer { target in
      soft.pixels.withUnsafeBufferPointer { blurred in
        for index in 0..<target.count {
          let value = Float(target[index])
          target[index] = UInt8(min(max(value + amount * (value - Float(blurred[index])) + 0.5, 0), 255))
        }
      }
    }
    return GreyImage(width: width, height: height, pixels: result)
  }

  /// The light that falls on the paper: a coarse maximum, smoothed, at full size.
  func background(cell: Int) -> GreyImage {
    let small = resized(width: max(1, width / cell), height: max(1, height / cell))
    let lit = small.maximum(radius: 3).minimum(radius: 1).blurred(sigma: 3)
    return lit.resized(width: width, height: height)
  }

  /// Divides by the light on the paper, then stretches so that `black` and `white` (shares of the paper's
  /// brightness) become 0 and 255: shadows go, and so do pale guilloches.
  func evened(black: Float, white: Float) -> GreyImage {
    let paper = background(cell: max(4, width / 150))
    var result = pixels
    let scale = 255 / (white - black)
    result.withUnsafeMutableBufferPointer { target in
      paper.pixels.withUnsafeBufferPointer { paper in
        for index in 0..<target.count {
          let share = Float(target[index]) / max(Float(paper[index]), 1)
          target[index] = UInt8(min(max((share - black) * scale, 0), 255))
        }
      }
    }
    return GreyImage(width: width, height: height, pixels: result)
  }

  /// Sauvola's local threshold: 0 for ink, 255 for paper.
  func sauvola(radius: Int, k: Float) -> GreyImage {
    let statistics = LocalStatistics(self, radius: radius)
    var result = pixels
    for y in 0..<height {
      for x in 0..<width {
        let (mean, deviation) = statistics.at(x, y)
        let threshold = mean * (1 + k * (deviation / 128 - 1))
        result[y * width + x] = Float(pixels[y * width + x]) > threshold ? 255 : 0
      }
    }
    return GreyImage(width: width, height: height, pixels: result)
  }

  /// Largest value in a square of `radius` around each pixel.
  func maximum(radius: Int) -> GreyImage { ranked(radius: radius, pick: max) }
  /// Smallest value in a square of `radius` around each pixel.
  func minimum(radius: Int) -> GreyImage { ranked(radius: radius, pick: min) }

  private func ranked(radius: Int, pick: (UInt8, UInt8) -> UInt8) -> GreyImage {
    var middle = pixels
    var result = pixels
    for y in 0..<height {
      for x in 0..<width {
        var value = pixels[y * width + x]
        for other in max(0, x - radius)...min(width - 1, x + radius) { value = pick(value, pixels[y * width + other]) }
        middle[y * width + x] = value
      }
    }
    for y in 0..<height {
      for x in 0..<width {
        var value = middle[y * width + x]
        for other in max(0, y - radius)...min(height - 1, y + radius) { value = pick(value, middle[other * width + x]) }
        result[y * width + x] = value
      }
    }
    return GreyImage(width: width, height: height, pixels: result)
  }

  /// The grey value that best parts the picture in two (Otsu 1979).
  func otsuThreshold() -> Int {
    var histogram = [Int](repeating: 0, count: 256)
    for pixel in pixels { histogram[Int(pixel)] += 1 }
    return otsu(histogram)
  }
}

/// Otsu's threshold of a histogram: values above it are the upper class.
func otsu(_ histogram: [Int]) -> Int {
  let total = Double(histogram.reduce(0, +))
  var all = 0.0
  for (value, count) in histogram.enumerated() { all += Double(value * count) }
  var (below, belowSum, best, bestAt) = (0.0, 0.0, -1.0, 0)
  for (value, count) in histogram.enumerated() {
    below += Double(count)
    belowSum += Double(value * count)
    let above = total - below
    if below == 0 || above == 0 { continue }
    let gap = belowSum / below - (all - belowSum) / above
    let between = below * above * gap * gap
    if between > best { (best, bestAt) = (between, value) }
  }
  return bestAt
}

/// Mean and standard deviation around any pixel, from summed-area tables.
struct LocalStatistics {
  private let width: Int
  private let height: Int
  private let radius: Int
  private let sums: [Int]
  private let squares: [Int]

  init(_ image: GreyImage, radius: Int) {
    (width, height, self.radius) = (image.width, image.height, radius)
    let stride = image.width + 1
    var sums = [Int](repeating: 0, count: stride * (image.height + 1))
    var squares = sums
    for y in 0..<image.height {
      var (row, rowSquares) = (0, 0)
      for x in 0..<image.width {
        let value = Int(image.pixels[y * image.width + x])
        row += value
        rowSquares += value * value
        sums[(y + 1) * stride + x + 1] = sums[y * stride + x + 1] + row
        squares[(y + 1) * stride + x + 1] = squares[y * stride + x + 1] + rowSquares
      }
    }
    self.sums = sums
    self.squares = squares
  }

  func at(_ x: Int, _ y: Int) -> (mean: Float, deviation: Float) {
    let x0 = max(0, x - radius)
    let y0 = max(0, y - radius)
    let x1 = min(width, x + radius + 1)
    let y1 = min(height, y + radius + 1)
    let stride = width + 1
    let (a, b, c, d) = (y0 * stride + x0, y0 * stride + x1, y1 * stride + x0, y1 * stride + x1)
    let count = Float((x1 - x0) * (y1 - y0))
    let mean = Float(sums[d] - sums[b] - sums[c] + sums[a]) / count
    let square = Float(squares[d] - squares[b] - squares[c] + squares[a]) / count
    return (mean, max(0, square - mean * mean).squareRoot())
  }
}
