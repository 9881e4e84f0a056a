import Dossiers
import Forms
import Foundation
import TestTools
import Testing

@Suite("forms 02 and 03", .enabled(if: Tool.isInstalled("pdftotext", "pdfinfo"), "poppler-utils is not installed"))
struct NoticeTests {
  @Test(
    "a notice names the paper, the sender and every item, in order",
    arguments: [
      (
        NoticeForm.Kind.supplement,
        [
          "PHIẾU YÊU CẦU BỔ SUNG, HOÀN THIỆN HỒ SƠ", "Hồ sơ của: Nguyễn Thị Mẫu", "1. Ảnh bị mờ",
          "2. Tệp được đặt mật khẩu.", "Lý do: Hồ sơ chưa đầy đủ", "NGƯỜI HƯỚNG DẪN",
        ]
      ),
      (
        .refusal,
        [
          "PHIẾU TỪ CHỐI TIẾP NHẬN GIẢI QUYẾT HỒ SƠ", "Tiếp nhận hồ sơ của: Nguyễn Thị Mẫu", "lý do cụ thể như sau:",
          "1. Ảnh bị mờ", "2. Tệp được đặt mật khẩu.", "NGƯỜI NỘP HỒ SƠ",
        ]
      ),
    ])
  func text(kind: NoticeForm.Kind, expected: [String]) throws {
    let pdf = try FormPrinter.noticePDF(Examples.notice(kind))
    var rest = try #require(try Examples.text(of: pdf))[...]
    for piece in expected {
      let found = try #require(rest.range(of: piece, options: .literal), "“\(piece)” is missing or out of its order")
      rest = rest[found.upperBound...]
    }
    #expect(try FormPrinter.noticePDF(Examples.notice(kind)) == pdf)
    #expect(try Examples.info(of: pdf)?["Title"]?.hasSuffix("H26.1-260821-0001") == true)
  }

  @Test("a long list of items flows on, with the page's number")
  func flows() throws {
    var form = Examples.notice(.refusal)
    form.items = (1...70).map { "Lý do thứ \($0)k" }
    let pdf = try FormPrinter.noticePDF(form)
    let count = try #require(try Examples.pageCount(of: pdf))
    #expect(count > 1)
    let text = try #require(try Examples.text(of: pdf))
    for number in 1...70 { #expect(text.contains("Lý do thứ \(number)k")) }
    #expect(text.contains("Trang \(count)/\(count)"))
  }
}
