import Dossiers

/// The ruled table of papers handed in; it flows over pages, repeating its head.
struct ComponentTable {
  let components: [FormComponent]
  let style: TextStyle

  private let padding = 3.0
  /// Shares of the width: number, name, form, count.
  private let shares = [0.08, 0.50, 0.27, 0.15]

  init(components: [FormComponent], style: TextStyle) {
    self.components = components
    self.style = style
  }

  func draw(on flow: PageFlow) {
    let head = cells(["STT", "Tên thành phần hồ sơ", "Bản chính / bản sao", "Số lượng"], style.bold, head: true, flow)
    // An empty table keeps three rows for a pen.
    let rows =
      components.isEmpty
      ? [["1", "", "", ""], ["2", "", "", ""], ["3", "", "", ""]]
      : components.enumerated().map { index, component in
        ["\(index + 1)", component.name, component.form.printed, "\(component.count)"]
      }
    flow.need(height(of: head) + 2 * style.size)
    row(head, on: flow)
    let runningHead = flow.runningHead
    flow.runningHead = { flow in
      runningHead(flow)
      row(head, on: flow)
    }
    for texts in rows { row(cells(texts, style, head: false, flow), on: flow) }
    flow.runningHead = runningHead
  }

  private func cells(_ texts: [String], _ style: TextStyle, head: Bool, _ flow: PageFlow) -> [TextBlock] {
    zip(texts, shares).enumerated().map { index, cell in
      TextBlock(
        PlainText.value(cell.0) ?? " ", style, width: cell.1 * flow.width - 2 * padding,
        alignment: head || index != 1 ? .centre : .left, on: flow.canvas)
    }
  }

  private func height(of cells: [TextBlock]) -> Double {
    (cells.map(\.height).max() ?? 0) + 2 * padding
  }

  private func row(_ cells: [TextBlock], on flow: PageFlow) {
    let full = height(of: cells)
    // A row stays whole where it fits on one page at all.
    if full <= (flow.bottom - flow.top) * 0.8 { flow.need(full) }
    var waiting = cells.map { $0.lines[...] }
    repeat {
      let tallest = waiting.compactMap { $0.first?.height }.max() ?? style.size
      flow.need(tallest + 2 * padding)
      let room = flow.bottom - flow.y - 2 * padding
      var used = 0.0
      var x = flow.left
      for (index, block) in cells.enumerated() {
        // All cells begin at the top: text copied out keeps number, name and count of a row together.
        var offset = 0.0
        while let line = waiting[index].first, offset + line.height <= room || offset == 0 {
          block.draw(line, x: x + padding, y: flow.y + padding + offset)
          offset += line.height
          waiting[index].removeFirst()
        }
        used = max(used, offset)
        x += shares[index] * flow.width
      }
      let rowHeight = used + 2 * padding
      grid(height: rowHeight, on: flow)
      flow.y += rowHeight
      if waiting.contains(where: { !$0.isEmpty }) { flow.breakPage() }
    } while waiting.contains { !$0.isEmpty }
  }

  private func grid(height: Double, on flow: PageFlow) {
    let thickness = 0.5
    for y in [flow.y, flow.y + height] {
      flow.canvas.rule(fromX: flow.left, y: y, toX: flow.right, y: y, thickness: thickness)
    }
    var x = flow.left
    for share in shares + [0] {
      flow.canvas.rule(fromX: x, y: flow.y, toX: x, y: flow.y + height, thickness: thickness)
      x += share * flow.width
    }
  }
}
