/// The line on top of every page after the first: which paper this is, and which page of it.
struct RunningHead {
  let title: String
  let code: String?
  let size: Double

  func draw(on flow: PageFlow, total: Int?) {
    let text = [PlainText.clean(title), PlainText.value(code)].compactMap(\.self).joined(separator: " - ")
    let head = TextBlock(text, TextStyle(size: size, italic: true), width: flow.width - 54, on: flow.canvas)
    head.draw(x: flow.left, y: flow.y)
    Self.pageNumber(flow.page, of: total, y: flow.y, size: size, on: flow)
    flow.y += head.height + 2
    flow.canvas.rule(fromX: flow.left, y: flow.y, toX: flow.right, y: flow.y, thickness: 0.4)
    flow.y += 6
  }

  static func pageNumber(_ page: Int, of total: Int?, y: Double, size: Double, on flow: PageFlow) {
    let text = total.map { "Trang \(page)/\($0)" } ?? "Trang \(page)"
    let block = TextBlock(text, TextStyle(size: size, italic: true), on: flow.canvas)
    block.draw(x: flow.right - block.size.width, y: y)
  }
}
