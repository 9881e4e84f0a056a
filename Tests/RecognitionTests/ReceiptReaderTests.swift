import Dossiers
import Recognition
import Testing

@Suite("Fee receipts")
struct ReceiptReaderTests {
  @Test("every field of a printed receipt is read, and an amount that agrees three ways is verified")
  func whole() {
    let reading = ReceiptSheet.feeReceipt().read()
    let texts: [FieldName: String] = [
      .number: "9657033", .symbol: "C23TAE", .form: "02BLP2-001", .date: "2024-05-28",
      .issuer: "UBND huyện Cẩm Giàng", .issuerTaxCode: "0800123456", .payer: "Đinh Khánh An",
      .payerID: "048198285914", .payerAddress: "Tổ dân phố 8, Văn Bình, Hải Châu, Đà Nẵng", .currency: "VND",
    ]
    for (name, text) in texts { #expect(reading.fields[name]?.value.string == text, "\(name)") }
    #expect(reading.fields[.total]?.value.integer == 116_000)
    #expect(reading.fields[.total]?.verified == true)
    #expect(reading.fields[.items]?.value.array?.count == 2)
    #expect(reading.fields[.items]?.value.array?.first?["name"]?.string == "Lệ phí hộ tịch")
    #expect(reading.problems.isEmpty)
  }

  @Test(
    "amounts that disagree are never verified and name their readings",
    arguments: [
      ("196.000 đồng", "Một trăm mười sáu nghìn đồng", "100.000 đ"),
      ("116.000 đồng", "Một trăm chín mươi sáu nghìn đồng", "100.000 đ"),
      ("116.000 đồng", "Một trăm mười sáu nghìn đồng", "90.000 đ"),
    ])
  func disagreement(total: String, words: String, second: String) throws {
    let reading = ReceiptSheet.feeReceipt(total: total, words: words, second: second).read()
    #expect(reading.fields[.total]?.verified == false)
    let problem = try #require(reading.problems.first)
    #expect(problem.code == .receiptAmountDisagrees)
    #expect(problem.severity == .review)
    #expect(problem.message.vi.contains("116.000 đ"))
  }

  @Test(
    "a name in a text layer whose words are no syllables is not trusted; others are",
    arguments: [
      ("Nguyễ n Thị Mẫ u", false), ("Nguyễn Thị Mẫu", true), ("Công ty TNHH Sao Mai", true), ("John Smith", true),
    ])
  func brokenName(name: String, isTrusted: Bool) throws {
    var sheet = ReceiptSheet()
    sheet.put("BIÊN LAI THU TIỀN PHÍ, LỆ PHÍ", x: 500, y: 220)
    sheet.put("Họ và tên người nộp: " + name, y: 340)
    let payer = try #require(sheet.read().fields[.payer])
    #expect(payer.value.string == name)
    #expect((payer.confidence >= 0.9) == isTrusted)
  }

  @Test("digits that recognition spoilt give way to words that equal the items' sum")
  func spoiltDigits() {
    let reading = ReceiptSheet.feeReceipt(total: "ll6.O0O đồng").read(.ocr)
    #expect(reading.fields[.total]?.value.integer == 116_000)
    #expect(reading.fields[.total]?.verified == false)
  }

  @Test(
    "labels are found in other words and with misread letters",
    arguments: [
      ("Họ tên người nộp tiền: Lê Văn Tám", FieldName.payer, "Lê Văn Tám"),
      ("Tên đơn vị hoặc người nộp tiền: Lê Văn Tám", .payer, "Lê Văn Tám"),
      ("Ho và tén nguời nôp: Lê Văn Tám", .payer, "Lê Văn Tám"),
      ("Họ tên người nộp (Payer): Lê Văn Tám", .payer, "Lê Văn Tám"),
      ("Đơn vị thu phí, lệ phí: Sở Tư pháp tỉnh Nghệ An", .issuer, "Sở Tư pháp tỉnh Nghệ An"),
      ("CMND/CCCD: 040060001234", .payerID, "040060001234"),
      ("Số định danh cá nhân: O40060OO1234", .payerID, "040060001234"),
      ("Ký hiệu (Serial): 1C25TAA", .symbol, "1C25TAA"),
      ("Ký hiệu: K2STAA", .symbol, "K25TAA"),
      ("Số biên lai: 0012345", .number, "0012345"),
      ("Số (No.): 0012345", .number, "0012345"),
      ("Ngày (Date) 05 tháng (month) 09 năm (year) 2025", .date, "2025-09-05"),
      ("Ngày lập: 5/9/2025", .date, "2025-09-05"),
      ("MST: 0101234567-001", .issuerTaxCode, "0101234567-001"),
    ])
  func labels(line: String, name: FieldName, value: String) {
    var sheet = ReceiptSheet()
    sheet.put(line, y: 100)
    #expect(sheet.read(.ocr).fields[name]?.value.string == value)
  }

  @Test("an address that fills its line goes on below, and an issuer's address is not the payer's")
  func addresses() {
    var sheet = ReceiptSheet()
    sheet.put("Đơn vị: Trường Tiểu học Hoa Sen", y: 60)
    sheet.put("Địa chỉ: 5 Lê Lợi, Huế", y: 100)
    sheet.put("BIÊN LAI THU TIỀN", x: 500, y: 180)
    sheet.put("Họ và tên người nộp tiền: Lê Văn Tám", y: 240)
    sheet.put("Địa chỉ: Số 12 Nguyễn Trãi, tổ dân phố số 4, phường Vĩnh Ninh, thành phố", y: 280)
    sheet.put("Huế", y: 310)
    sheet.put("Số tiền: 20.000 đ", y: 350)
    #expect(
      sheet.read().fields[.payerAddress]?.value.string
        == "Số 12 Nguyễn Trãi, tổ dân phố số 4, phường Vĩnh Ninh, thành phố Huế")
  }

  @Test("a form with one fee takes the amount for its item, and verifies nothing by it")
  func singleFee() {
    var sheet = ReceiptSheet()
    sheet.put("BIÊN LAI THU TIỀN PHÍ, LỆ PHÍ", x: 500, y: 100)
    sheet.put("Tên đơn vị hoặc người nộp tiền: Lê Văn Tám", y: 160)
    sheet.put("Tên loại phí, lệ phí: Lệ phí đăng ký cư trú", y: 200)
    sheet.put("Số tiền: 20.000 đ", y: 240)
    sheet.put("(Viết bằng chữ): Hai mươi nghìn đồng", y: 280)
    let reading = sheet.read()
    #expect(reading.fields[.total]?.value.integer == 20_000)
    #expect(reading.fields[.total]?.verified == false)
    #expect(reading.fields[.items]?.value.array?.first?["name"]?.string == "Lệ phí đăng ký cư trú")
  }

  @Test("a VietQR that asks for another sum than the receipt states is a problem of its own")
  func paymentCode() throws {
    let body =
      "00020101021238570010A00000072701270006970415011300110019324180208QRIBFTTA5303704540520000" + "5802VN6304"
    let crc = String(CyclicRedundancyCheck.ccittFalse(Array(body.utf8)), radix: 16, uppercase: true)
    let code = try VietQR(body + String(repeating: "0", count: 4 - crc.count) + crc)
    let reading = ReceiptSheet.feeReceipt().read(payment: PaymentCode(code: code, box: nil))
    #expect(reading.problems.map(\.code) == [.receiptPaymentCodeDisagrees])
    #expect(reading.fields[.vietQR]?.verified == true)
  }

  @Test("a table with quantity and unit price takes the name and the last column, and adds the tax")
  func table() {
    var sheet = ReceiptSheet()
    sheet.put("HÓA ĐƠN GIÁ TRỊ GIA TĂNG", x: 500, y: 60)
    sheet.put("Họ tên người mua hàng (Buyer): Lê Văn Tám", y: 140)
    for (x, head) in [
      (100, "STT"), (200, "Tên hàng hóa, dịch vụ"), (700, "Số lượng"), (900, "Đơn giá"), (1200, "Thành tiền"),
    ] {
      sheet.put(head, x: x, y: 200)
    }
    for (x, cell) in [(100, "1"), (200, "Phí đo đạc"), (700, "2"), (900, "50.000"), (1200, "100.000")] {
      sheet.put(cell, x: x, y: 240)
    }
    sheet.put("Cộng tiền hàng:", y: 300)
    sheet.put("100.000", x: 1200, y: 300)
    sheet.put("Tiền thuế GTGT:", y: 340)
    sheet.put("8.000", x: 1200, y: 340)
    sheet.put("Tổng cộng tiền thanh toán:", y: 380)
    sheet.put("108.000", x: 1200, y: 380)
    sheet.put("Số tiền viết bằng chữ: Một trăm lẻ tám nghìn đồng", y: 420)
    let reading = sheet.read()
    #expect(reading.fields[.total]?.value.integer == 108_000)
    #expect(reading.fields[.total]?.verified == true)
    #expect(reading.fields[.items]?.value.array?.map { $0["name"]?.string } == ["Phí đo đạc"])
  }

  @Test("an office whose name goes on below like the label of an amount keeps all of it")
  func longOffice() {
    var sheet = ReceiptSheet()
    sheet.put("Đơn vị thu: Trung tâm Phục vụ hành chính", y: 60)
    sheet.put("công tỉnh Thanh Hóa", y: 90)
    sheet.put("MST: 2802345671", y: 120)
    sheet.put("BIÊN LAI THU TIỀN", x: 180, y: 170)
    sheet.put("Người nộp: Lê Thanh Cường", y: 220)
    #expect(
      sheet.read().fields[.issuer]?.value.string == "Trung tâm Phục vụ hành chính công tỉnh Thanh Hóa")
  }

  @Test("digits of an address that were read as letters are digits again, and less sure")
  func houseNumber() throws {
    var sheet = ReceiptSheet()
    sheet.put("BIÊN LAI THU TIỀN", x: 600, y: 60)
    sheet.put("Người nộp tiền: Lê Thanh Cường", y: 160)
    sheet.put("Địa chỉ: Khu ó, Phú Hội, Huế, Thừa Thiên Huế", y: 200)
    let field = try #require(sheet.read(.ocr).fields[.payerAddress])
    #expect(field.value.string == "Khu 6, Phú Hội, Huế, Thừa Thiên Huế")
    #expect(field.confidence < 0.9)
  }

  @Test("where the print is clear and the values are not, an officer fills them in, and no new picture is asked for")
  func handwritten() throws {
    var sheet = ReceiptSheet()
    sheet.put("BIÊN LAI THU TIỀN PHÍ, LỆ PHÍ", x: 500, y: 60)
    for (row, label) in ["Họ và tên người nộp tiền:", "Địa chỉ:", "Lý do nộp:", "Số tiền:", "Viết bằng chữ:"]
      .enumerated()
    {
      sheet.put(label, y: 160 + 60 * row)
      sheet.put("Ẩuàng lJÁ ƒ»à¿", x: 520, y: 160 + 60 * row, confidence: 0.15)
    }
    let block = sheet.block(.ocr)
    let needed: [FieldName] = [.number, .payer, .total]
    let judged = ReceiptReader(block, page: 1).read().judged(block, on: nil, page: 1, needed: needed)
    let problem = try #require(judged.problems.last)
    #expect(problem.code == .receiptUnreadable)
    #expect(problem.remedy.en.contains("An officer"))
  }
}
