import Dossiers
import Recognition
import Testing

@Suite("Classification")
struct ClassificationTests {
  private static func kind(_ lines: [String]) -> PageKind {
    var sheet = ReceiptSheet()
    for (index, line) in lines.enumerated() { sheet.put(line, y: 60 + 50 * index) }
    return PageClassifier.kind(of: [sheet.block(.ocr)], page: 1, hasCard: false)
  }

  @Test(
    "forms are known by their heading or by whom they address",
    arguments: [
      (
        ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "TỜ KHAI ĐĂNG KÝ KHAI SINH", "Kính gửi: UBND xã"],
        "TỜ KHAI ĐĂNG KÝ KHAI SINH"
      ),
      (["ĐƠN ĐỀ NGHI CẤP GIẤY PHÉP"], "ĐƠN ĐỀ NGHI CẤP GIẤY PHÉP"), (["Kính gửi: Sở Xây dựng", "Tôi tên là …"], nil),
    ] as [([String], String?)])
  func forms(lines: [String], title: String?) {
    #expect(Self.kind(lines) == PageKind(kind: .form, title: title))
  }

  @Test(
    "letters, prose and empty pages are something else",
    arguments: [[], ["Kết quả học tập học kỳ 1"], ["Tôi xin cam đoan những lời khai trên", "là đúng sự thật"], ["TX"]])
  func others(lines: [String]) {
    #expect(Self.kind(lines).kind == .other)
  }

  @Test("a fee receipt is told by its title and labels, a card by what was found of it")
  func receipts() {
    let block = ReceiptSheet.feeReceipt().block(.ocr)
    #expect(PageClassifier.kind(of: [block], page: 1, hasCard: false).variant == "fee-receipt")
    #expect(PageClassifier.kind(of: [block], page: 1, hasCard: true).kind == .idCard)
  }

  @Test(
    "a card's code is told by its shape",
    arguments: [
      ("001190000017||Nguyễn Thị Mẫu|01011990|Nữ|Thôn 3, Xã A, Hà Nội|15092024||||", true),
      ("001190000017|012345678|Nguyễn Thị Mẫu|01011990|Nữ|Thôn 3|15092024", true), ("https://example.vn/a|b", false),
      ("1|2|3|4|5|6|7", false), ("", false),
    ])
  func codes(payload: String, isCard: Bool) {
    #expect(CardCode.matches(payload) == isCard)
  }
}
