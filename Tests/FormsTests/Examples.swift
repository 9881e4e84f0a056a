import Dossiers
import Forms
import Foundation
import TestTools

/// Invented forms, and what readers make of them.
enum Examples {
  /// 08:05:09 on 21 August 2026 in Asia/Ho_Chi_Minh.
  static let morning = Timestamp(milliseconds: 1_787_274_309_000)
  static let lookup = "https://motcua.example.vn/t/H26.1-260821-0001?k=1&t=th1234&s=4rJm0ZcXkq2b7yVd1fGh5A"

  static var receipt: ReceiptForm {
    ReceiptForm(
      agency: FormAgency(
        parent: "ỦY BAN NHÂN DÂN PHƯỜNG HOA MAI", name: "TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG", place: "Hà Nội"),
      code: "H26.1-260821-0001", lookupText: lookup, lookupAddress: "https://motcua.example.vn",
      sender: FormSender(
        name: "Nguyễn Thị Mẫu", address: "Thôn 3, xã Hoa Mai, thành phố Hà Nội", phone: "0900 000 017",
        email: "mau@example.vn"),
      request: "Cấp Giấy xác nhận tình trạng hôn nhân",
      components: [
        FormComponent(name: "Thẻ căn cước", form: .copy, count: 1),
        FormComponent(name: "Biên lai thu phí, lệ phí", form: .original, count: 2),
      ],
      workingDays: 3, receivedAt: morning, dueAt: morning.adding(milliseconds: 5 * 86_400_000),
      returnAt: "Bộ phận Tiếp nhận và Trả kết quả", fee: 1_015_000, book: "01/2026", serial: "0001",
      officer: "Trần Văn Thử")
  }

  static func notice(_ kind: NoticeForm.Kind) -> NoticeForm {
    NoticeForm(
      kind: kind, agency: receipt.agency, code: receipt.code, sender: receipt.sender, request: receipt.request,
      items: ["Ảnh bị mờ: đề nghị chụp lại.", "Tệp được đặt mật khẩu."], reason: "Hồ sơ chưa đầy đủ",
      issuedAt: morning, officer: "Trần Văn Thử")
  }

  /// The PDF's text, as poppler gives it out, with white space of any kind made single spaces.
  static func text(of pdf: [UInt8], page: Int? = nil) throws -> String? {
    let scratch = try Scratch()
    let file = try scratch.write(pdf, as: "form.pdf")
    let pages = page.map { ["-f", "\($0)", "-l", "\($0)"] } ?? []
    guard let text = try Tool("pdftotext")?.run(pages + ["-enc", "UTF-8", file, "-"]) else { return nil }
    return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// Page count, from poppler.
  static func pageCount(of pdf: [UInt8]) throws -> Int? {
    try info(of: pdf)?["Pages"].flatMap { Int($0) }
  }

  static func info(of pdf: [UInt8]) throws -> [String: String]? {
    let scratch = try Scratch()
    let file = try scratch.write(pdf, as: "form.pdf")
    guard let text = try Tool("pdfinfo")?.run(["-isodates", file]) else { return nil }
    return Dictionary(
      text.split(separator: "\n").compactMap { line in
        let parts = line.split(separator: ":", maxSplits: 1)
        guard parts.count == 2 else { return nil }
        return (String(parts[0]), parts[1].trimmingCharacters(in: .whitespaces))
      }, uniquingKeysWith: { first, _ in first })
  }
}
