import Dossiers
import Forms
import Foundation
import TestTools
import Testing

@Suite("form 01", .enabled(if: Tool.isInstalled("pdftotext", "pdfinfo", "pdffonts"), "poppler-utils is not installed"))
struct ReceiptTests {
  @Test("the text that is copied out of a receipt is the form's, in its order, in NFC")
  func text() throws {
    let text = try #require(try Examples.text(of: FormPrinter.receiptPDF(Examples.receipt)))
    let expected = [
      "GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ", "Mã hồ sơ: H26.1-260821-0001",
      "Bộ phận Tiếp nhận và Trả kết quả: TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG", "Tiếp nhận hồ sơ của: Nguyễn Thị Mẫu",
      "Địa chỉ: Thôn 3, xã Hoa Mai, thành phố Hà Nội", "Số điện thoại: 0900 000 017", "Email: mau@example.vn",
      "Nội dung yêu cầu giải quyết: Cấp Giấy xác nhận tình trạng hôn nhân", "1. Thành phần hồ sơ nộp gồm:",
      "STT Tên thành phần hồ sơ Bản chính / bản sao Số lượng", "1 Thẻ căn cước Bản sao 1",
      "2 Biên lai thu phí, lệ phí Bản chính 2", "2. Số lượng hồ sơ: 1 (bộ)",
      "3. Thời gian giải quyết hồ sơ theo quy định là: 3 ngày làm việc",
      "4. Thời gian nhận hồ sơ: 08 giờ 05 phút, ngày 21 tháng 8 năm 2026",
      "5. Thời gian trả kết quả giải quyết hồ sơ: 08 giờ 05 phút, ngày 26 tháng 8 năm 2026",
      "6. Đăng ký nhận kết quả tại: Bộ phận Tiếp nhận và Trả kết quả", "Phí, lệ phí (nếu có): 1.015.000 đồng",
      "Vào Sổ theo dõi hồ sơ, Quyển số: 01/2026", "Số thứ tự: 0001", "NGƯỜI NỘP HỒ SƠ", "NGƯỜI TIẾP NHẬN HỒ SƠ",
      "Nguyễn Thị Mẫu", "Trần Văn Thử", "Tra cứu:",
    ]
    var rest = text[...]
    for piece in expected {
      let found = try #require(rest.range(of: piece, options: .literal), "“\(piece)” is missing or out of its order")
      rest = rest[found.upperBound...]
    }
    for piece in [
      "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "Hà Nội, ngày 21 tháng 8 năm 2026",
    ] {
      #expect(text.range(of: piece, options: .literal) != nil, "\(piece)")
    }
    #expect(Array(text.unicodeScalars) == Array(text.precomposedStringWithCanonicalMapping.unicodeScalars))
  }

  @Test("a decomposed name is printed composed")
  func composes() throws {
    var form = Examples.receipt
    form.sender.name = "Nguyễn Thị Mẫu".decomposedStringWithCanonicalMapping
    let text = try #require(try Examples.text(of: FormPrinter.receiptPDF(form)))
    #expect(text.range(of: "Tiếp nhận hồ sơ của: Nguyễn Thị Mẫu", options: .literal) != nil)
  }

  @Test(
    "moments are printed on Vietnam's clocks",
    arguments: [
      (1_787_274_300_000, "08 giờ 05 phút, ngày 21 tháng 8 năm 2026"),
      (1_798_736_400_000, "00 giờ 00 phút, ngày 01 tháng 01 năm 2027"),
      (1_798_736_399_999, "23 giờ 59 phút, ngày 31 tháng 12 năm 2026"),
      (1_835_406_000_000, "10 giờ 00 phút, ngày 29 tháng 02 năm 2028"),
      (-1, "06 giờ 59 phút, ngày 01 tháng 01 năm 1970"),
    ] as [(Int64, String)])
  func clocks(milliseconds: Int64, printed: String) throws {
    var form = Examples.receipt
    form.receivedAt = Timestamp(milliseconds: milliseconds)
    let text = try #require(try Examples.text(of: FormPrinter.receiptPDF(form)))
    #expect(text.contains("4. Thời gian nhận hồ sơ: \(printed)"))
  }

  @Test("the PDF says what it is, is A5, and carries the form's time, not the printer's")
  func metadata() throws {
    let info = try #require(try Examples.info(of: FormPrinter.receiptPDF(Examples.receipt)))
    #expect(info["Title"] == "Giấy tiếp nhận hồ sơ và hẹn trả kết quả H26.1-260821-0001")
    #expect(info["Page size"] == "419.528 x 595.276 pts (A5)" || info["Page size"] == "419.528 x 595.276 pts")
    let created = try #require(info["CreationDate"])
    #expect(try Date(created, strategy: .iso8601) == Date(timeIntervalSince1970: 1_787_274_309))
    #expect(info["Pages"] == "1")
  }

  @Test("the same form gives the same bytes")
  func deterministic() throws {
    #expect(try FormPrinter.receiptPDF(Examples.receipt) == FormPrinter.receiptPDF(Examples.receipt))
    var other = Examples.receipt
    other.code = "H26.1-260821-0002"
    #expect(try FormPrinter.receiptPDF(Examples.receipt) != FormPrinter.receiptPDF(other))
  }

  @Test("every font is embedded and maps back to text")
  func fonts() throws {
    let scratch = try Scratch()
    let file = try scratch.write(FormPrinter.receiptPDF(Examples.receipt), as: "form.pdf")
    let rows = try #require(try Tool("pdffonts")?.run([file])).split(separator: "\n").dropFirst(2)
    #expect(!rows.isEmpty)
    for row in rows {
      // … emb sub uni object ID
      let flags = row.split(separator: " ").dropLast(2).suffix(3)
      #expect(flags == ["yes", "yes", "yes"], "\(row)")
    }
  }

  @Test("many papers flow to further pages, none lost, the table's head and the dossier's code on each page")
  func flows() throws {
    var form = Examples.receipt
    form.components = (1...60).map {
      FormComponent(
        name: "Giấy tờ số \($0)k" + ($0 % 5 == 0 ? String(repeating: ", kèm theo bản vẽ và xác nhận", count: 4) : ""),
        form: .copy, count: 1)
    }
    let pdf = try FormPrinter.receiptPDF(form)
    let count = try #require(try Examples.pageCount(of: pdf))
    #expect(count >= 3)
    let pages = try (1...count).map { try #require(try Examples.text(of: pdf, page: $0)) }
    for (index, page) in pages.enumerated() {
      #expect(page.contains("H26.1-260821-0001"))
      #expect(page.contains("Trang \(index + 1)/\(count)"))
      if page.contains("Giấy tờ số") { #expect(page.contains("STT Tên thành phần hồ sơ")) }
    }
    let text = pages.joined(separator: " ")
    for number in 1...60 {
      #expect(text.components(separatedBy: "Giấy tờ số \(number)k").count == 2, "paper \(number)")
    }
    #expect(pages.last?.contains("NGƯỜI TIẾP NHẬN HỒ SƠ") == true)
  }

  @Test("a name longer than a page is printed to its last word, inside the page")
  func endless() throws {
    var form = Examples.receipt
    let words = (1...900).map { "từ\($0)" }
    form.components[0].name = words.joined(separator: " ")
    form.sender.address = words.joined(separator: " ")
    form.sender.email = String(repeating: "dàiquá", count: 60)
    let pdf = try FormPrinter.receiptPDF(form)
    let text = try #require(try Examples.text(of: pdf))
    let found = text.split(separator: " ")
    for word in words { #expect(found.filter { $0 == word }.count == 2, "\(word)") }
    try expectInsidePages(pdf)
  }

  @Test("words stay within the margins, whatever is filled in")
  func margins() throws {
    try expectInsidePages(FormPrinter.receiptPDF(Examples.receipt))
    var form = Examples.receipt
    form.agency.name = String(repeating: "PHÒNGVĂNHÓAXÃHỘI", count: 5)
    form.code = "A23456789.B23456789.C23456789.D2345-260821-123456"
    form.sender.name = String(repeating: "TRÁCH NHIỆM HỮU HẠN ", count: 8)
    form.officer = String(repeating: "Nguyễn", count: 12)
    try expectInsidePages(FormPrinter.receiptPDF(form))
  }

  @Test("a text from outside cannot rewrite the line that it stands on")
  func hostile() throws {
    var form = Examples.receipt
    form.sender.name = "Nguyễn\u{0}\u{7} Thị\n\n\u{202E}uẫM\u{2066}\u{200B} <b>&amp;</b>"
    let text = try #require(try Examples.text(of: FormPrinter.receiptPDF(form)))
    #expect(text.contains("Tiếp nhận hồ sơ của: Nguyễn Thị uẫM <b>&amp;</b>"))
  }

  @Test("what was not given leaves its label and a line to write on")
  func empty() throws {
    let form = ReceiptForm(
      agency: FormAgency(name: "ỦY BAN NHÂN DÂN XÃ THỬ NGHIỆM"), code: "H26.1-260821-0002", lookupText: "x",
      sender: FormSender(name: "  \n"), sets: nil, receivedAt: Examples.morning)
    let text = try #require(try Examples.text(of: FormPrinter.receiptPDF(form)))
    for label in [
      "Tiếp nhận hồ sơ của: Địa chỉ:", "Số điện thoại:", "Email:", "2. Số lượng hồ sơ: 3.", "Phí, lệ phí (nếu có):",
    ] {
      #expect(text.contains(label), "\(label)")
    }
    #expect(!text.contains("…") && !text.contains(".."), "dots are drawn, not typed")
  }

  @Test("each copy asked for is a whole form")
  func copies() throws {
    var form = Examples.receipt
    form.copies = ReceiptForm.Copy.allCases
    let pdf = try FormPrinter.receiptPDF(form)
    #expect(try Examples.pageCount(of: pdf) == 2)
    #expect(try Examples.text(of: pdf, page: 1)?.contains("(Liên giao người nộp hồ sơ)") == true)
    #expect(try Examples.text(of: pdf, page: 2)?.contains("(Liên lưu tại cơ quan tiếp nhận)") == true)
  }

  @Test("a form survives its way to the program that prints it")
  func codable() throws {
    let data = try JSONEncoder().encode(Examples.receipt)
    #expect(try JSONDecoder().decode(ReceiptForm.self, from: data) == Examples.receipt)
  }

  private func expectInsidePages(_ pdf: [UInt8]) throws {
    let scratch = try Scratch()
    let file = try scratch.write(pdf, as: "form.pdf")
    let boxes = try #require(try Tool("pdftotext")?.run(["-bbox", file, "-"]))
    var count = 0
    for word in boxes.matches(of: /<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">(.*?)</) {
      count += 1
      let numbers = [word.1, word.2, word.3, word.4].compactMap { Double($0) }
      #expect(numbers[0] >= 28 && numbers[2] <= 396 && numbers[1] >= 18 && numbers[3] <= 586, "\(word.0)")
    }
    #expect(count > 20)
  }
}
