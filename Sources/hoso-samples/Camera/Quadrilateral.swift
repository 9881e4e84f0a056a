/// The plane mapping that takes four corners of a picture to four corners of a rectangle.
struct Quadrilateral {
  /// Row-major; the last element is 1.
  private let matrix: [Double]

  /// `corners`: upper left, upper right, lower right, lower left, in picture pixels; they map to
  /// (0, 0), (`width`, 0), (`width`, `height`), (0, `height`).
  init(corners: [(x: Double, y: Double)], width: Double, height: Double) {
    let targets = [(0, 0), (width, 0), (width, height), (0, height)]
    var rows: [[Double]] = []
    for ((x, y), (u, v)) in zip(corners, targets) {
      rows.append([x, y, 1, 0, 0, 0, -u * x, -u * y, u])
      rows.append([0, 0, 0, x, y, 1, -v * x, -v * y, v])
    }
    // Gauss and Jordan, with pivoting: eight unknowns.
    for column in 0..<8 {
      let pivot = (column..<8).max { abs(rows[$0][column]) < abs(rows[$1][column]) } ?? column
      rows.swapAt(column, pivot)
      let scale = rows[column][column]
      rows[column] = rows[column].map { $0 / scale }
      for row in 0..<8 where row != column {
        let factor = rows[row][column]
        for index in 0..<9 { rows[row][index] -= factor * rows[column][index] }
      }
    }
    matrix = rows.map { $0[8] } + [1]
  }

  @inline(__always)
  func map(_ x: Double, _ y: Double) -> (u: Double, v: Double) {
    let depth = matrix[6] * x + matrix[7] * y + matrix[8]
    return (
      (matrix[0] * x + matrix[1] * y + matrix[2]) / depth, (matrix[3] * x + matrix[4] * y + matrix[5]) / depth
    )
  }
}
