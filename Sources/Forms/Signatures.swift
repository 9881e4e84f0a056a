/// The signatures at a form's foot, side by side.
struct Signatures {
  /// nil where only the office signs.
  let left: (title: String, name: String?)?
  let right: (title: String, name: String?)
  let size: Double
  /// Room for the pen, in points.
  let room: Double

  /// What both blocks need, so that a form can keep them together with its last lines.
  func height(on flow: PageFlow) -> Double {
    rows(on: flow).reduce(room) { $0 + height(of: $1) }
  }

  func draw(on flow: PageFlow) {
    flow.need(height(on: flow))
    // Row by row: who copies the text out gets titles, then hints, then names.
    for (index, row) in rows(on: flow).enumerated() {
      if index == 2 { flow.y += room }
      for (column, block) in row.enumerated() {
        block.draw(x: flow.left + Double(column) * flow.width / 2 + 3, y: flow.y)
      }
      flow.y += height(of: row)
    }
  }

  private func rows(on flow: PageFlow) -> [[TextBlock]] {
    let style = TextStyle(size: size)
    let hint = "(Ký và ghi rõ họ tên)"
    let texts: [(left: String?, right: String?, style: TextStyle)] = [
      (left?.title, right.title, style.bold),
      (left.map { _ in hint }, hint, TextStyle(size: size - 1, italic: true)),
      (left?.name, right.name, style.bold),
    ]
    return texts.map { row in
      [row.left, row.right].map {
        TextBlock(
          PlainText.value($0) ?? " ", row.style, width: flow.width / 2 - 6, alignment: .centre, on: flow.canvas)
      }
    }
  }

  private func height(of row: [TextBlock]) -> Double {
    row.map(\.height).max() ?? 0
  }
}
