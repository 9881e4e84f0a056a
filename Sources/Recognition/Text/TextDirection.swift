import Foundation
import Media

/// How the lines of text lie on a page, from the profile of its dark pixels: no recognition needed.
struct TextDirection {
  /// The lines run up or down the page.
  let isSideways: Bool
  /// By how much the lines fall to the right, in degrees, between -4 and 4; of a sideways page, after a quarter turn
  /// clockwise.
  let skewInDegrees: Double
  /// How sharply rows stand apart at that angle; below about 1.2 the page has hardly any lines.
  let clarity: Double

  static let reach = 4.0

  init(of image: GreyImage) {
    let (points, width, height) = Self.edges(of: image)
    // Sideways pages are rare: they must win clearly.
    let level = Self.best(points, width: width, height: height)
    let turned = Self.best(points.map { (height - 1 - $0.y, $0.x) }, width: height, height: width)
    isSideways = turned.sharpness > level.sharpness * 1.25
    let best = isSideways ? turned : level
    skewInDegrees = best.degrees
    clarity = best.sharpness
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
    let margin = Int(Double(width) * tan(reach * .pi / 180)) + 2
    var rows = [Double](repeating: 0, count: height + 2 * margin)
    for point in points {
      let row = Double(point.y) - slope * Double(point.x - width / 2)
      rows[min(max(Int(row.rounded()) + margin, 0), rows.count - 1)] += 1
    }
    let squares = rows.reduce(0) { $0 + $1 * $1 }
    return squares * Double(height) / (Double(points.count) * Double(points.count))
  }
}
