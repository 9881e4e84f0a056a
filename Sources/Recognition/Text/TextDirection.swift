import Foundation
import Media

/// How the lines of text lie on a page, from the profile of its dark pixels: no recognition needed.
struct TextDirection {
  /// The lines run up or down the page.
  let isSideways: Bool
  /// By how much the lines fall to the right, in degrees, between -4 and 4; of a sideways page, after a quarter turn
  /// clockwise.
  let skewInDegrees: Double
  /// How lines spread: paper seen at an angle, whose outline was not found. Nil where all lie alike.
  let fan: TextFan?
  /// How sharply rows stand apart at that angle; below about 1.2 the page has hardly any lines.
  let clarity: Double

  static let reach = 4.0
  /// How far from the page's skew the lines of a half are looked for, in degrees.
  private static let spread = 5.0

  init(of image: GreyImage) {
    let (points, width, height) = Self.edges(of: image)
    // Sideways pages are rare: they must win clearly.
    let level = Self.best(points, width: width, height: height)
    let sidewaysPoints = points.map { (x: height - 1 - $0.y, y: $0.x) }
    let turned = Self.best(sidewaysPoints, width: height, height: width)
    isSideways = turned.sharpness > level.sharpness * 1.25
    let best = isSideways ? turned : level
    skewInDegrees = best.degrees
    clarity = best.sharpness
    fan =
      isSideways
      ? Self.fan(sidewaysPoints, around: best.degrees, width: height, height: width)
      : Self.fan(points, around: best.degrees, width: width, height: height)
  }

  /// Measured above and below the middle of what is written.
  private static func fan(
    _ points: [(x: Int, y: Int)], around degrees: Double, width: Int, height: Int
  ) -> TextFan? {
    let heights = points.map(\.y).sorted()
    guard heights.count > 800 else { return nil }
    let middle = heights[heights.count / 2]
    let halves = [points.filter { $0.y < middle }, points.filter { $0.y >= middle }].map { half in
      let level = sharpness(half, degrees, width, height)
      let best =
        stride(from: -Self.spread, through: Self.spread, by: 0.25)
        .map { (degrees: $0, sharpness: sharpness(half, degrees + $0, width, height)) }
        .max { $0.sharpness < $1.sharpness } ?? (0, level)
      let centre = Double(half.reduce(0) { $0 + $1.y }) / Double(max(half.count, 1))
      return (degrees: best.degrees, gain: best.sharpness / max(level, .ulpOfOne), centre: centre)
    }
    let (upper, lower) = (halves[0], halves[1])
    // A single line is almost as sharp at many angles.
    guard abs(lower.degrees - upper.degrees) >= 0.75, max(upper.gain, lower.gain) > 1.15,
      lower.centre - upper.centre > Double(height) / 8
    else { return nil }
    let growth = (lower.degrees - upper.degrees) / (lower.centre - upper.centre)
    return TextFan(
      headInDegrees: upper.degrees - growth * upper.centre,
      footInDegrees: lower.degrees + growth * (Double(height) - lower.centre))
  }

  /// The upper edges of dark strokes, on a copy some 800 pixels wide: a line's x-height makes a sharp row of them.
  private static func edges(of image: GreyImage) -> (points: [(x: Int, y: Int)], width: Int, height: Int) {
    let step = max(1, (max(image.width, image.height) + 999) / 1000)
    let width = image.width / step
    let height = image.height / step
    guard width > 16, height > 16 else { return ([], max(1, width), max(1, height)) }
    var small = [Int](repeating: 0, count: width * height)
    image.pixels.withUnsafeBufferPointer { source in
      for y in 0..<height {
        for x in 0..<width {
          var sum = 0
          for dy in 0..<step {
            for dx in 0..<step { sum += Int(source[(y * step + dy) * image.width + x * step + dx]) }
          }
          small[y * width + x] = sum / (step * step)
        }
      }
    }
    // Grain makes edges too: take the strongest, some six in a hundred pixels at most.
    var histogram = [Int](repeating: 0, count: 256)
    for y in 1..<(height - 1) {
      for x in 0..<width {
        let edge = small[(y - 1) * width + x] - small[(y + 1) * width + x]
        if edge > 0 { histogram[edge] += 1 }
      }
    }
    var threshold = 255
    var count = 0
    while threshold > 24, count + histogram[threshold] <= width * height * 6 / 100 {
      count += histogram[threshold]
      threshold -= 1
    }
    var points: [(x: Int, y: Int)] = []
    for y in 1..<(height - 1) {
      for x in 0..<width where small[(y - 1) * width + x] - small[(y + 1) * width + x] > threshold {
        points.append((x, y))
      }
    }
    return (points, width, height)
  }

  private static func best(
    _ points: [(x: Int, y: Int)], width: Int, height: Int
  ) -> (degrees: Double, sharpness: Double) {
    guard points.count > 50 else { return (0, 0) }
    var best = (degrees: 0.0, sharpness: sharpness(points, 0, width, height))
    for (reach, step) in [(Self.reach, 0.5), (0.4, 0.1)] {
      let middle = best.degrees
      for degrees in stride(from: middle - reach, through: middle + reach, by: step)
      where abs(degrees) <= Self.reach {
        let sharpness = sharpness(points, degrees, width, height)
        if sharpness > best.sharpness { best = (degrees, sharpness) }
      }
    }
    return best
  }

  /// The mean square of the points a row in relation to what an even spread would give.
  private static func sharpness(_ points: [(x: Int, y: Int)], _ degrees: Double, _ width: Int, _ height: Int) -> Double
  {
    let slope = tan(degrees * .pi / 180)
    let margin = Int(Double(width) * tan((reach + spread) * .pi / 180)) + 2
    var rows = [Double](repeating: 0, count: height + 2 * margin)
    for point in points {
      let row = Double(point.y) - slope * Double(point.x - width / 2)
      rows[min(max(Int(row.rounded()) + margin, 0), rows.count - 1)] += 1
    }
    let squares = rows.reduce(0) { $0 + $1 * $1 }
    return squares * Double(height) / (Double(points.count) * Double(points.count))
  }
}

/// By how much more than the page's skew lines fall to the right at its head and at its foot, evenly between the two.
struct TextFan {
  let headInDegrees: Double
  let footInDegrees: Double

  /// Of the page upside down.
  var turnedOver: TextFan { TextFan(headInDegrees: footInDegrees, footInDegrees: headInDegrees) }
}
