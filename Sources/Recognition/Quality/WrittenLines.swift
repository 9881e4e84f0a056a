import Media

/// Lines of writing, told by their shape alone: as long as a line has gaps to its neighbours it is seen, however
/// blurred, small or foreign its letters are.
struct WrittenLines {
  /// How many there are.
  let count: Int
  /// Their middle height, in pixels of the picture that was looked at.
  let height: Double
  /// The share of the picture that is bare paper.
  let paper: Double
  /// There is something on the paper.
  let isWrittenOn: Bool

  /// A page of writing: several lines, on paper for the most part. Photographs of people and places have neither.
  var areAPage: Bool { count >= 5 && paper > 0.6 }
  /// A light sheet with something on it that may be writing whose lines have run together.
  var mayBeAPage: Bool { isWrittenOn && paper > 0.75 }

  private static let longSideInPixels = 480

  init(in picture: GreyImage) {
    let small = picture.shrunk(longSideInPixels: Self.longSideInPixels).levelled()
    let scale = Double(picture.width) / Double(max(small.width, 1))
    let depths = small.pixels.map { $0 < 245 ? 245 - $0 : 0 }
    let ink = Int(Self.grey(below: 0.99, of: depths))
    // A sheet without anything on it.
    guard ink >= 8 else {
      (count, height, paper, isWrittenOn) = (0, 0, 1, false)
      return
    }
    isWrittenOn = true
    paper = Double(depths.count { Int($0) * 20 < max(120, ink * 3) }) / Double(max(depths.count, 1))
    let mask = Mask(width: small.width, height: small.height, bits: depths.map { Int($0) * 10 > ink * 3 })
    let level = Self.heights(of: mask)
    let upright = Self.heights(of: mask.turned)
    let heights = (level.count >= upright.count ? level : upright).sorted()
    count = heights.count
    height = heights.isEmpty ? 0 : Double(heights[heights.count / 2]) * scale
  }

  /// The heights of shapes that are long and low, once the letters of a line hang together.
  private static func heights(of mask: Mask) -> [Int] {
    let joined = mask.grown(across: 4, down: 0).shrunk(across: 4, down: 0)
    let highest = joined.height * 6 / 100 + 2
    return joined.extents().filter { extent in
      (3..<max(4, highest)).contains(extent.height) && extent.width > 4 * extent.height
        && extent.width * 100 > joined.width * 8
    }.map(\.height)
  }

  private static func grey(below share: Double, of values: [UInt8]) -> UInt8 {
    var histogram = [Int](repeating: 0, count: 256)
    for value in values { histogram[Int(value)] += 1 }
    var seen = 0
    for (value, count) in histogram.enumerated() {
      seen += count
      if Double(seen) >= share * Double(values.count) { return UInt8(value) }
    }
    return 255
  }
}

extension Mask {
  /// Rows for columns.
  fileprivate var turned: Mask {
    var turned = [Bool](repeating: false, count: bits.count)
    for y in 0..<height {
      for x in 0..<width { turned[x * height + y] = bits[y * width + x] }
    }
    return Mask(width: height, height: width, bits: turned)
  }

  /// The size of each connected shape (8 neighbours).
  fileprivate func extents() -> [(width: Int, height: Int)] {
    var seen = bits.map { !$0 }
    var stack: [Int] = []
    var extents: [(width: Int, height: Int)] = []
    for start in bits.indices where !seen[start] {
      var (left, right, top, bottom) = (width, 0, height, 0)
      seen[start] = true
      stack.append(start)
      while let at = stack.popLast() {
        let (x, y) = (at % width, at / width)
        (left, right, top, bottom) = (min(left, x), max(right, x), min(top, y), max(bottom, y))
        for ny in max(0, y - 1)...min(height - 1, y + 1) {
          for nx in max(0, x - 1)...min(width - 1, x + 1) where !seen[ny * width + nx] {
            seen[ny * width + nx] = true
            stack.append(ny * width + nx)
          }
        }
      }
      extents.append((right - left + 1, bottom - top + 1))
    }
    return extents
  }
}
