import Dossiers
import Media

/// The even grid of cells in which a zone is printed, with its fillers told from its letters.
///
/// Recognition reads runs of fillers badly, and loses count; but all fillers look alike, and the grid counts.
struct MRZGrid {
  /// Line by line, cell by cell.
  let isFiller: [[Bool]]
  private let band: GreyImage
  private let rows: [Range<Int>]
  private let offset: Double
  private let pitch: Double

  private static let cellWidth = 24
  private static let cellHeight = 32

  /// `band` is upright and level, some 1200 pixels wide, its light evened. `boxes` are the lines as far as they were
  /// recognised, top to bottom. Vietnam's cards have a place where only fillers stand; on others the fillers are the
  /// cells of the name line that are alike.
  init?(band: GreyImage, boxes: [Box], format: MRZFormat, isVietnamese: Bool) {
    guard boxes.count >= 2 else { return nil }
    let upper = Array((boxes.count > format.lineCount ? boxes.suffix(format.lineCount) : boxes[...]).prefix(2))
    let spacing = upper[1].y0 - upper[0].y0
    guard spacing > 8 else { return nil }
    let band = Self.levelled(band)
    var rows = upper.map { Self.tight(band, around: ($0.y0 + $0.y1) / 2, reach: spacing / 2) }
    // A third line's own box may be spoilt by its fillers: it lies as far below as the second below the first.
    if format.lineCount == 3 {
      let middle = (upper[1].y0 + upper[1].y1) / 2 + spacing
      rows.append(Self.tight(band, around: middle, reach: spacing / 2))
    }
    guard rows.allSatisfy({ $0.count > 6 }) else { return nil }
    let columns = format.lineLength
    let (offset, pitch) = Self.refined(
      Self.fit(band, rows, columns: columns, boxes: upper), band, rows, columns: columns)
    let cells = rows.map { row in (0..<columns).map { Self.cell(band, row, offset + Double($0) * pitch, pitch) } }
    let template: [Float]?
    if isVietnamese {
      // ICAO 9303-5: 18 to 28 of line 2 are optional data, which Vietnam leaves empty.
      template = Self.mean(Array(cells[1][18..<29]))
    } else {
      template = Self.commonest(cells[format == .td1 ? 2 : 0])
    }
    guard let template else { return nil }
    isFiller = cells.map { line in
      let scores = line.map { Self.likeness($0, template) }
      let threshold = Self.threshold(scores)
      return scores.map { $0 > threshold }
    }
    self.band = band
    self.rows = rows
    self.offset = offset
    self.pitch = pitch
  }

  /// Runs of letters in a line, as ranges of cells.
  func runs(line: Int) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    var start: Int?
    for (index, filler) in (isFiller[line] + [true]).enumerated() {
      if !filler {
        if start == nil { start = index }
      } else if let from = start {
        runs.append(from..<index)
        start = nil
      }
    }
    return runs
  }

  /// A run of cells by itself on white.
  func picture(line: Int, run: Range<Int>) -> GreyImage {
    let row = rows[line]
    return band.cropped(
      to: Box(
        x0: Int((offset + Double(run.lowerBound) * pitch).rounded()) - 1, y0: row.lowerBound - 4,
        x1: Int((offset + Double(run.upperBound) * pitch).rounded()) + 1, y1: row.upperBound + 4)
    ).padded(by: 14, grey: 255)
  }

  /// Sheared so that the rows lie level: a card found a few pixels askew still spoils cells at the line's ends.
  private static func levelled(_ band: GreyImage) -> GreyImage {
    var points: [(x: Int, y: Int)] = []
    for y in 0..<band.height {
      for x in stride(from: 0, to: band.width, by: 2) where band.pixels[y * band.width + x] < 128 {
        points.append((x, y))
      }
    }
    guard points.count > 100 else { return band }
    var best = (slope: 0.0, sharpness: 0)
    for step in -10...10 {
      let slope = Double(step) * 0.002
      var profile = [Int](repeating: 0, count: band.height * 2)
      for point in points {
        let y = Double(point.y) - slope * Double(point.x - band.width / 2) + Double(band.height) / 2
        let row = Int(y.rounded())
        if row >= 0 && row < profile.count { profile[row] += 1 }
      }
      let sharpness = profile.reduce(0) { $0 + $1 * $1 }
      if sharpness > best.sharpness { best = (slope, sharpness) }
    }
    guard best.slope != 0 else { return band }
    let half = Double(band.width) / 2
    let (width, height) = (Double(band.width), Double(band.height))
    let quad = Quad(
      topLeft: PicturePoint(x: 0, y: -best.slope * half), topRight: PicturePoint(x: width, y: best.slope * half),
      bottomRight: PicturePoint(x: width, y: height + best.slope * half),
      bottomLeft: PicturePoint(x: 0, y: height - best.slope * half))
    return band.warped(quad, width: band.width, height: band.height)
  }

  /// The rows of ink around the middle of a line.
  private static func tight(_ band: GreyImage, around middle: Int, reach: Int) -> Range<Int> {
    let range = (middle - reach..<middle + reach).clamped(to: 0..<band.height)
    let ink = range.map { y in (0..<band.width).count { band.pixels[y * band.width + $0] < 128 } }
    let level = max(2, (ink.max() ?? 0) / 6)
    let centre = min(max(middle - range.lowerBound, 0), max(ink.count - 1, 0))
    guard !ink.isEmpty else { return range }
    var (top, bottom) = (centre, centre)
    while top > 0 && ink[top - 1] > level { top -= 1 }
    while bottom + 1 < ink.count && ink[bottom + 1] > level { bottom += 1 }
    return (range.lowerBound + top)..<(range.lowerBound + bottom + 1)
  }

  /// Where the cells lie: the offset and pitch whose borders, and whose outside, carry the least ink.
  private static func fit(
    _ band: GreyImage, _ rows: [Range<Int>], columns count: Int, boxes: [Box]
  ) -> (Double, Double) {
    var columns = [Double](repeating: 0, count: band.width)
    for row in rows {
      for y in row { for x in 0..<band.width where band.pixels[y * band.width + x] < 128 { columns[x] += 1 } }
    }
    var sums = [0.0]
    for ink in columns { sums.append(sums[sums.count - 1] + ink) }
    let lefts = Set(boxes.map(\.x0) + [columns.firstIndex { $0 > 2 } ?? 0])
    let rights = Set(boxes.map(\.x1) + [columns.lastIndex { $0 > 2 } ?? band.width])
    var best: (ink: Double, offset: Double, pitch: Double)?
    for left in lefts {
      for right in rights where right - left > band.width / 2 {
        let rough = Double(right - left) / (Double(count) - 0.35)
        for pitchStep in -8...8 {
          let pitch = rough * (1 + Double(pitchStep) * 0.0015)
          for shift in stride(from: -0.35, through: 0.05, by: 0.025) {
            let offset = Double(left) + shift * rough
            let end = offset + Double(count) * pitch
            var ink =
              sums[min(max(Int(offset), 0), band.width)] + sums[band.width] - sums[min(max(Int(end), 0), band.width)]
            for column in 0...count {
              let x = Int((offset + Double(column) * pitch).rounded())
              for near in (x - 1)...(x + 1) where near >= 0 && near < columns.count { ink += columns[near] }
            }
            if best.map({ ink < $0.ink }) ?? true { best = (ink, offset, pitch) }
          }
        }
      }
    }
    return best.map { ($0.offset, $0.pitch) } ?? (0, Double(band.width) / Double(count))
  }

  /// The same grid moved so that the characters stand in the middle of their cells: fonts of even pitch centre them.
  private static func refined(
    _ rough: (offset: Double, pitch: Double), _ band: GreyImage, _ rows: [Range<Int>], columns count: Int
  ) -> (offset: Double, pitch: Double) {
    let middles = rows.flatMap { row in
      runs(ofInk: (0..<band.width).map { x in row.count { band.pixels[$0 * band.width + x] < 128 } })
        .filter { Double($0.count) < 1.1 * rough.pitch && Double($0.count) > 0.1 * rough.pitch }
        .map { Double($0.lowerBound + $0.upperBound) / 2 }
    }
    var (offset, pitch) = rough
    for _ in 0..<3 {
      var (n, sx, sy, sxx, sxy) = (0.0, 0.0, 0.0, 0.0, 0.0)
      for middle in middles {
        let place = (middle - offset) / pitch - 0.5
        let cell = place.rounded()
        guard cell >= 0, cell < Double(count), abs(place - cell) < 0.4 else { continue }
        n += 1
        sx += cell
        sy += middle
        sxx += cell * cell
        sxy += cell * middle
      }
      let spread = n * sxx - sx * sx
      guard n >= Double(count), spread > 1 else { return rough }
      let fitted = (n * sxy - sx * sy) / spread
      guard abs(fitted / rough.pitch - 1) < 0.03 else { return rough }
      pitch = fitted
      offset = (sy - pitch * sx) / n - pitch / 2
    }
    return (offset, pitch)
  }

  /// Columns in a row that carry ink, without those of a speck.
  private static func runs(ofInk columns: [Int]) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    var start: Int?
    for (index, ink) in (columns + [0]).enumerated() {
      if ink > 1 {
        if start == nil { start = index }
      } else if let from = start {
        runs.append(from..<index)
        start = nil
      }
    }
    return runs
  }

  private static func cell(_ band: GreyImage, _ row: Range<Int>, _ x: Double, _ pitch: Double) -> GreyImage {
    band.cropped(
      to: Box(x0: Int(x.rounded()), y0: row.lowerBound - 2, x1: Int((x + pitch).rounded()), y1: row.upperBound + 2)
    ).resized(width: cellWidth, height: cellHeight)
  }

  private static func mean(_ cells: [GreyImage]) -> [Float] {
    var sum = [Float](repeating: 0, count: cellWidth * cellHeight)
    for cell in cells { for index in sum.indices { sum[index] += Float(cell.pixels[index]) } }
    return sum.map { $0 / Float(max(cells.count, 1)) }
  }

  /// The mean of the largest set of cells that are alike; nil when fewer than four are.
  private static func commonest(_ cells: [GreyImage]) -> [Float]? {
    var best: [GreyImage] = []
    // Fillers end a name line; letters seldom repeat there.
    for seed in cells.suffix(cells.count / 2) {
      let template = seed.pixels.map { Float($0) }
      let alike = cells.filter { likeness($0, template) > 0.88 }
      if alike.count > best.count { best = alike }
    }
    return best.count >= 4 ? mean(best) : nil
  }

  /// In the middle of the widest gap between the two sorts of cells: letters stay under 0.7, fillers above 0.75.
  private static func threshold(_ scores: [Float]) -> Float {
    let between = [0.55] + scores.filter { $0 > 0.55 && $0 < 0.95 }.sorted() + [0.95]
    var best: (gap: Float, middle: Float) = (0, 0.8)
    for (low, high) in zip(between, between.dropFirst()) where high - low > best.gap {
      best = (high - low, (low + high) / 2)
    }
    return best.middle
  }

  /// Normalised cross-correlation, the best of small shifts.
  private static func likeness(_ cell: GreyImage, _ template: [Float]) -> Float {
    var best: Float = -1
    for dy in -2...2 {
      for dx in -4...4 {
        var (n, sa, sb, saa, sbb, sab): (Float, Float, Float, Float, Float, Float) = (0, 0, 0, 0, 0, 0)
        for y in 2..<(cellHeight - 2) {
          for x in 4..<(cellWidth - 4) {
            let a = Float(cell.pixels[(y + dy) * cellWidth + x + dx])
            let b = template[y * cellWidth + x]
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
