import Glibc
import Media

/// Finds machine-readable rows by their look: two or three dense, wide, even rows, one under the other.
struct MRZBand {
  /// Around the rows, along their slope, in pixels of the picture searched.
  let quad: Quad
  let rows: Int

  /// `image` should be 600 to 800 pixels wide.
  static func find(in image: GreyImage) -> [MRZBand] {
    let rows = denseRows(image)
    var bands: [MRZBand] = []
    var used = Set<Int>()
    for start in rows.indices where !used.contains(start) {
      var group = [start]
      while let last = group.last, group.count < 3,
        let next = rows.indices.first(where: {
          !used.contains($0) && !group.contains($0) && rows[$0].follows(rows[last])
        })
      {
        group.append(next)
      }
      guard group.count >= 2 else { continue }
      used.formUnion(group)
      bands.append(MRZBand(quad: outline(group.map { rows[$0] }), rows: group.count))
    }
    return bands
  }

  private struct Row {
    let left: Double
    let right: Double
    let height: Double
    let slope: Double
    /// The row's height above at its own middle.
    let middle: Double

    func y(at x: Double) -> Double { middle + slope * (x - (left + right) / 2) }

    /// Directly under `upper`, as wide as it.
    func follows(_ upper: Row) -> Bool {
      let x = (max(left, upper.left) + min(right, upper.right)) / 2
      let gap = y(at: x) - upper.y(at: x)
      let size = max(height, upper.height)
      return gap > 0.8 * min(height, upper.height) && gap < 3.2 * size
        && abs(left - upper.left) < 0.12 * (right - left) && abs(right - upper.right) < 0.25 * (right - left)
        && abs(slope - upper.slope) < 0.05
    }
  }

  private static func denseRows(_ image: GreyImage) -> [Row] {
    let soft = image.blurred(sigma: 0.8)
    let closed = soft.maximum(radius: 6).minimum(radius: 6)
    // Strokes stand out dark; strong changes along the row make dense text.
    let strokes = closed.lighter(than: soft)
    let level = UInt8(min(max(18, strokes.otsuThreshold() * 3 / 4), 255))
    let mask = Mask(width: image.width, height: image.height, bits: strokes.pixels.map { $0 > level })
    let joined = mask.grown(across: 9, down: 0).shrunk(across: 9, down: 0).shrunk(across: 6, down: 1)
      .grown(across: 6, down: 1)
    var rows: [Row] = []
    for shape in joined.shapes(minPixels: image.width * 3) {
      let count = Double(shape.pixels)
      var (sx, sy, sxx, sxy) = (0.0, 0.0, 0.0, 0.0)
      var (left, right) = (Double(image.width), 0.0)
      for (index, bit) in shape.mask.bits.enumerated() where bit {
        let (x, y) = (Double(index % image.width), Double(index / image.width))
        sx += x
        sy += y
        sxx += x * x
        sxy += x * y
        left = min(left, x)
        right = max(right, x)
      }
      let width = right - left + 1
      let slope = (sxy - sx * sy / count) / max(sxx - sx * sx / count, 1)
      let height = count / width
      guard width > 0.45 * Double(image.width), width > 14 * height, height >= 4, abs(slope) < 0.35 else { continue }
      rows.append(
        Row(
          left: left, right: right + 1, height: height, slope: slope,
          middle: sy / count + slope * ((left + right) / 2 - sx / count)))
    }
    return rows.sorted { $0.middle < $1.middle }
  }

  private static func outline(_ rows: [Row]) -> Quad {
    let left = rows.map(\.left).min() ?? 0
    let right = rows.map(\.right).max() ?? 0
    let height = rows.map(\.height).max() ?? 0
    let margin = height * 0.9
    let (x0, x1) = (left - 1.5 * height, right + 1.5 * height)
    let (first, last) = (rows[0], rows[rows.count - 1])
    return Quad(
      topLeft: PicturePoint(x: x0, y: first.y(at: x0) - margin),
      topRight: PicturePoint(x: x1, y: first.y(at: x1) - margin),
      bottomRight: PicturePoint(x: x1, y: last.y(at: x1) + margin),
      bottomLeft: PicturePoint(x: x0, y: last.y(at: x0) + margin))
  }
}
