import Dossiers
import Media

extension GreyImage {
  /// Whether some spot is dark and light in fine and even mixture, as a code of small modules is and print with its
  /// gaps between lines and words is not. Pictures have such spots too.
  var hasFineTexture: Bool { hasFineTexture(offsets: [0]) }

  /// The same of a part of the picture, looked at closer: a code need not be as large there.
  func hasFineTexture(in box: Box) -> Bool { cropped(to: box).hasFineTexture(offsets: [0, Self.tile / 2]) }

  private func hasFineTexture(offsets: [Int]) -> Bool {
    guard width >= 2 * Self.tile, height >= 2 * Self.tile else { return true }
    return offsets.contains { top in offsets.contains { left in hasFineTexture(left: left, top: top) } }
  }

  private func hasFineTexture(left: Int, top: Int) -> Bool {
    let (across, down) = ((width - left) / Self.tile, (height - top) / Self.tile)
    guard across > 0 else { return false }
    var above = [Bool](repeating: false, count: across)
    for row in 0..<down {
      var present = [Bool](repeating: false, count: across)
      for column in 0..<across {
        present[column] = isMixed(left: left + column * Self.tile, top: top + row * Self.tile)
        // A square of four: a code is larger than what print fills by chance.
        if column > 0, present[column], present[column - 1], above[column], above[column - 1] { return true }
      }
      above = present
    }
    return false
  }

  /// Whether there is a square of `side` pixels without a spot of `spot` pixels that is all light or all dark: a code,
  /// also a blurred one. Print leaves gaps, and what shades off does so over more than a spot.
  func hasMixedSquare(side: Int, spot: Int) -> Bool {
    let (radius, step) = (spot / 2, max(1, spot / 3))
    let needed = max(1, (side - spot) / step)
    let statistics = LocalStatistics(self, radius: radius)
    var above: [Int] = []
    for y in stride(from: radius, to: height - radius, by: step) {
      // How wide a square of mixed spots ends at each place.
      var present: [Int] = []
      for x in stride(from: radius, to: width - radius, by: step) {
        let (mean, deviation) = statistics.at(x, y)
        let column = present.count
        guard deviation > Self.leastMixture * max(mean, 20) else {
          present.append(0)
          continue
        }
        let smallest = column == 0 || above.isEmpty ? 0 : min(present[column - 1], above[column], above[column - 1])
        present.append(smallest + 1)
        if smallest + 1 >= needed { return true }
      }
      above = present
    }
    return false
  }

  /// Half of what legible codes have at the least, in relation to their brightness.
  private static let leastMixture: Float = 0.2

  private static let tile = 32
  private static let part = 8

  /// True where each part of the tile has dark and light pixels.
  private func isMixed(left: Int, top: Int) -> Bool {
    pixels.withUnsafeBufferPointer { pixels in
      var (least, most) = (UInt8.max, UInt8.min)
      for y in top..<top + Self.tile {
        for x in left..<left + Self.tile {
          let value = pixels[y * width + x]
          least = min(least, value)
          most = max(most, value)
        }
      }
      guard most - least > 48 else { return false }
      let middle = UInt8((Int(least) + Int(most)) / 2)
      for partTop in stride(from: top, to: top + Self.tile, by: Self.part) {
        for partLeft in stride(from: left, to: left + Self.tile, by: Self.part) {
          var dark = 0
          for y in partTop..<partTop + Self.part {
            for x in partLeft..<partLeft + Self.part where pixels[y * width + x] < middle { dark += 1 }
          }
          // Of 64: an eighth at least of either.
          if dark < 8 || dark > 56 { return false }
        }
      }
      return true
    }
  }
}
