import Dossiers

/// Forms 02 and 03 on A5: like the receipt in their head and foot, with a numbered list in between.
struct NoticeLayout {
  let form: NoticeForm

  private let size = 10.5
  private let gap = 3.0
  private var text: TextStyle { TextStyle(size: size) }

  private var title: (lines: [String], number: String, plain: String) {
    switch form.kind {
    case .supplement:
      (["PHIẾU YÊU CẦU BỔ SUNG,", "HOÀN THIỆN HỒ SƠ"], "02", "Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ")
    case .refusal:
      (["PHIẾU TỪ CHỐI TIẾP NHẬN", "GIẢI QUYẾT HỒ SƠ"], "03", "Phiếu từ chối tiếp nhận giải quyết hồ sơ")
    }
  }

  var metadata: Canvas.Metadata {
    Canvas.Metadata(
      title: [title.plain, PlainText.value(form.code)].compactMap(\.self).joined(separator: " "),
      author: PlainText.value(form.agency.name), subject: "Mẫu số \(title.number), Thông tư 03/2025/TT-VPCP",
      created: VietnamTime(form.issuedAt).iso)
  }

  /// Draws the form; returns its pages.
  func draw(on canvas: Canvas, total: Int?) -> Int {
    let flow = PageFlow(canvas: canvas, left: 38, right: 28, top: 26, bottom: 26)
    flow.runningHead = { RunningHead(title: title.plain, code: form.code, size: size - 1.5).draw(on: $0, total: total) }
    if let total, total > 1 { RunningHead.pageNumber(1, of: total, y: flow.bottom + 4, size: size - 1.5, on: flow) }
    Letterhead(agency: form.agency, date: VietnamTime(form.issuedAt), size: size).draw(on: flow)
    flow.y += 16
    for line in title.lines {
      flow.paragraph(
        TextBlock(
          line, TextStyle(size: size + 3, bold: true), width: flow.width, alignment: .centre, on: canvas), after: 0)
    }
    if let code = PlainText.value(form.code) {
      flow.y += 3
      flow.paragraph(
        TextBlock([("Mã hồ sơ: ", text), (code, text.bold)], width: flow.width, alignment: .centre, on: canvas),
        after: 0)
    }
    flow.y += 12
    who(on: flow)
    list(on: flow)
    closing(on: flow)
    canvas.endPage()
    return flow.page
  }

  private func who(on flow: PageFlow) {
    let counter = form.agency.counter ?? form.agency.name
    if form.kind == .refusal { flow.field("Bộ phận Tiếp nhận và Trả kết quả", counter, style: text, gap: gap) }
    flow.field(
      form.kind == .refusal ? "Tiếp nhận hồ sơ của" : "Hồ sơ của", form.sender.name, style: text, bold: true, gap: gap)
    // Form 02 names the request before the address, form 03 after the e-mail.
    if form.kind == .supplement {
      flow.field("Nội dung yêu cầu giải quyết", form.request, style: text, gap: gap)
    }
    flow.field("Địa chỉ", form.sender.address, style: text, gap: gap)
    flow.fields([("Số điện thoại", form.sender.phone), ("Email", form.sender.email)], style: text, gap: gap)
    if form.kind == .refusal {
      flow.field("Nội dung yêu cầu giải quyết", form.request, style: text, gap: gap)
    }
  }

  private func list(on flow: PageFlow) {
    let lead =
      switch form.kind {
      case .supplement: "Yêu cầu hoàn thiện hồ sơ gồm những nội dung sau:"
      case .refusal:
        "Qua xem xét, Bộ phận Tiếp nhận và Trả kết quả thông báo không tiếp nhận, giải quyết hồ sơ này với lý do cụ "
          + "thể như sau:"
      }
    flow.paragraph(TextBlock(lead, text, width: flow.width, on: flow.canvas), after: gap)
    for (index, item) in form.items.enumerated() {
      flow.paragraph(
        TextBlock("\(index + 1). \(PlainText.value(item) ?? "")", text, width: flow.width - 14, on: flow.canvas),
        indent: 14, after: gap)
    }
    if form.items.isEmpty {
      for _ in 0..<4 { flow.blank(style: text, gap: gap) }
    }
    if form.kind == .supplement { flow.field("Lý do", form.reason, style: text, gap: gap) }
  }

  private func closing(on flow: PageFlow) {
    let ending: String
    switch form.kind {
    case .supplement:
      let contact = PlainText.value(form.contact) ?? "Bộ phận Tiếp nhận và Trả kết quả"
      let phone = PlainText.value(form.contactPhone).map { ", số điện thoại \($0)" } ?? ""
      ending =
        "Trong quá trình hoàn thiện hồ sơ nếu có vướng mắc, Ông/Bà liên hệ với \(contact)\(phone) để được hướng dẫn./."
    case .refusal: ending = "Xin thông báo cho Ông/Bà được biết và thực hiện./."
    }
    let signatures = Signatures(
      left: form.kind == .refusal ? ("NGƯỜI NỘP HỒ SƠ", form.sender.name) : nil,
      right: (form.kind == .refusal ? "NGƯỜI TIẾP NHẬN HỒ SƠ" : "NGƯỜI HƯỚNG DẪN", form.officer), size: size, room: 42)
    let block = TextBlock(ending, text, width: flow.width, on: flow.canvas)
    flow.need(block.height + gap + 6 + signatures.height(on: flow))
    flow.paragraph(block, after: gap)
    flow.y += 6
    signatures.draw(on: flow)
  }
}
