import Dossiers
import Media
import Normalising
import Recognition

extension TextBlock {
  /// The block's words as they lie on the page, each line along one baseline; lines are numbered from `first` on.
  func placed(linesFrom first: Int) -> [PlacedWord] {
    var placed: [PlacedWord] = []
    var line = first
    var rest = words[...]
    while let number = rest.first?.line {
      let row = rest.prefix { $0.line == number }
      rest = rest.dropFirst(row.count)
      placed += place(row, line: line)
      line += 1
    }
    return placed
  }

  private func place(_ row: ArraySlice<TextWord>, line: Int) -> [PlacedWord] {
    // A word without ascenders or with a tail has another box than its neighbours; the middle ones tell the line's.
    let tops = row.map(\.box.y0).sorted()
    let bottoms = row.map(\.box.y1).sorted()
    let top = Double(tops[tops.count / 2])
    let bottom = Double(bottoms[bottoms.count / 2])
    guard bottom > top else { return [] }
    let baseline = bottom - (bottom - top) * 0.2
    return row.map { word in
      let middle = Double(word.box.x0 + word.box.x1) / 2
      let (start, end) = (point(Double(word.box.x0), baseline), point(Double(word.box.x1), baseline))
      let (high, low) = (point(middle, top), point(middle, bottom))
      let (dx, dy) = (low.x - high.x, low.y - high.y)
      return PlacedWord(
        text: word.text, start: start, end: end, height: (dx * dx + dy * dy).squareRoot(), line: line)
    }
  }

  private func point(_ x: Double, _ y: Double) -> PlacedWord.Point {
    let point = frame.onPage(x: x, y: y)
    return PlacedWord.Point(x: point.x, y: point.y)
  }
}
