public import Dossiers

extension Problem {
  /// The amounts of one receipt, all legible, name different sums.
  static func amountDisagrees(digits: Int64?, words: Int64?, items: Int64?, page: Int) -> Problem {
    let vi = [
      digits.map { "bằng số \($0.inDong)" }, words.map { "bằng chữ \($0.inDong)" },
      items.map { "cộng các khoản \($0.inDong)" },
    ]
    let en = [
      digits.map { "in digits \($0.inDong)" }, words.map { "in words \($0.inDong)" },
      items.map { "sum of items \($0.inDong)" },
    ]
    return Problem(
      code: .receiptAmountDisagrees, severity: .review, page: page,
      message: BilingualText(
        vi: "Số tiền trên biên lai không khớp: \(vi.compactMap { $0 }.joined(separator: ", ")).",
        en: "The amounts on the receipt disagree: \(en.compactMap { $0 }.joined(separator: ", "))."),
      remedy: BilingualText(
        vi: "Cán bộ tiếp nhận xin đối chiếu với biên lai gốc.",
        en: "An officer must compare with the original receipt."))
  }

  /// The VietQR asks for another sum than the receipt states.
  static func paymentCodeDisagrees(code: Int64, printed: Int64, page: Int) -> Problem {
    Problem(
      code: .receiptPaymentCodeDisagrees, severity: .review, page: page,
      message: BilingualText(
        vi: "Mã VietQR ghi \(code.inDong), biên lai ghi \(printed.inDong).",
        en: "The VietQR says \(code.inDong), the receipt \(printed.inDong)."),
      remedy: BilingualText(
        vi: "Cán bộ tiếp nhận xin đối chiếu với biên lai gốc.",
        en: "An officer must compare with the original receipt."))
  }
}

extension Problem {
  /// The e-invoice attached to a page states another total than the page.
  static func invoiceDisagrees(file: Int64, printed: Int64, page: Int) -> Problem {
    Problem(
      code: .receiptInvoiceDisagrees, severity: .review, page: page,
      message: BilingualText(
        vi: "Hóa đơn điện tử đính kèm ghi \(file.inDong), bản in ghi \(printed.inDong).",
        en: "The attached e-invoice says \(file.inDong), the page \(printed.inDong)."),
      remedy: BilingualText(
        vi: "Cán bộ tiếp nhận xin đối chiếu với hóa đơn trên cổng tra cứu của đơn vị phát hành.",
        en: "An officer must compare with the invoice at its issuer's look-up page."))
  }

  static func transferFailed(page: Int) -> Problem {
    Problem(
      code: .transferFailed, severity: .review, page: page,
      message: BilingualText(
        vi: "Giao dịch chuyển tiền không thành công.", en: "The slip says that the transfer failed."),
      remedy: BilingualText(
        vi: "Vui lòng chuyển tiền lại và gửi ảnh xác nhận giao dịch thành công.",
        en: "Please make the transfer again and send the slip of the one that went through."))
  }

  static func transferPending(page: Int) -> Problem {
    Problem(
      code: .transferPending, severity: .review, page: page,
      message: BilingualText(
        vi: "Giao dịch chuyển tiền đang chờ xử lý.", en: "The slip says that the transfer is still pending."),
      remedy: BilingualText(
        vi: "Vui lòng gửi ảnh xác nhận sau khi giao dịch thành công.",
        en: "Please send the slip once the transfer has gone through."))
  }
}

extension Problem {
  /// Fields that every receipt has, and that could not be read on this one.
  static func receiptUnreadable(missing: [FieldName], because flaw: PictureFlaw?, page: Int) -> Problem {
    let vi = missing.map(\.vietnamese).joined(separator: ", ")
    let en = missing.map { $0.rawValue.replacing("_", with: " ") }.joined(separator: ", ")
    let anyhow = BilingualText(
      vi: "Vui lòng chụp lại ở nơi đủ sáng, không bị lóa, thấy trọn tờ biên lai, và gửi dưới dạng tệp hoặc ảnh HD.",
      en: "Please photograph the whole receipt again in good light without glare, and send it as a file or in HD.")
    return Problem(
      code: flaw?.code ?? .receiptUnreadable, severity: .review, page: page,
      message: BilingualText(
        vi: "Không đọc được \(vi) trên biên lai\(flaw.map { ": " + $0.reason.vi } ?? "").",
        en: "Could not read \(en) on the receipt\(flaw.map { ": " + $0.reason.en } ?? "")."),
      remedy: flaw?.remedy(of: .paper) ?? anyhow)
  }

  /// Fields that could not be read although the print around them is clear: written by hand, or under a stamp. No better
  /// picture would help.
  static func receiptHandwritten(_ names: [FieldName], page: Int) -> Problem {
    let vi = names.map(\.vietnamese).joined(separator: ", ")
    let en = names.map { $0.rawValue.replacing("_", with: " ") }.joined(separator: ", ")
    return Problem(
      code: .receiptUnreadable, severity: .review, page: page,
      message: BilingualText(
        vi: "Không đọc được \(vi) trên biên lai: viết tay hoặc bị che.",
        en: "Could not read \(en) on the receipt: written by hand or covered."),
      remedy: BilingualText(
        vi: "Cán bộ tiếp nhận xin nhập các mục này theo biên lai.",
        en: "An officer must enter these fields from the receipt."))
  }

  /// Fields whose reading is less sure than the plan asks for, by name.
  public static func fieldUncertain(_ names: [FieldName], page: Int) -> Problem {
    let vi = names.map(\.vietnamese).joined(separator: ", ")
    let en = names.map { $0.rawValue.replacing("_", with: " ") }.joined(separator: ", ")
    return Problem(
      code: .fieldUncertain, severity: .warning, page: page,
      message: BilingualText(
        vi: "Chưa đọc chắc chắn: \(vi).", en: "Read without certainty: \(en)."),
      remedy: BilingualText(
        vi: "Cán bộ tiếp nhận xin đối chiếu các mục này với giấy tờ gốc.",
        en: "An officer must compare these fields with the original."))
  }
}

extension Int64 {
  /// `1.250.000 đ`
  fileprivate var inDong: String {
    var text = ""
    for (index, digit) in String(self).reversed().enumerated() {
      if index > 0, index % 3 == 0, digit != "-" { text.append(".") }
      text.append(digit)
    }
    return String(text.reversed()) + " đ"
  }
}
