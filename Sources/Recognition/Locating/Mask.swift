/// A picture of yes and no, for shapes.
struct Mask {
  let width: Int
  let height: Int
  var bits: [Bool]

  /// Grows by `radius`, then shrinks: gaps and holes up to twice the radius close. Outside counts as nothing
  /// when growing and as everything when shrinking, so that shapes at the edge stay.
  func closed(radius: Int) -> Mask { grown(radius: radius).shrunk(radius: radius) }
  func opened(radius: Int) -> Mask { shrunk(radius: radius).grown(radius: radius) }

  func grown(radius: Int) -> Mask { grown(across: radius, down: radius) }
  func shrunk(radius: Int) -> Mask { shrunk(across: radius, down: radius) }
  func grown(across: Int, down: Int) -> Mask { windowed(across: across, down: down) { count, _ in count > 0 } }
  func shrunk(across: Int, down: Int) -> Mask {
    windowed(across: across, down: down) { count, size in count == size }
  }

  /// Both directions by running counts: a rectangular window separates.
  @inline(__always)
  private func windowed(across: Int, down: Int, keep: (Int32, Int32) -> Bool) -> Mask {
    let (wide, high) = (width, height)
    let result = [Bool](unsafeUninitializedCapacity: bits.count) { target, count in
      count = bits.count
      var middle = [Bool](repeating: false, count: count)
      let sizes = (0..<wide).map { Int32(truncatingIfNeeded: min(wide - 1, $0 + across) - max(0, $0 - across) + 1) }
      var padded = [Int32](repeating: 0, count: wide + 2 * across + 1)
      bits.withUnsafeBufferPointer { bits in
        middle.withUnsafeMutableBufferPointer { middle in
          padded.withUnsafeMutableBufferPointer { padded in
            for y in 0..<high {
              let row = y * wide
              for x in 0..<wide { padded[across &+ 1 &+ x] = bits[row &+ x] ? 1 : 0 }
              var inside: Int32 = 0
              for x in 0..<2 * across { inside &+= padded[x &+ 1] }
              for x in 0..<wide {
                inside &+= padded[x &+ 2 &* across &+ 1] &- padded[x]
                middle[row &+ x] = keep(inside, sizes[x])
              }
            }
          }
        }
      }
      // All columns at once, row by row.
      var inside = [Int32](repeating: 0, count: wide)
      middle.withUnsafeBufferPointer { middle in
        inside.withUnsafeMutableBufferPointer { inside in
          func add(_ row: Int, _ sign: Int32) {
            for x in 0..<wide { inside[x] &+= middle[row &* wide &+ x] ? sign : 0 }
          }
          for y in 0..<min(down, high) { add(y, 1) }
          for y in 0..<high {
            if y + down < high { add(y + down, 1) }
            if y - down - 1 >= 0 { add(y - down - 1, -1) }
            let size = Int32(truncatingIfNeeded: min(high - 1, y + down) - max(0, y - down) + 1)
            for x in 0..<wide { target[y &* wide &+ x] = keep(inside[x], size) }
          }
        }
      }
    }
    return Mask(width: wide, height: high, bits: result)
  }

  /// The connected shapes (8 neighbours) of at least `minPixels`, their holes filled, largest first.
  func shapes(minPixels: Int) -> [Shape] {
    var seen = [Bool](repeating: false, count: bits.count)
    var stack: [Int] = []
    var found: [Shape] = []
    for start in bits.indices where bits[start] && !seen[start] {
      stack.append(start)
      seen[start] = true
      var members: [Int] = []
      while let at = stack.popLast() {
        members.append(at)
        let (x, y) = (at % width, at / width)
        for ny in max(0, y - 1)...min(height - 1, y + 1) {
          for nx in max(0, x - 1)...min(width - 1, x + 1) {
            let next = ny * width + nx
            if bits[next] && !seen[next] {
              seen[next] = true
              stack.append(next)
            }
          }
        }
      }
      if members.count >= minPixels { found.append(Shape(members: members, width: width, height: height)) }
    }
    return found.sorted { $0.pixels > $1.pixels }
  }
}

/// One connected shape of a mask, without holes.
struct Shape {
  let mask: Mask
  let pixels: Int
  /// Pixels of the shape that touch its outside (or the picture's edge).
  let contour: [(x: Int, y: Int)]

  init(members: [Int], width: Int, height: Int) {
    let box = ShapeBox(members: members, width: width)
    // The box with a frame of one around it: whatever the frame cannot reach is inside.
    let (across, down) = (box.maxX - box.minX + 3, box.maxY - box.minY + 3)
    var isMember = [Bool](repeating: false, count: across * down)
    for member in members {
      let (y, x) = member.quotientAndRemainder(dividingBy: width)
      isMember[(y - box.minY + 1) * across + x - box.minX + 1] = true
    }
    let outside = Self.reach(ofFrameIn: isMember, across: across, down: down)
    var bits = [Bool](repeating: false, count: width * height)
    var count = 0
    var contour: [(x: Int, y: Int)] = []
    for y in box.minY...box.maxY {
      for x in box.minX...box.maxX {
        let at = (y - box.minY + 1) * across + x - box.minX + 1
        if outside[at] { continue }
        bits[y * width + x] = true
        count += 1
        if x == 0 || y == 0 || x == width - 1 || y == height - 1 || outside[at - 1] || outside[at + 1]
          || outside[at - across] || outside[at + across]
        {
          contour.append((x, y))
        }
      }
    }
    mask = Mask(width: width, height: height, bits: bits)
    pixels = count
    self.contour = contour
  }

  /// What can be reached from the frame without crossing a member (4 neighbours).
  private static func reach(ofFrameIn isMember: [Bool], across: Int, down: Int) -> [Bool] {
    var reached = [Bool](repeating: false, count: isMember.count)
    var stack = [0]
    reached[0] = true
    func visit(_ at: Int) {
      if !isMember[at] && !reached[at] {
        reached[at] = true
        stack.append(at)
      }
    }
    while let at = stack.popLast() {
      let x = at % across
      if x > 0 { visit(at - 1) }
      if x < across - 1 { visit(at + 1) }
      if at >= across { visit(at - across) }
      if at < across * (down - 1) { visit(at + across) }
    }
    return reached
  }
}

/// The smallest box around some pixels.
private struct ShapeBox {
  var minX = Int.max
  var minY = Int.max
  var maxX = 0
  var maxY = 0

  /// `members` are places in a picture of that width; there is one at least.
  init(members: [Int], width: Int) {
    for member in members {
      let (y, x) = member.quotientAndRemainder(dividingBy: width)
      minX = min(minX, x)
      maxX = max(maxX, x)
      minY = min(minY, y)
      maxY = max(maxY, y)
    }
  }
}
