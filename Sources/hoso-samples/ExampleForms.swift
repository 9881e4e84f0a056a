import Dossiers
import Forms
import Foundation

/// One example of each form, for the README's pictures and for a look after a change of layout.
enum ExampleForms {
  static let agency = FormAgency(
    parent: "ỦY BAN NHÂN DÂN PHƯỜNG HOA MAI", name: "TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG", place: "Hà Nội",
    counter: "Trung tâm Phục vụ hành chính công phường Hoa Mai")

  /// 08:05 on 21 August 2026, Asia/Ho_Chi_Minh.
  static let morning = Timestamp(milliseconds: 1_787_274_300_000)

  static var receipt: ReceiptForm {
    ReceiptForm(
      agency: agency, code: "H26.1-260821-0001",
      lookupText: "https://motcua.example.vn/t/H26.1-260821-0001?k=1&t=th1234&s=4rJm0ZcXkq2b7yVd1fGh5A",
      lookupAddress: "https://motcua.example.vn",
      sender: FormSender(
        name: "Nguyễn Thị Mẫu", address: "Số 12, ngõ 34, tổ dân phố số 5, phường Hoa Mai, thành phố Hà Nội",
        phone: "0900 000 017", email: "nguyen.thi.mau@example.vn"),
      request: "Cấp Giấy xác nhận tình trạng hôn nhân",
      components: [
        FormComponent(name: "Tờ khai cấp Giấy xác nhận tình trạng hôn nhân", form: .original, count: 1),
        FormComponent(name: "Thẻ căn cước công dân hoặc thẻ căn cước", form: .copy, count: 1),
        FormComponent(name: "Biên lai thu phí, lệ phí", form: .electronic, count: 1),
      ],
      workingDays: 3, receivedAt: morning, dueAt: morning.adding(milliseconds: 5 * 86_400_000),
      returnAt: "Bộ phận Tiếp nhận và Trả kết quả", fee: 15_000, book: "01/2026", serial: "0001",
      officer: "Trần Văn Thử")
  }

  static var longReceipt: ReceiptForm {
    var form = receipt
    form.sender.name =
      "CÔNG TY TRÁCH NHIỆM HỮU HẠN MỘT THÀNH VIÊN THƯƠNG MẠI, DỊCH VỤ VÀ XÂY DỰNG NGUYỄN PHƯỚC QUÝ TƯỜNG"
    form.sender.email = "phong.hanh.chinh.tong.hop@cong-ty-nguyen-phuoc.example.vn"
    form.request = "Đăng ký biến động quyền sử dụng đất, quyền sở hữu tài sản gắn liền với đất"
    form.components = (1...24).map {
      FormComponent(
        name: $0 % 3 == 0
          ? "Văn bản của các thành viên trong hộ gia đình sử dụng đất đồng ý chuyển quyền, đã được công chứng hoặc chứng thực theo quy định của pháp luật (tờ \($0))"
          : "Bản vẽ tách thửa đất, hợp thửa đất số \($0)", form: $0 % 2 == 0 ? .copy : .original, count: $0)
    }
    form.copies = [.sender, .office]
    return form
  }

  static var emptyReceipt: ReceiptForm {
    ReceiptForm(
      agency: FormAgency(name: "ỦY BAN NHÂN DÂN XÃ THỬ NGHIỆM"), code: "H26.1-260821-0002",
      lookupText: "https://motcua.example.vn/t/H26.1-260821-0002", sets: nil, receivedAt: morning)
  }

  static func notice(_ kind: NoticeForm.Kind) -> NoticeForm {
    NoticeForm(
      kind: kind, agency: agency, code: kind == .supplement ? "H26.1-260821-0001" : nil, sender: receipt.sender,
      request: receipt.request,
      items: [
        "Ảnh chụp mặt trước thẻ căn cước bị mờ, không đọc được số định danh cá nhân: đề nghị chụp lại ở nơi đủ sáng, "
          + "thấy rõ bốn góc thẻ.",
        "Tệp “biên-lai.pdf” được đặt mật khẩu nên không mở được: đề nghị gửi lại tệp không có mật khẩu.",
      ], reason: "Hồ sơ chưa đủ thành phần theo quy định", contactPhone: "024 0000 0000", issuedAt: morning,
      officer: "Trần Văn Thử")
  }

  static func write(to folder: URL) throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for (name, form) in [("receipt", receipt), ("receipt-long", longReceipt), ("receipt-empty", emptyReceipt)] {
      try Data(FormPrinter.receiptPDF(form)).write(to: folder.appending(path: "\(name).pdf"))
    }
    for kind in NoticeForm.Kind.allCases {
      try Data(FormPrinter.noticePDF(notice(kind))).write(to: folder.appending(path: "\(kind.rawValue).pdf"))
    }
    let sheets = (1...2).compactMap { CoverSheet(series: "2026-08-21", number: $0, procedure: "1.004873") }
    try Data(
      FormPrinter.coverSheetsPDF(
        sheets, procedureName: receipt.request, agency: agency.name, printedAt: morning)
    ).write(to: folder.appending(path: "cover-sheets.pdf"))
    try Data(FormPrinter.qrPNG(receipt.lookupText, modulePixels: 6)).write(to: folder.appending(path: "receipt-qr.png"))
  }
}
