/// One connected shape of a mask, without holes.
struct Shape {
  let mask: Mask
  let pixels: Int
  /// Pixels of the shape that touch its outside (or the picture's edge).
  let contour: [(x: Int, y: Int)]

  /// `members` are the shape's pixels in a picture of that size; one at least.
  init(members: [(x: Int, y: Int)], width: Int, height: Int) {
    let box = Self.box(members)
    // The shape with a frame of nothing around it, in which the outside hangs together.
    let stride = box.width + 2
    let rows = box.height + 2
    var isMember = [Bool](repeating: false, count: stride * rows)
    for member in members { isMember[(member.y - box.y + 1) * stride + member.x - box.x + 1] = true }
    let isOutside = Self.outside(isMember, stride: stride, rows: rows)
    var bits = [Bool](repeating: false, count: width * height)
    var count = 0
    var contour: [(x: Int, y: Int)] = []
    for row in 1..<(rows - 1) {
      let y = box.y + row - 1
      for column in 1..<(stride - 1) where !isOutside[row * stride + column] {
        let x = box.x + column - 1
        let at = row * stride + column
        bits[y * width + x] = true
        count += 1
        if x == 0 || y == 0 || x == width - 1 || y == height - 1 || isOutside[at - 1] || isOutside[at + 1]
          || isOutside[at - stride] || isOutside[at + stride]
        {
          contour.append((x, y))
        }
      }
    }
    mask = Mask(width: width, height: height, bits: bits)
    pixels = count
    self.contour = contour
  }

  private static func box(_ members: [(x: Int, y: Int)]) -> (x: Int, y: Int, width: Int, height: Int) {
    var (x0, y0, x1, y1) = (Int.max, Int.max, 0, 0)
    for member in members {
      (x0, y0, x1, y1) = (min(x0, member.x), min(y0, member.y), max(x1, member.x), max(y1, member.y))
    }
    return (x0, y0, x1 - x0 + 1, y1 - y0 + 1)
  }

  /// What can be reached from the first place without crossing the shape (4 neighbours).
  private static func outside(_ isMember: [Bool], stride: Int, rows: Int) -> [Bool] {
    var isOutside = [Bool](repeating: false, count: isMember.count)
    var reached = [0]
    reached.reserveCapacity(isMember.count / 2)
    isOutside[0] = true
    isOutside.withUnsafeMutableBufferPointer { isOutside in
      isMember.withUnsafeBufferPointer { isMember in
        while let at = reached.popLast() {
          // A step over the end of a row leads to the frame on the other side, which is outside as well.
          for next in [at - 1, at + 1, at - stride, at + stride]
          where isMember.indices.contains(next) && !isMember[next] && !isOutside[next] {
            isOutside[next] = true
            reached.append(next)
          }
        }
      }
    }
    return isOutside
  }
}
