import Foundation
import Media

extension GreyImage {
  /// Undoes a Gaussian blur of `sigma` pixels as far as grain allows: a Wiener filter, applied to rows and columns in
  /// turn.
  func deblurred(sigma: Double) -> GreyImage {
    filtered(Self.wienerKernel(sigma: sigma))
  }

  /// The right half of the filter H / (H² + n), with H the Gaussian's own spectrum and n the share of grain; it leaves
  /// the brightness of the paper as it is.
  private static func wienerKernel(sigma: Double, grain: Double = 0.05) -> [Float] {
    let samples = 256
    let radius = Int((4 * sigma).rounded(.up)) + 2
    let gains = (0..<samples).map { index in
      let frequency = (Double(index) + 0.5) / Double(2 * samples)
      let spectrum = exp(-2 * Double.pi * Double.pi * sigma * sigma * frequency * frequency)
      return spectrum / (spectrum * spectrum + grain)
    }
    let taps = (0...radius).map { tap in
      gains.enumerated().reduce(0) { sum, entry in
        sum + entry.element * cos(2 * .pi * (Double(entry.offset) + 0.5) / Double(2 * samples) * Double(tap))
      }
    }
    let all = taps[0] + 2 * taps.dropFirst().reduce(0, +)
    return taps.map { Float($0 / all) }
  }

  /// Greys from `black` to `white` spread over the whole range.
  func stretched(black: Double, white: Double) -> GreyImage {
    let table = (0...255).map { UInt8(min(max((Double($0) - black) * 255 / max(white - black, 1), 0), 255)) }
    return GreyImage(width: width, height: height, pixels: pixels.map { table[Int($0)] })
  }
}
