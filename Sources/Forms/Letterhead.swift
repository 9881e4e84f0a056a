import Dossiers

/// The two-column head of an official paper (Decree 30/2020, annex I): the agency on the left, the national name
/// and motto on the right, place and date below.
struct Letterhead {
  let agency: FormAgency
  let date: VietnamTime
  /// The base size of the paper's text, in points.
  let size: Double

  func draw(on flow: PageFlow) {
    let canvas = flow.canvas
    let small = TextStyle(size: size - 1)
    // The motto's column is as wide as its longest line; the agency gets the rest.
    let nation = TextBlock("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", small.bold, on: canvas)
    let nationWidth = nation.size.width
    let gutter = 10.0
    let agencyWidth = flow.width - nationWidth - gutter
    let nationX = flow.right - nationWidth

    var leftY = flow.y
    if let parent = PlainText.value(agency.parent) {
      leftY += column(parent, small, x: flow.left, y: leftY, width: agencyWidth, on: canvas)
    }
    leftY += column(
      PlainText.value(agency.name) ?? "", small.bold, x: flow.left, y: leftY, width: agencyWidth, on: canvas)
    let centre = flow.left + agencyWidth / 2
    canvas.rule(
      fromX: centre - agencyWidth / 6, y: leftY + 2, toX: centre + agencyWidth / 6, y: leftY + 2, thickness: 0.6)
    leftY += 5

    var rightY = flow.y
    nation.draw(x: nationX, y: rightY)
    rightY += nation.height
    let motto = TextBlock("Độc lập - Tự do - Hạnh phúc", TextStyle(size: size - 0.5, bold: true), on: canvas)
    let mottoX = nationX + (nationWidth - motto.size.width) / 2
    motto.draw(x: mottoX, y: rightY)
    rightY += motto.height
    canvas.rule(fromX: mottoX, y: rightY + 2, toX: mottoX + motto.size.width, y: rightY + 2, thickness: 0.6)
    rightY += 8
    rightY += dateLine(x: nationX, y: rightY, width: nationWidth, on: canvas)
    flow.y = max(leftY, rightY)
  }

  private func dateLine(x: Double, y: Double, width: Double, on canvas: Canvas) -> Double {
    let style = TextStyle(size: size - 0.5, italic: true)
    if let place = PlainText.value(agency.place) {
      return column("\(place), \(date.spokenDate)", style, x: x, y: y, width: width, on: canvas)
    }
    let block = TextBlock(", \(date.spokenDate)", style, on: canvas)
    let textX = x + width - block.size.width
    block.draw(x: textX, y: y)
    canvas.dots(fromX: x, toX: textX - 1, y: y + block.baseline)
    return block.height
  }

  private func column(
    _ text: String, _ style: TextStyle, x: Double, y: Double, width: Double, on canvas: Canvas
  ) -> Double {
    let block = TextBlock(text, style, width: width, alignment: .centre, on: canvas)
    block.balance()
    block.draw(x: x + (width - (block.balancedWidth ?? width)) / 2, y: y)
    return block.height
  }
}
