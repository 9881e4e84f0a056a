import Dossiers
import Media

/// Splits the name line of a card's zone into letters and fillers by its grid of thirty even cells.
///
/// Recognition reads runs of fillers badly; but all fillers look alike, and line 2 shows eleven for sure.
struct MRZNameGrid {
  /// For each of the thirty cells whether it holds a filler.
  let isFiller: [Bool]
  /// The cells of the name line, upright.
  let cells: [GreyImage]
  let line: GreyImage
  let cellWidth: Double
  let offset: Double

  private static let columns = 30

  /// `band` holds the three lines, upright and level, some 1200 pixels wide, as it was read; its background evened.
  init?(band: GreyImage) {
    let rows = Self.rows(band)
    guard rows.count >= 3 else { return nil }
    let lines = Array(rows.suffix(3))
    guard let (offset, pitch) = Self.grid(band, lines) else { return nil }
    func cell(_ row: Range<Int>, _ column: Int) -> GreyImage {
      let x0 = Int((offset + Double(column) * pitch).rounded())
      let x1 = Int((offset + Double(column + 1) * pitch).rounded())
      return band.cropped(to: .init(x0: x0, y0: row.lowerBound - 2, x1: x1, y1: row.upperBound + 2)).resized(width: 24, height: 32)
    }
    // ICAO 9303-5: 18 to 28 of line 2 are Vietnam's empty optional data.
    let samples = (18..<29).map { cell(lines[1], $0) }
    var template = [Float](repeating: 0, count: 24 * 32)
    for sample in samples { for index in template.indices { template[index] += Float(sample.pixels[index]) } }
    cells = (0..<Self.columns).map { cell(lines[2], $0) }
    isFiller = cells.map { Self.bestCorrelation($0, template) > 0.87 }
    line = band.cropped(to: .init(x0: 0, y0: lines[2].lowerBound - 8, x1: band.width, y1: lines[2].upperBound + 8))
    cellWidth = pitch
    self.offset = offset
  }

  /// Runs of letters as cell ranges.
  var runs: [Range<Int>] {
    var runs: [Range<Int>] = []
    var start: Int?
    for (index, filler) in (isFiller + [true]).enumerated() {
      if !filler {
        if start == nil { start = index }
      } else if let from = start {
        runs.append(from..<index)
        start = nil
      }
    }
    return runs
  }

  /// The box of a run within `line`.
  func span(_ run: Range<Int>) -> Range<Int> {
    let x0 = max(0, Int(offset + Double(run.lowerBound) * cellWidth - cellWidth * 0.1))
    let x1 = min(line.width, Int(offset + Double(run.upperBound) * cellWidth + cellWidth * 0.1))
    return x0..<max(x0 + 1, x1)
  }

  /// The rows of text by the profile of ink.
  private static func rows(_ band: GreyImage) -> [Range<Int>] {
    var ink = [Double](repeating: 0, count: band.height)
    for y in 0..<band.height {
      for x in 0..<band.width where band.pixels[y * band.width + x] < 128 { ink[y] += 1 }
    }
    let level = (ink.max() ?? 0) * 0.18
    var rows: [Range<Int>] = []
    var start: Int?
    for y in 0...band.height {
      let dark = y < band.height && ink[y] > level
      if dark, start == nil { start = y }
      if !dark, let from = start {
        if y - from >= band.width / 80 { rows.append(from..<y) }
        start = nil
      }
    }
    return rows
  }

  /// Where the cells lie: the offset and pitch whose borders carry the least ink.
  private static func grid(_ band: GreyImage, _ rows: [Range<Int>]) -> (Double, Double)? {
    var columns = [Double](repeating: 0, count: band.width)
    for row in rows {
      for y in row { for x in 0..<band.width where band.pixels[y * band.width + x] < 128 { columns[x] += 1 } }
    }
    guard let left = columns.firstIndex(where: { $0 > 2 }), let right = columns.lastIndex(where: { $0 > 2 }),
      right - left > band.width / 2
    else { return nil }
    let rough = Double(right - left) / 29.65
    var best: (ink: Double, offset: Double, pitch: Double)?
    for pitchStep in -14...14 {
      let pitch = rough * (1 + Double(pitchStep) * 0.0015)
      for shift in stride(from: -0.35, through: 0.05, by: 0.02) {
        let offset = Double(left) + shift * rough
        var ink = 0.0
        for column in 0...Self.columns {
          let x = Int((offset + Double(column) * pitch).rounded())
          for near in (x - 1)...(x + 1) where near >= 0 && near < columns.count { ink += columns[near] }
        }
        if best.map({ ink < $0.ink }) ?? true { best = (ink, offset, pitch) }
      }
    }
    return best.map { ($0.offset, $0.pitch) }
  }

  /// Normalised cross-correlation, the better of a few small shifts.
  private static func bestCorrelation(_ cell: GreyImage, _ template: [Float]) -> Float {
    var best: Float = -1
    for dy in -2...2 {
      for dx in -2...2 {
        var (n, sa, sb, saa, sbb, sab): (Float, Float, Float, Float, Float, Float) = (0, 0, 0, 0, 0, 0)
        for y in 2..<30 {
          for x in 2..<22 {
            let a = Float(cell.pixels[(y + dy) * 24 + x + dx])
            let b = template[y * 24 + x] / 11
            n += 1
            sa += a
            sb += b
            saa += a * a
            sbb += b * b
            sab += a * b
          }
        }
        let spread = ((saa - sa * sa / n) * (sbb - sb * sb / n)).squareRoot()
        if spread > 1 { best = max(best, (sab - sa * sb / n) / spread) }
      }
    }
    return best
  }
}
