import Glibc

/// A page's visible box and its turn, in default user space.
struct PDFSheet {
  /// How a picture that fills the sheet lies on it, as people see it.
  struct Place {
    /// An EXIF orientation.
    let orientation: Int
    /// In points, as seen.
    let width: Double
    let height: Double
    /// How far its edges lie from the sheet's at most, or out of parallel with them, in points.
    let gap: Double
  }

  private let box: (x0: Double, y0: Double, x1: Double, y1: Double)
  /// Quarter turns clockwise.
  private let turns: Int

  /// Nil for pages whose box is none, or that count in units of their own.
  init?(_ page: QPDFObject) {
    guard page["UserUnit"] == nil, let media = Self.rectangle(Self.inherited("MediaBox", from: page)) else {
      return nil
    }
    let crop = Self.inherited("CropBox", from: page).map(Self.rectangle) ?? media
    guard let crop else { return nil }
    let rotation = Self.inherited("Rotate", from: page)?.integer ?? 0
    guard rotation % 90 == 0 else { return nil }
    // ISO 32000-1, 14.11.2.1: the crop box counts within the media box.
    box = (max(media.x0, crop.x0), max(media.y0, crop.y0), min(media.x1, crop.x1), min(media.y1, crop.y1))
    guard box.x1 - box.x0 >= 1, box.y1 - box.y0 >= 1 else { return nil }
    turns = ((rotation / 90) % 4 + 4) % 4
  }

  /// Where `matrix` puts the unit square; nil where that is not the whole sheet, to two points, or lies askew.
  func place(_ matrix: PDFPaintScanner.Matrix) -> Place? {
    var (a, b, c, d) = (matrix.a, matrix.b, matrix.c, matrix.d)
    let (width, height) = (box.x1 - box.x0, box.y1 - box.y0)
    let slack = 1e-3 * max(width, height)
    guard (abs(b) < slack && abs(c) < slack) || (abs(a) < slack && abs(d) < slack) else { return nil }
    let (left, right) = (matrix.e + min(0, a) + min(0, c), matrix.e + max(0, a) + max(0, c))
    let (low, high) = (matrix.f + min(0, b) + min(0, d), matrix.f + max(0, b) + max(0, d))
    let gaps = [(left, box.x0), (right, box.x1), (low, box.y0), (high, box.y1)].map { abs($0 - $1) }
    guard gaps.allSatisfy({ $0 <= 2 }) else { return nil }
    let skew = abs(a) > abs(b) ? max(abs(b), abs(c)) : max(abs(a), abs(d))
    for _ in 0..<turns { (a, b, c, d) = (b, -a, d, -c) }
    let orientation =
      if abs(a) > abs(b) {
        a > 0 ? (d > 0 ? 1 : 4) : (d > 0 ? 2 : 3)
      } else {
        b > 0 ? (c > 0 ? 7 : 8) : (c > 0 ? 6 : 5)
      }
    return Place(
      orientation: orientation, width: turns % 2 == 0 ? width : height, height: turns % 2 == 0 ? height : width,
      gap: gaps.reduce(skew, max))
  }

  private static func rectangle(_ object: QPDFObject?) -> (x0: Double, y0: Double, x1: Double, y1: Double)? {
    guard let numbers = object?.numbers, numbers.count == 4, numbers.allSatisfy(\.isFinite) else { return nil }
    return (
      min(numbers[0], numbers[2]), min(numbers[1], numbers[3]), max(numbers[0], numbers[2]),
      max(numbers[1], numbers[3])
    )
  }

  /// A page's own value or that of the nearest node above it (7.7.3.4).
  static func inherited(_ key: String, from page: QPDFObject) -> QPDFObject? {
    var node = page
    for _ in 0..<32 {
      if let value = node[key] { return value }
      guard let parent = node["Parent"] else { return nil }
      node = parent
    }
    return nil
  }
}
