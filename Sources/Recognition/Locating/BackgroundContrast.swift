import Glibc
import Media

/// How far each pixel of a small picture is from the background, as seen at the border.
struct BackgroundContrast {
  let width: Int
  let height: Int
  /// Distances in CIELAB, colour weighted above lightness (shadows change lightness most), four steps a unit.
  let distances: [UInt8]

  /// By colour alone: a shadow changes how much light there is, hardly its colour. Steps of a quarter per cent.
  init(shadowless colour: ColourImage) {
    width = colour.width
    height = colour.height
    let channels = (0..<3).map { colour.channel($0).blurred(sigma: 2).pixels }
    let count = width * height
    var ratios = [[Float]](repeating: [Float](repeating: 0, count: count), count: 2)
    for index in 0..<count {
      let green = Self.logarithms[Int(channels[1][index])]
      ratios[0][index] = Self.logarithms[Int(channels[0][index])] - green
      ratios[1][index] = Self.logarithms[Int(channels[2][index])] - green
    }
    distances = Self.distances(ratios, weights: [1, 1], width: width, height: height)
  }

  /// Hundredths of natural logarithms; the offset keeps noise in the dark small.
  private static let logarithms: [Float] = (0..<256).map { 100 * logf(Float($0) + 12) }

  /// A background of one colour, however the light falls off across it.
  init(_ colours: PerceivedColours) {
    (width, height) = (colours.width, colours.height)
    distances = Self.distances(colours.planes, weights: PerceivedColours.weights, width: width, height: height)
  }

  /// A background of several colours: a patterned cloth, a keyboard, a printed page, two surfaces that meet.
  init(patterned colours: PerceivedColours) {
    (width, height) = (colours.width, colours.height)
    let palette = ColourPalette(of: Self.ring(width: width, height: height).map { colours[$0] })
    distances = (0..<(width * height)).map { UInt8(min(palette.distance(to: colours[$0]) * 4, 255)) }
  }

  /// How far off the background's plane each pixel is, over all channels.
  private static func distances(_ channels: [[Float]], weights: [Float], width: Int, height: Int) -> [UInt8] {
    let ring = ring(width: width, height: height)
    var sums = [Float](repeating: 0, count: width * height)
    for (channel, weight) in zip(channels, weights) {
      let plane = Plane(fitting: channel, at: ring, width: width)
      sums.withUnsafeMutableBufferPointer { sums in
        channel.withUnsafeBufferPointer { channel in
          for y in 0..<height {
            for x in 0..<width {
              let gap = (channel[y * width + x] - plane.value(x, y)) * weight
              sums[y * width + x] += gap * gap
            }
          }
        }
      }
    }
    return sums.map { UInt8(min($0.squareRoot() * 4, 255)) }
  }

  /// The pixels of a border as wide as a fortieth of the picture.
  private static func ring(width: Int, height: Int) -> [Int] {
    let edge = max(2, max(width, height) / 40)
    var result: [Int] = []
    for y in stride(from: 0, to: height, by: 2) {
      for x in stride(from: 0, to: width, by: 2)
      where x < edge || y < edge || x >= width - edge || y >= height - edge {
        result.append(y * width + x)
      }
    }
    return result
  }
}

/// A tilted plane through scattered values: light falls off across a table.
private struct Plane {
  var a: Double = 0
  var b: Double = 0
  var c: Double = 0

  /// Least squares, thrice, each time without what lies far off: a card or hand may cross the border.
  init(fitting values: [Float], at indices: [Int], width: Int) {
    let sorted = indices.map { values[$0] }.sorted()
    guard !sorted.isEmpty else { return }
    c = Double(sorted[sorted.count / 2])
    for _ in 0..<3 {
      let gaps = indices.map { abs(Double(values[$0]) - value($0 % width, $0 / width)) }
      let limit = max(2, 2.5 * gaps.sorted()[gaps.count / 2])
      var (n, sx, sy, sxx, sxy, syy, sz, sxz, syz) = (0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0)
      for (index, gap) in zip(indices, gaps) where gap <= limit {
        let (x, y, z) = (Double(index % width), Double(index / width), Double(values[index]))
        n += 1
        sx += x
        sy += y
        sxx += x * x
        sxy += x * y
        syy += y * y
        sz += z
        sxz += x * z
        syz += y * z
      }
      let determinant = sxx * (syy * n - sy * sy) - sxy * (sxy * n - sy * sx) + sx * (sxy * sy - syy * sx)
      if abs(determinant) < 1e-6 { return }
      a = (sxz * (syy * n - sy * sy) - sxy * (syz * n - sy * sz) + sx * (syz * sy - syy * sz)) / determinant
      b = (sxx * (syz * n - sz * sy) - sxz * (sxy * n - sy * sx) + sx * (sxy * sz - syz * sx)) / determinant
      c = (sxx * (syy * sz - sy * syz) - sxy * (sxy * sz - sx * syz) + sxz * (sxy * sy - syy * sx)) / determinant
    }
  }

  func value(_ x: Int, _ y: Int) -> Double { a * Double(x) + b * Double(y) + c }
  func value(_ x: Int, _ y: Int) -> Float { Float(a * Double(x) + b * Double(y) + c) }
}
