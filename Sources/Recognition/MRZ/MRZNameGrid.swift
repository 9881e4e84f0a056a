import Dossiers
import Media

/// Splits the name line of a card's zone into letters and fillers by its grid of thirty even cells.
///
/// Recognition reads runs of fillers badly; but all fillers look alike, and line 2 shows eleven for sure.
struct MRZNameGrid {
  /// For each of the thirty cells whether it holds a filler.
  let isFiller: [Bool]
  let scores: [Float]
  /// The cells of the name line, upright.
  let cells: [GreyImage]
  let line: GreyImage
  let cellWidth: Double
  let offset: Double

  private static let columns = 30

  /// `band` holds the three lines, upright and level, some 1200 pixels wide, as it was read; its background evened;
  /// `rows` are the lines' boxes as far as they were recognised, top to bottom.
  init?(band: GreyImage, rows: [Box]) {
    guard rows.count >= 2 else { return nil }
    let upper = rows.count >= 3 ? Array(rows.suffix(3).prefix(2)) : rows
    let spacing = upper[1].y0 - upper[0].y0
    var lines = upper.map { $0.y0..<$0.y1 }
    // The third line's own box may be spoilt by its fillers: it lies as far below as the second below the first.
    lines.append((lines[1].lowerBound + spacing)..<(lines[1].upperBound + spacing))
    guard spacing > 8, lines[2].lowerBound < band.height else { return nil }
    let (offset, pitch) = Self.grid(
      band, lines.map { $0.clamped(to: 0..<band.height) }, left: upper.map(\.x0).min() ?? 0,
      right: upper.map(\.x1).max() ?? 0)
    func cell(_ row: Range<Int>, _ column: Int) -> GreyImage {
      let x0 = Int((offset + Double(column) * pitch).rounded())
      let x1 = Int((offset + Double(column + 1) * pitch).rounded())
      return band.cropped(to: .init(x0: x0, y0: row.lowerBound - 2, x1: x1, y1: row.upperBound + 2)).resized(
        width: 24, height: 32)
    }
    // ICAO 9303-5: 18 to 28 of line 2 are Vietnam's empty optional data.
    let samples = (18..<29).map { cell(lines[1], $0) }
    var template = [Float](repeating: 0, count: 24 * 32)
    for sample in samples { for index in template.indices { template[index] += Float(sample.pixels[index]) } }
    cells = (0..<Self.columns).map { cell(lines[2], $0) }
    scores = cells.map { Self.bestCorrelation($0, template) }
    isFiller = scores.map { $0 > 0.83 }
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

  /// Where the cells lie: the offset and pitch whose borders carry the least ink.
  private static func grid(_ band: GreyImage, _ rows: [Range<Int>], left: Int, right: Int) -> (Double, Double) {
    var columns = [Double](repeating: 0, count: band.width)
    for row in rows {
      for y in row { for x in 0..<band.width where band.pixels[y * band.width + x] < 128 { columns[x] += 1 } }
    }
    let rough = Double(right - left) / 29.65
    var best: (ink: Double, offset: Double, pitch: Double)?
    for pitchStep in -10...10 {
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
    return best.map { ($0.offset, $0.pitch) } ?? (Double(left), rough)
  }

  /// Normalised cross-correlation, the better of a few small shifts.
  private static func bestCorrelation(_ cell: GreyImage, _ template: [Float]) -> Float {
    var best: Float = -1
    for dy in -2...2 {
      for dx in -4...4 {
        var (n, sa, sb, saa, sbb, sab): (Float, Float, Float, Float, Float, Float) = (0, 0, 0, 0, 0, 0)
        for y in 2..<30 {
          for x in 4..<20 {
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
