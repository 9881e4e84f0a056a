/// Smooth noise over the plane, -1 … 1: table tops.
struct Texture {
  private let lattice: [Double]

  init(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    lattice = (0..<64 * 64).map { _ in random.unit() * 2 - 1 }
  }

  @inline(__always)
  func value(_ x: Double, _ y: Double) -> Double {
    let column = Int(x)
    let row = Int(y)
    let across = eased(x - Double(column))
    let down = eased(y - Double(row))
    let upper = knot(column, row) * (1 - across) + knot(column + 1, row) * across
    let lower = knot(column, row + 1) * (1 - across) + knot(column + 1, row + 1) * across
    return upper * (1 - down) + lower * down
  }

  /// Without it the lattice would show as a grid of creases.
  @inline(__always)
  private func eased(_ share: Double) -> Double {
    share * share * (3 - 2 * share)
  }

  @inline(__always)
  private func knot(_ column: Int, _ row: Int) -> Double {
    lattice[(row & 63) * 64 + (column & 63)]
  }
}
