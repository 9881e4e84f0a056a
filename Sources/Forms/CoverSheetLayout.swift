import Dossiers

/// A separator page on A4. Its QR stands there twice, in opposite corners, so that one survives a staple, a fold or a
/// feeder that cuts the edge; whichever way up the page is scanned, a QR can be read.
struct CoverSheetLayout {
  let sheet: CoverSheet
  /// What the procedure is called, for people.
  let procedureName: String?
  let agency: String?
  let qr: QRMatrix

  init(sheet: CoverSheet, procedureName: String?, agency: String?) throws(FormError) {
    self.sheet = sheet
    self.procedureName = procedureName
    self.agency = agency
    qr = try QRMatrix(sheet.codeText)
  }

  func draw(on canvas: Canvas) {
    let flow = PageFlow(canvas: canvas, left: 57, right: 57, top: 57, bottom: 57)
    let side = 55 / 25.4 * 72
    canvas.draw(qr, x: flow.left, y: flow.top, side: side)
    canvas.draw(qr, x: flow.right - side, y: flow.bottom - side, side: side)
    // Black bars along the upper and lower edge show in the stack where a dossier begins.
    canvas.fill(x: 0, y: 0, width: canvas.width, height: 20, .black)
    canvas.fill(x: 0, y: canvas.height - 20, width: canvas.width, height: 20, .black)

    flow.y = flow.top + side + 30
    if let agency = PlainText.value(agency) { centred(agency, TextStyle(size: 13), after: 10, on: flow) }
    centred("TỜ PHÂN CÁCH HỒ SƠ", TextStyle(size: 28, bold: true), after: 4, on: flow)
    centred("\(sheet.series) - \(sheet.number)", TextStyle(size: 36, bold: true), after: 12, on: flow)
    let text = TextStyle(size: 14)
    if let code = sheet.procedure {
      let name = PlainText.value(procedureName).map { " - \($0)" } ?? ""
      centred("Thủ tục: \(code)\(name)", text, after: 12, on: flow)
    }
    centred(
      "Đặt tờ này trước trang đầu của mỗi hồ sơ rồi quét cả chồng giấy. Tờ này không thuộc hồ sơ.", text.italic,
      after: 26, on: flow)
    flow.field("Tên hồ sơ", nil, style: text, gap: 12)
    flow.field("Ghi chú", nil, style: text, gap: 12)
  }

  private func centred(_ line: String, _ style: TextStyle, after gap: Double, on flow: PageFlow) {
    let block = TextBlock(line, style, width: flow.width, alignment: .centre, on: flow.canvas)
    block.balance()
    flow.paragraph(block, indent: (flow.width - (block.balancedWidth ?? flow.width)) / 2, after: gap)
  }
}
