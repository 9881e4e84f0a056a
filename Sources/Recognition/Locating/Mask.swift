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
  private func windowed(across: Int, down: Int, keep: (Int, Int) -> Bool) -> Mask {
    var middle = bits
    var radius = across
    for y in 0..<height {
      let row = y * width
      var count = 0
      for x in 0..<min(radius, width) where bits[row + x] { count += 1 }
      for x in 0..<width {
        if x + radius < width, bits[row + x + radius] { count += 1 }
        if x - radius - 1 >= 0, bits[row + x - radius - 1] { count -= 1 }
        middle[row + x] = keep(count, min(width - 1, x + radius) - max(0, x - radius) + 1)
      }
    }
    var result = middle
    radius = down
    for x in 0..<width {
      var count = 0
      for y in 0..<min(radius, height) where middle[y * width + x] { count += 1 }
      for y in 0..<height {
        if y + radius < height, middle[(y + radius) * width + x] { count += 1 }
        if y - radius - 1 >= 0, middle[(y - radius - 1) * width + x] { count -= 1 }
        result[y * width + x] = keep(count, min(height - 1, y + radius) - max(0, y - radius) + 1)
      }
    }
    return Mask(width: width, height: height, bits: result)
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
    var bits = [Bool](repeating: false, count: width * height)
    for member in members { bits[member] = true }
    // Whatever the outside cannot reach is inside.
    var outside = [Bool](repeating: false, count: width * height)
    var stack: [Int] = []
    func visit(_ at: Int) {
      if !bits[at] && !outside[at] {
        outside[at] = true
        stack.append(at)
      }
    }
    for x in 0..<width {
      visit(x)
      visit((height - 1) * width + x)
    }
    for y in 0..<height {
      visit(y * width)
      visit(y * width + width - 1)
    }
    while let at = stack.popLast() {
      let (x, y) = (at % width, at / width)
      if x > 0 { visit(at - 1) }
      if x < width - 1 { visit(at + 1) }
      if y > 0 { visit(at - width) }
      if y < height - 1 { visit(at + width) }
    }
    var count = 0
    var contour: [(x: Int, y: Int)] = []
    for at in bits.indices {
      bits[at] = !outside[at]
      if outside[at] { continue }
      count += 1
      let (x, y) = (at % width, at / width)
      if x == 0 || y == 0 || x == width - 1 || y == height - 1 || outside[at - 1] || outside[at + 1]
        || outside[at - width] || outside[at + width]
      {
        contour.append((x, y))
      }
    }
    mask = Mask(width: width, height: height, bits: bits)
    pixels = count
    self.contour = contour
  }
}
