import Dossiers
import Forms

/// What a citizen gets for a fee paid: `Biên lai thu tiền phí, lệ phí`.
struct FeeReceipt {
  let agency: String
  let taxCode: String
  let form: String
  let symbol: String
  let number: String
  let date: CalendarDate
  let payer: Person
  let items: [(name: String, amount: Int64)]
  let collector: String
  /// Account and bank of the agency: makes a transfer's QR.
  var transfer: (bank: String, account: String)?

  var total: Int64 { items.reduce(0) { $0 + $1.amount } }

  var sheet: Sheet {
    Sheet(size: Sheet.a5Landscape) { canvas in try draw(on: canvas) }
  }

  private func draw(on canvas: Canvas) throws {
    let text = TextStyle(.serif, size: 12)
    let left = 40.0
    let right = Sheet.a5Landscape.width - 40
    var y = 30.0
    func line(_ runs: [(String, TextStyle)], x: Double = left, gap: Double = 4) {
      let block = TextBlock(runs, width: right - x, on: canvas)
      block.draw(x: x, y: y)
      y += block.height + gap
    }
    let corner = 400.0
    for (label, value) in [("Mẫu số: ", form), ("Ký hiệu: ", symbol), ("Số: ", number)] {
      TextBlock([(label, text), (value, label == "Số: " ? text.bold : text)], on: canvas).draw(x: corner, y: y)
      y += 17
    }
    y = 30
    line([("Tên cơ quan thu: \(agency)", text)])
    line([("Mã số thuế: \(taxCode)", text)])
    y = 92
    let title = TextBlock(
      "BIÊN LAI THU TIỀN PHÍ, LỆ PHÍ", TextStyle(.serif, size: 17, bold: true), width: right - left,
      alignment: .centre, on: canvas)
    title.draw(x: left, y: y)
    y += title.height
    let day = TextBlock(
      "Ngày \(two(date.day)) tháng \(two(date.month)) năm \(date.year)", text.italic, width: right - left,
      alignment: .centre, on: canvas)
    day.draw(x: left, y: y)
    y += day.height + 10
    line([("Họ và tên người nộp: ", text), (payer.name, text.bold)])
    line([("Địa chỉ: \(payer.residence.joined(separator: ", "))", text)])
    line([("Số CCCD: \(payer.idNumber.isEmpty ? payer.oldNumber : payer.idNumber)", text)])
    for (index, item) in items.enumerated() {
      amount("\(Dong.grouped(item.amount)) đ", text, y: y, right: right, on: canvas)
      line([("\(index + 1). \(item.name)", text)])
    }
    y += 2
    amount(Dong.figures(total), text.bold, y: y, right: right, on: canvas)
    line([("Tổng số tiền:", text.bold)])
    line([("Số tiền viết bằng chữ: \(Dong.words(total))", text)])
    line([("Hình thức thanh toán: \(transfer == nil ? "Tiền mặt" : "Chuyển khoản")", text)])
    if let transfer {
      let code = VietQR.text(
        bank: transfer.bank, account: transfer.account, amount: total, purpose: "PHI \(number)")
      canvas.draw(try QRMatrix(code), x: left - 6, y: y + 4, side: 100)
      TextBlock("Quét mã VietQR để chuyển khoản", TextStyle(.serif, size: 9, italic: true), on: canvas)
        .draw(x: left + 100, y: y + 14)
    }
    let signature = TextBlock("Người thu tiền", text.bold, width: 160, alignment: .centre, on: canvas)
    signature.draw(x: corner - 10, y: y + 6)
    TextBlock(collector, text, width: 160, alignment: .centre, on: canvas).draw(x: corner - 10, y: y + 66)
  }

  private func amount(_ text: String, _ style: TextStyle, y: Double, right: Double, on canvas: Canvas) {
    let block = TextBlock(text, style, on: canvas)
    block.draw(x: right - block.size.width, y: y)
  }

  private func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
