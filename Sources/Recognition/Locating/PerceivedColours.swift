import Glibc
import Media

/// A small picture in CIELAB, where distances are about as large as they look.
struct PerceivedColours {
  let width: Int
  let height: Int
  /// Lightness, then the two axes of colour where there is any; each row-major.
  let planes: [[Float]]

  /// Colour counts above lightness: shadows change lightness most.
  static let weights: [Float] = [1, 3, 3]

  /// Softened by two pixels, so that grain does not count.
  init(_ colour: ColourImage) {
    width = colour.width
    height = colour.height
    let channels = (0..<3).map { colour.channel($0).blurred(sigma: 2).pixels }
    let count = width * height
    var planes = [[Float]](repeating: [Float](repeating: 0, count: count), count: 3)
    for index in 0..<count {
      let (l, a, b) = Self.lab(channels[0][index], channels[1][index], channels[2][index])
      planes[0][index] = l
      planes[1][index] = a
      planes[2][index] = b
    }
    self.planes = planes
  }

  /// The same of a picture without colour.
  init(_ grey: GreyImage) {
    width = grey.width
    height = grey.height
    let lightness = (0...255).map { Self.lab($0, $0, $0).0 }
    planes = [grey.blurred(sigma: 2).pixels.map { lightness[Int($0)] }]
  }

  /// A pixel's colour, weighted.
  subscript(index: Int) -> SIMD4<Float> {
    if planes.count == 1 { return SIMD4(planes[0][index], 0, 0, 0) }
    return SIMD4(
      planes[0][index], planes[1][index] * Self.weights[1], planes[2][index] * Self.weights[2], 0)
  }

  private static let linear: [Float] = (0..<256).map {
    let value = Float($0) / 255
    return value <= 0.04045 ? value / 12.92 : powf((value + 0.055) / 1.055, 2.4)
  }
  /// The cube root of CIELAB over 0 … 1 in 4096 steps.
  private static let root: [Float] = (0...4096).map {
    let value = Float($0) / 4096
    return value > 0.008856 ? cbrtf(value) : 7.787 * value + 16 / 116
  }

  private static func lab(_ red: UInt8, _ green: UInt8, _ blue: UInt8) -> (Float, Float, Float) {
    let (r, g, b) = (linear[Int(red)], linear[Int(green)], linear[Int(blue)])
    // sRGB to XYZ under D65, by its white.
    let x = root[Int(min(max((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.9505, 0), 1) * 4096)]
    let y = root[Int(min(max(0.2126 * r + 0.7152 * g + 0.0722 * b, 0), 1) * 4096)]
    let z = root[Int(min(max((0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.089, 0), 1) * 4096)]
    return (116 * y - 16, 500 * (x - y), 200 * (y - z))
  }
}
