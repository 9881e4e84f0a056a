import Dossiers
public import Media

/// How much of a page somebody wrote or printed on: tells an empty back side from a page.
///
/// A page of 297 mm is looked at in cells of 3.4 mm. What lies along the edge and hangs together with it is a
/// scanner's shadow; what shines through from the other side stays below the contrast of a pencil's stroke.
public struct PageInk: Sendable {
  /// Pixels of the long side at which a page is looked at: 120 dots an inch on A4.
  public static let longSideInPixels = 1400
  private static let cell = 16
  /// Below the paper's brightness by so much, a pixel is ink.
  private static let contrast = 40
  /// Where holes are punched and staples sit: 17 mm.
  private static let margin = 80

  /// Cells with ink inside of the margins, and within them.
  public let cellsInside: Int
  public let cellsInMargins: Int

  /// Specks of dust fill three cells at the most; two punched holes fill nine each.
  public var isBlank: Bool { cellsInside <= 3 && cellsInMargins <= 24 }

  /// `page` may have any size: it is shrunk to `longSideInPixels`.
  public init(_ page: GreyImage) {
    let page = page.shrunk(longSideInPixels: Self.longSideInPixels)
    let columns = (page.width + Self.cell - 1) / Self.cell
    let rows = (page.height + Self.cell - 1) / Self.cell
    let paper = page.background(cell: max(4, page.width / 150))
    var counts = [Int](repeating: 0, count: columns * rows)
    for y in 0..<page.height {
      let row = y / Self.cell * columns
      for x in 0..<page.width
      where Int(paper.pixels[y * page.width + x]) - Int(page.pixels[y * page.width + x]) > Self.contrast {
        counts[row + x / Self.cell] += 1
      }
    }
    // A background that is dark itself, as beyond a smaller sheet's edge, is no paper.
    for row in 0..<rows {
      for column in 0..<columns {
        let (x, y) = (
          min(column * Self.cell + Self.cell / 2, page.width - 1), min(row * Self.cell + Self.cell / 2, page.height - 1)
        )
        if paper.pixels[y * page.width + x] < 90 { counts[row * columns + column] = Self.cell * Self.cell }
      }
    }
    var inked = counts.map { $0 >= 4 }
    Self.clearFromEdges(&inked, columns: columns, rows: rows)
    var (inside, outside) = (0, 0)
    for row in 0..<rows {
      for column in 0..<columns where inked[row * columns + column] {
        let (x, y) = (column * Self.cell + Self.cell / 2, row * Self.cell + Self.cell / 2)
        let isInMargin =
          x < Self.margin || y < Self.margin || x >= page.width - Self.margin || y >= page.height - Self.margin
        if isInMargin { outside += 1 } else { inside += 1 }
      }
    }
    cellsInside = inside
    cellsInMargins = outside
  }

  /// The same of what lies outside of `outlines`.
  public init(_ page: GreyImage, outside outlines: [Quad]) {
    var small = page.shrunk(longSideInPixels: Self.longSideInPixels)
    let scale = Double(small.width) / Double(max(page.width, 1))
    for outline in outlines { small.blank(outline.scaled(by: scale).grown(by: Double(Self.cell))) }
    self.init(small)
  }

  /// Takes away what touches the page's edge, and all that hangs together with it.
  private static func clearFromEdges(_ inked: inout [Bool], columns: Int, rows: Int) {
    var open: [(column: Int, row: Int)] = []
    for column in 0..<columns { open += [(column, 0), (column, rows - 1)] }
    for row in 0..<rows { open += [(0, row), (columns - 1, row)] }
    while let (column, row) = open.popLast() {
      guard column >= 0, column < columns, row >= 0, row < rows, inked[row * columns + column] else { continue }
      inked[row * columns + column] = false
      open += [(column - 1, row), (column + 1, row), (column, row - 1), (column, row + 1)]
    }
  }
}

extension GreyImage {
  /// Makes white what lies inside of `outline`.
  fileprivate mutating func blank(_ outline: Quad) {
    let box = outline.box
    for y in max(0, box.y0)..<max(0, min(height, box.y1)) {
      for x in max(0, box.x0)..<max(0, min(width, box.x1))
      where outline.contains(PicturePoint(x: Double(x) + 0.5, y: Double(y) + 0.5)) {
        pixels[y * width + x] = 255
      }
    }
  }
}

extension Quad {
  /// Each corner further from the middle, as far as it takes for the sides to move out by `margin` where it is a
  /// rectangle.
  fileprivate func grown(by margin: Double) -> Quad {
    let (centre, across, down) = (centre, 1 + 2 * margin / max(width, 1), 1 + 2 * margin / max(height, 1))
    let factor = max(across, down)
    return Quad(
      corners: corners.map {
        PicturePoint(x: centre.x + ($0.x - centre.x) * factor, y: centre.y + ($0.y - centre.y) * factor)
      })
  }
}
