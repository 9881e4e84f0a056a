/// Fills pages from top to bottom: what does not fit goes to the next page, under a running head.
final class PageFlow {
  /// A5, portrait (ISO 216), in points.
  static let a5 = (width: 148 / 25.4 * 72, height: 210 / 25.4 * 72)
  /// A4, portrait (ISO 216), in points.
  static let a4 = (width: 210 / 25.4 * 72, height: 297 / 25.4 * 72)

  let canvas: Canvas
  let left: Double
  let right: Double
  let top: Double
  let bottom: Double
  /// Where the next thing goes, from the page's top.
  var y: Double
  /// Counted from 1 within one copy of a form.
  private(set) var page = 1
  /// Draws the running head of pages after the first, at `y`.
  var runningHead: (PageFlow) -> Void = { _ in }

  /// Margins in points. The left one is wider: these papers are filed in binders.
  init(canvas: Canvas, left: Double, right: Double, top: Double, bottom: Double) {
    self.canvas = canvas
    self.left = left
    self.right = canvas.width - right
    self.top = top
    self.bottom = canvas.height - bottom
    y = top
  }

  var width: Double { right - left }

  /// Goes to the next page unless `height` fits on this one.
  func need(_ height: Double) {
    guard y + height > bottom, y > top else { return }
    breakPage()
  }

  func breakPage() {
    canvas.endPage()
    page += 1
    y = top
    runningHead(self)
  }

  /// Sets a paragraph line by line, over a page's end where it must be.
  func paragraph(_ block: TextBlock, indent: Double = 0, after gap: Double) {
    // Two lines of a paragraph are not torn apart: a lone line at a page's foot looks like an oversight.
    if block.lineCount <= 3 { need(block.height) }
    for line in block.lines {
      need(line.height)
      block.draw(line, x: left + indent, y: y)
      y += line.height
    }
    y += gap
  }

  /// A label with what was filled in, or with a dotted line where nothing was.
  func field(_ label: String, _ value: String?, style: TextStyle, bold: Bool = false, gap: Double) {
    if let value = PlainText.value(value) {
      paragraph(
        TextBlock(
          [("\(label): ", style), (value, bold ? style.bold : style)], width: width, on: canvas), after: gap)
    } else {
      blank(label, style: style, gap: gap)
    }
  }

  /// Several short fields on one line, what is left of the width shared among them; on lines of their own when
  /// they do not fit, or would leave too little to write on.
  func fields(_ fields: [(label: String, value: String?)], style: TextStyle, gap: Double) {
    let blocks = fields.map { field in
      TextBlock("\(field.label): \(PlainText.value(field.value) ?? "")", style, on: canvas)
    }
    let between = 10.0
    let needed = zip(blocks, fields).reduce(0) { sum, next in
      sum + next.0.size.width + between + (PlainText.value(next.1.value) == nil ? 48 : 0)
    }
    guard needed <= width + between else {
      for field in fields { self.field(field.label, field.value, style: style, gap: gap) }
      return
    }
    let slack = (width + between - needed) / Double(fields.count)
    let height = blocks.map(\.height).max() ?? 0
    need(height)
    var x = left
    for (index, block) in blocks.enumerated() {
      block.draw(x: x, y: y)
      var end = x + block.size.width + slack
      if PlainText.value(fields[index].value) == nil {
        end = min(end + 48, right)
        canvas.dots(fromX: x + block.size.width + 2, toX: end, y: y + block.baseline)
      }
      x = end + between
    }
    y += height + gap
  }

  /// A dotted line across the whole width.
  func blank(style: TextStyle, gap: Double) {
    let block = TextBlock(" ", style, on: canvas)
    need(block.height)
    canvas.dots(fromX: left, toX: right, y: y + block.baseline)
    y += block.height + gap
  }

  private func blank(_ label: String, style: TextStyle, gap: Double) {
    let block = TextBlock("\(label): ", style, on: canvas)
    need(block.height)
    block.draw(x: left, y: y)
    canvas.dots(fromX: left + block.size.width + 2, toX: right, y: y + block.baseline)
    y += block.height + gap
  }
}
