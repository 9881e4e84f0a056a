import Dossiers
import Recognition
import Testing

@Suite("Transfer slips")
struct ReceiptSlipTests {
  private static func slip(_ announcement: String) -> ReceiptSheet {
    var sheet = ReceiptSheet()
    sheet.put(announcement, x: 300, y: 100)
    sheet.put("250,000 VND", x: 350, y: 160)
    sheet.put("14:05 - 05/09/2025", x: 350, y: 220)
    sheet.put("Người thụ hưởng", y: 300)
    sheet.put("KHO BAC NHA NUOC", x: 600, y: 300)
    sheet.put("Số tài khoản", y: 350)
    sheet.put("0011 0019 32418", x: 600, y: 350)
    sheet.put("Nội dung", y: 400)
    sheet.put("nop phi ho so H26.1-250905-0001", x: 600, y: 400)
    sheet.put("Mã giao dịch", y: 450)
    sheet.put("FT25248123456", x: 600, y: 450)
    return sheet
  }

  @Test("status, amount, time, account, content and code are read")
  func reads() {
    let block = Self.slip("Chuyển tiền thành công").block()
    #expect(PageClassifier.kind(of: [block], page: 1, hasCard: false).variant == "transfer-slip")
    let reading = TransferSlipReader(block, page: 1).read()
    let texts: [FieldName: String] = [
      .status: "succeeded", .date: "2025-09-05", .time: "14:05", .account: "0011001932418",
      .beneficiary: "KHO BAC NHA NUOC", .content: "nop phi ho so H26.1-250905-0001", .number: "FT25248123456",
    ]
    for (name, text) in texts { #expect(reading.fields[name]?.value.string == text, "\(name)") }
    #expect(reading.fields[.total]?.value.integer == 250_000)
    #expect(reading.problems.isEmpty)
  }

  @Test(
    "a transfer that did not go through is for a person to look at",
    arguments: [("Giao dịch không thành công", ProblemCode.transferFailed), ("Giao dịch đang xử lý", .transferPending)])
  func unsettled(announcement: String, code: ProblemCode) {
    let reading = TransferSlipReader(Self.slip(announcement).block(), page: 1).read()
    #expect(reading.problems.map(\.code) == [code])
    #expect(reading.problems.first?.severity == .review)
  }

  @Test("a value that goes on below its first line is read to its end")
  func wraps() {
    var sheet = ReceiptSheet()
    sheet.put("Giao dịch thành công", x: 300, y: 100)
    sheet.put("2,400,000 VND", x: 350, y: 160)
    sheet.put("Tên người nhận", y: 300)
    sheet.put("KHO BAC NHA NUOC TINH", x: 600, y: 300)
    sheet.put("LAO CAI", x: 900, y: 340)
    sheet.put("Nội dung", y: 430)
    sheet.put("NOP LE PHI DANG KY KINH DOANH HS", x: 600, y: 430)
    sheet.put("H57.132-260804-0583", x: 800, y: 470)
    sheet.put("Mã giao dịch", y: 560)
    sheet.put("FT25261660600754", x: 600, y: 560)
    let fields = TransferSlipReader(sheet.block(), page: 1).read().fields
    #expect(fields[.beneficiary]?.value.string == "KHO BAC NHA NUOC TINH LAO CAI")
    #expect(fields[.content]?.value.string == "NOP LE PHI DANG KY KINH DOANH HS H57.132-260804-0583")
    #expect(fields[.number]?.value.string == "FT25261660600754")
  }

  @Test("digits that were read as letters with marks are digits again, and less sure")
  func marks() {
    func account(_ text: String) -> Field? {
      var sheet = ReceiptSheet()
      sheet.put("Chuyển tiền thành công", x: 300, y: 100)
      sheet.put("Số tài khoản", y: 300)
      sheet.put(text, x: 600, y: 300)
      return TransferSlipReader(sheet.block(), page: 1).read().fields[.account]
    }
    #expect(account("ó82293382209")?.value == "682293382209")
    #expect((account("ó82293382209")?.confidence ?? 1) < 0.9)
    #expect((account("682293382209")?.confidence ?? 0) > 0.9)
  }

  @Test("a payment order's account is the recipient's, though the payer's stands first")
  func paymentOrder() {
    var sheet = ReceiptSheet()
    sheet.put("ỦY NHIỆM CHI", x: 700, y: 60)
    sheet.put("Số: 50249", x: 1300, y: 60)
    sheet.put("Ngày 11 tháng 02 năm 2025", x: 600, y: 110)
    for (row, line) in [
      "Đơn vị trả tiền: Công ty Hoa Sen", "Số tài khoản: 684418622695", "Tại ngân hàng: Agribank Thăng Long",
      "Đơn vị thụ hưởng: UBND PHUONG LANG HA", "Số tài khoản: 9129894547", "Tại ngân hàng: Kho bạc Nhà nước",
      "Số tiền bằng số: 1.875.000 VND", "Số tiền bằng chữ: Một triệu tám trăm bảy mươi lăm nghìn đồng",
      "Nội dung thanh toán: Nop le phi ho so H26.343992",
    ].enumerated() {
      sheet.put(line, y: 180 + 50 * row)
    }
    let block = sheet.block()
    #expect(PageClassifier.kind(of: [block], page: 1, hasCard: false).variant == "transfer-slip")
    let fields = TransferSlipReader(block, page: 1).read().fields
    let texts: [FieldName: String] = [
      .payer: "Công ty Hoa Sen", .account: "9129894547", .beneficiary: "UBND PHUONG LANG HA", .number: "50249",
      .bank: "Kho bạc Nhà nước", .content: "Nop le phi ho so H26.343992", .date: "2025-02-11",
    ]
    for (name, text) in texts { #expect(fields[name]?.value.string == text, "\(name)") }
    #expect(fields[.total]?.value.integer == 1_875_000)
  }
}
