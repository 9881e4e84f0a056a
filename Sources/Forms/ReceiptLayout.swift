import Dossiers

/// Form 01 on A5: every word of the circular's form, in its order.
struct ReceiptLayout {
  let form: ReceiptForm
  let qr: QRMatrix

  /// How closely the form is set: the roomiest that takes no more pages than the closest.
  enum Setting: CaseIterable {
    case roomy, middling, close
  }

  private let setting: Setting
  private var size: Double {
    switch setting {
    case .roomy: 10.5
    case .middling: 10.2
    case .close: 10
    }
  }
  private var gap: Double {
    switch setting {
    case .roomy: 3
    case .middling: 2.4
    case .close: 1.8
    }
  }
  private var penRoom: Double { setting == .close ? 34 : 42 }
  private var text: TextStyle { TextStyle(size: size) }
  private static let title = "GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ"

  init(form: ReceiptForm, setting: Setting) throws(FormError) {
    self.form = form
    self.setting = setting
    qr = try QRMatrix(form.lookupText)
  }

  var metadata: Canvas.Metadata {
    Canvas.Metadata(
      title: "Giấy tiếp nhận hồ sơ và hẹn trả kết quả \(PlainText.clean(form.code))",
      author: PlainText.value(form.agency.name), subject: "Mẫu số 01, Thông tư 03/2025/TT-VPCP",
      created: VietnamTime(form.receivedAt).iso)
  }

  /// Draws every copy; returns the pages that each took. `totals`, known from an earlier run, numbers the pages.
  func draw(on canvas: Canvas, totals: [Int]?) -> [Int] {
    form.copies.enumerated().map { index, copy in
      draw(copy, on: canvas, total: totals?[index])
    }
  }

  private func draw(_ copy: ReceiptForm.Copy, on canvas: Canvas, total: Int?) -> Int {
    let flow = PageFlow(canvas: canvas, left: 38, right: 28, top: 26, bottom: 26)
    flow.runningHead = {
      RunningHead(title: Self.title, code: form.code, size: size - 1.5).draw(on: $0, total: total)
    }
    if let total, total > 1 { RunningHead.pageNumber(1, of: total, y: flow.bottom + 4, size: size - 1.5, on: flow) }
    Letterhead(agency: form.agency, date: VietnamTime(form.receivedAt), size: size).draw(on: flow)
    flow.y += 6
    heading(copy, on: flow)
    who(on: flow)
    what(on: flow)
    closing(on: flow)
    canvas.endPage()
    return flow.page
  }

  /// The QR on the left; title, code and copy centred in what is left of the width.
  private func heading(_ copy: ReceiptForm.Copy, on flow: PageFlow) {
    let side = 31 / 25.4 * 72
    // The quiet zone hangs into the margin: what shows of the symbol stands on the text's edge.
    let qrX = flow.left - side * 4 / Double(qr.size + 8)
    flow.canvas.draw(qr, x: qrX, y: flow.y, side: side)
    let x = qrX + side
    let width = flow.right - x
    let blocks = [
      TextBlock(
        "GIẤY TIẾP NHẬN HỒ SƠ", TextStyle(size: size + 3, bold: true), width: width, alignment: .centre,
        on: flow.canvas),
      TextBlock(
        "VÀ HẸN TRẢ KẾT QUẢ", TextStyle(size: size + 3, bold: true), width: width, alignment: .centre,
        on: flow.canvas),
      TextBlock(
        [("Mã hồ sơ: ", text), (form.code, TextStyle(size: size + 1, bold: true))], width: width, alignment: .centre,
        on: flow.canvas),
      TextBlock(
        copy == .sender ? "(Liên giao người nộp hồ sơ)" : "(Liên lưu tại cơ quan tiếp nhận)",
        TextStyle(size: size - 0.5, italic: true), width: width, alignment: .centre, on: flow.canvas),
    ]
    let height = blocks.reduce(4) { $0 + $1.height }
    var y = flow.y + max(0, (side - height) / 2)
    for (index, block) in blocks.enumerated() {
      if index == 2 { y += 4 }
      block.draw(x: x, y: y)
      y += block.height
    }
    flow.y = max(y, flow.y + side) + 4
  }

  private func who(on flow: PageFlow) {
    flow.field(
      "Bộ phận Tiếp nhận và Trả kết quả", form.agency.counter ?? form.agency.name, style: text, gap: gap)
    flow.field("Tiếp nhận hồ sơ của", form.sender.name, style: text, bold: true, gap: gap)
    flow.field("Địa chỉ", form.sender.address, style: text, gap: gap)
    flow.fields(
      [("Số điện thoại", form.sender.phone), ("Email", form.sender.email)], style: text, gap: gap)
    flow.field("Nội dung yêu cầu giải quyết", form.request, style: text, bold: true, gap: gap)
  }

  private func what(on flow: PageFlow) {
    flow.need(5 * size)
    flow.paragraph(TextBlock("1. Thành phần hồ sơ nộp gồm:", text, width: flow.width, on: flow.canvas), after: gap)
    ComponentTable(components: form.components, style: TextStyle(size: size - 0.5)).draw(on: flow)
    flow.y += 4
    flow.field("2. Số lượng hồ sơ", form.sets.map { "\($0) (bộ)" }, style: text, gap: gap)
    flow.field(
      "3. Thời gian giải quyết hồ sơ theo quy định là",
      form.workingDays.map { $0 == 0 ? "Trong ngày làm việc" : "\($0) ngày làm việc" }, style: text, gap: gap)
    flow.field("4. Thời gian nhận hồ sơ", VietnamTime(form.receivedAt).spoken, style: text, gap: gap)
    flow.field(
      "5. Thời gian trả kết quả giải quyết hồ sơ", form.dueAt.map { VietnamTime($0).spoken }, style: text, gap: gap)
    flow.field("6. Đăng ký nhận kết quả tại", form.returnAt, style: text, gap: gap)
    flow.field("Phí, lệ phí (nếu có)", form.fee.map { $0 == 0 ? "Không thu" : Dong.figures($0) }, style: text, gap: gap)
  }

  private func closing(on flow: PageFlow) {
    let signatures = Signatures(
      left: ("NGƯỜI NỘP HỒ SƠ", form.sender.name), right: ("NGƯỜI TIẾP NHẬN HỒ SƠ", form.officer), size: size,
      room: penRoom)
    let note = TextBlock(
      [
        ("Tra cứu: ", TextStyle(size: size - 2, bold: true, italic: true)),
        (note, TextStyle(size: size - 2, italic: true)),
      ], width: flow.width, on: flow.canvas)
    // The book's line, the signatures and the note stay together.
    flow.need(signatures.height(on: flow) + note.height + 3 * size)
    flow.fields(
      [("Vào Sổ theo dõi hồ sơ, Quyển số", form.book), ("Số thứ tự", form.serial)], style: text, gap: gap)
    flow.y += 4
    signatures.draw(on: flow)
    flow.y = max(flow.y + 4, flow.bottom - note.height - 4)
    flow.canvas.rule(fromX: flow.left, y: flow.y, toX: flow.right, y: flow.y, thickness: 0.4)
    flow.y += 3
    flow.paragraph(note, after: 0)
  }

  private var note: String {
    var way = "hoặc hỏi mã hồ sơ tại Bộ phận Tiếp nhận và Trả kết quả"
    if let address = PlainText.value(form.lookupAddress) {
      // Nobody types the scheme.
      way = "hoặc truy cập \(address.replacing("https://", with: "")) và nhập mã hồ sơ"
    }
    return "quét mã QR trên giấy này bằng điện thoại để biết tình trạng giải quyết hồ sơ, \(way). "
      + "Khi đến nhận kết quả, đề nghị mang theo giấy này."
  }
}
