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

  /// Rows and then columns weighted by `kernel`, the right half of a symmetric one of at least three. Places outside
  /// of the picture repeat its edge.
  func filtered(_ kernel: [Float]) -> GreyImage {
    let radius = kernel.count - 1
    let (wide, high) = (width, height)
    return made(width: wide, height: high) { source, target in
      let middle = UnsafeMutablePointer<Float>.allocate(capacity: wide * high)
      defer { middle.deallocate() }
      let padded = UnsafeMutablePointer<Float>.allocate(capacity: wide + 2 * radius)
      defer { padded.deallocate() }
      for y in 0..<high {
        let row = source + y * wide
        let centre = padded + radius
        for x in 0..<wide { centre[x] = Float(row[x]) }
        for x in 0..<radius { padded[x] = Float(row[0]) }
        for x in 0..<radius { centre[wide &+ x] = Float(row[wide - 1]) }
        let line = middle + y * wide
        let weight = kernel[0]
        for x in 0..<wide { line[x] = weight * centre[x] }
        for step in 1...radius { Self.add(kernel[step], centre - step, centre + step, to: line, count: wide) }
      }
      let line = padded
      for y in 0..<high {
        let row = middle + y * wide
        let weight = kernel[0]
        for x in 0..<wide { line[x] = weight * row[x] + 0.5 }
        for step in 1...radius {
          Self.add(
            kernel[step], middle + max(y - step, 0) * wide, middle + min(y + step, high - 1) * wide, to: line,
            count: wide)
        }
        let bytes = target + y * wide
        for x in 0..<wide { bytes[x] = line[x].byte }
      }
    }
  }

  @inline(__always)
  private static func add(
    _ weight: Float, _ one: UnsafeMutablePointer<Float>, _ other: UnsafeMutablePointer<Float>,
    to line: UnsafeMutablePointer<Float>, count: Int
  ) {
    for x in 0..<count { line[x] += weight * (one[x] + other[x]) }
  }

  /// Unsharp mask: adds `amount` times the difference from the blurred picture.
  func sharpened(sigma: Double, amount: Float) -> GreyImage {
    let soft = blurred(sigma: sigma)
    return soft.made(width: width, height: height) { blurred, target in
      pixels.withUnsafeBufferPointer { source in
        guard let source = source.baseAddress else { return }
        for index in 0..<width * height {
          let value = Float(source[index])
          target[index] = (value + amount * (value - Float(blurred[index])) + 0.5).byte
        }
      }
    }
  }

  /// How much lighter each pixel is than `other`'s at its place; 0 where it is not.
  func lighter(than other: GreyImage) -> GreyImage {
    other.made(width: width, height: height) { other, target in
      pixels.withUnsafeBufferPointer { source in
        for index in 0..<source.count { target[index] = max(source[index], other[index]) &- other[index] }
      }
    }
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
    let scale = 255 / (white - black)
    return paper.made(width: width, height: height) { paper, target in
      pixels.withUnsafeBufferPointer { source in
        guard let source = source.baseAddress else { return }
        for index in 0..<width * height {
          let share = Float(source[index]) / max(Float(paper[index]), 1)
          target[index] = ((share - black) * scale).byte
        }
      }
    }
  }

  /// Sauvola's local threshold: 0 for ink, 255 for paper.
  func sauvola(radius: Int, k: Float) -> GreyImage {
    let statistics = LocalStatistics(self, radius: radius)
    return made(width: width, height: height) { source, target in
      for y in 0..<height {
        for x in 0..<width {
          let (mean, deviation) = statistics.at(x, y)
          let threshold = mean * (1 + k * (deviation / 128 - 1))
          target[y * width + x] = Float(source[y * width + x]) > threshold ? 255 : 0
        }
      }
    }
  }

  /// Largest value in a square of `radius` around each pixel.
  func maximum(radius: Int) -> GreyImage { ranked(radius: radius) { max($0, $1) } }
  /// Smallest value in a square of `radius` around each pixel.
  func minimum(radius: Int) -> GreyImage { ranked(radius: radius) { min($0, $1) } }

  /// A square's best is the best of its rows' bests. Repeating the edge changes no best.
  @inline(__always)
  private func ranked(radius: Int, pick: (UInt8, UInt8) -> UInt8) -> GreyImage {
    let (wide, high) = (width, height)
    return made(width: wide, height: high) { source, target in
      let middle = UnsafeMutablePointer<UInt8>.allocate(capacity: wide * high)
      defer { middle.deallocate() }
      let padded = UnsafeMutablePointer<UInt8>.allocate(capacity: wide + 2 * radius)
      defer { padded.deallocate() }
      for y in 0..<high {
        let row = source + y * wide
        padded.update(repeating: row[0], count: radius)
        (padded + radius).update(from: row, count: wide)
        (padded + radius + wide).update(repeating: row[wide - 1], count: radius)
        let line = middle + y * wide
        line.update(from: row, count: wide)
        for step in 0...2 * radius {
          let shifted = padded + step
          for x in 0..<wide { line[x] = pick(line[x], shifted[x]) }
        }
      }
      for y in 0..<high {
        let line = target + y * wide
        line.update(from: middle + y * wide, count: wide)
        for other in max(0, y - radius)...min(high - 1, y + radius) {
          let row = middle + other * wide
          for x in 0..<wide { line[x] = pick(line[x], row[x]) }
        }
      }
    }
  }

  /// The grey value that best parts the picture in two (Otsu 1979).
  func otsuThreshold() -> Int {
    var histogram = [Int](repeating: 0, count: 256)
    for pixel in pixels { histogram[Int(pixel)] &+= 1 }
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
