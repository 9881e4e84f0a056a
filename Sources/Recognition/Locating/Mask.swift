/// A picture of yes and no, for shapes.
struct Mask {
  let width: Int
  let height: Int
  var bits: [Bool]

  /// Shrinks by `radius`, then grows: what is thinner than twice the radius goes. Outside counts as nothing when
  /// growing and as everything when shrinking, so that shapes at the edge stay.
  func opened(radius: Int) -> Mask {
    packed { mask in
      mask.shrink(across: radius, down: radius)
      mask.grow(across: radius, down: radius)
    }
  }

  /// Closes gaps and holes of up to twice `closing`, then opens.
  func smoothed(closing: Int, opening: Int) -> Mask {
    packed { mask in
      mask.grow(across: closing, down: closing)
      mask.shrink(across: closing + opening, down: closing + opening)
      mask.grow(across: opening, down: opening)
    }
  }

  func grown(across: Int, down: Int) -> Mask { packed { $0.grow(across: across, down: down) } }
  func shrunk(across: Int, down: Int) -> Mask { packed { $0.shrink(across: across, down: down) } }

  private func packed(_ change: (inout PackedMask) -> Void) -> Mask {
    var mask = PackedMask(self)
    change(&mask)
    return Mask(width: width, height: height, bits: mask.bits)
  }

  /// The connected shapes (8 neighbours) of at least `minPixels`, their holes filled, largest first.
  func shapes(minPixels: Int) -> [Shape] {
    // A frame of nothing around the mask saves asking for its edges.
    let stride = width + 2
    var left = [Bool](repeating: false, count: stride * (height + 2))
    for y in 0..<height {
      left.replaceSubrange(
        ((y + 1) * stride + 1)..<((y + 1) * stride + 1 + width), with: bits[(y * width)..<((y + 1) * width)])
    }
    let neighbours = [-stride - 1, -stride, -stride + 1, -1, 1, stride - 1, stride, stride + 1]
    var members: [Int] = []
    var found: [Shape] = []
    left.withUnsafeMutableBufferPointer { left in
      for start in left.indices where left[start] {
        // Members wait at the end of their own list until their neighbours have been looked at.
        members.removeAll(keepingCapacity: true)
        members.append(start)
        left[start] = false
        var next = 0
        while next < members.count {
          let at = members[next]
          next += 1
          for neighbour in neighbours where left[at + neighbour] {
            left[at + neighbour] = false
            members.append(at + neighbour)
          }
        }
        guard members.count >= minPixels else { continue }
        found.append(Shape(members: members.map { ($0 % stride - 1, $0 / stride - 1) }, width: width, height: height))
      }
    }
    return found.sorted { $0.pixels > $1.pixels }
  }
}
