import Media

extension GreyImage {
  /// Whether some spot is dark and light in fine and even mixture, as a code of small modules is and print with its
  /// gaps between lines and words is not. Pictures have such spots too.
  var hasFineTexture: Bool {
    let (across, down) = (width / Self.tile, height / Self.tile)
    guard across > 1, down > 1 else { return true }
    var above = [Bool](repeating: false, count: across)
    for row in 0..<down {
      var present = [Bool](repeating: false, count: across)
      for column in 0..<across {
        present[column] = isMixed(left: column * Self.tile, top: row * Self.tile)
        // A square of four: a code is larger than what print fills by chance.
        if column > 0, present[column], present[column - 1], above[column], above[column - 1] { return true }
      }
      above = present
    }
    return false
  }

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
