import Dossiers
import Recognition
import Testing

@Suite("Several receipts on a page")
struct ReceiptPagesTests {
  /// A short receipt with its left upper corner at the given place.
  private static func add(number: String, payer: String, dong: String, x: Int, y: Int, to sheet: inout ReceiptSheet) {
    sheet.put("Đơn vị thu: UBND xã Ea Tu", x: x, y: y)
    sheet.put("Ký hiệu: C23TAE", x: x + 550, y: y)
    sheet.put("Số: \(number)", x: x + 550, y: y + 40)
    sheet.put("BIÊN LAI THU TIỀN", x: x + 280, y: y + 90)
    sheet.put("Ngày 28 tháng 05 năm 2024", x: x + 250, y: y + 130)
    sheet.put("Người nộp tiền: \(payer)", x: x, y: y + 180)
    sheet.put("Số tiền: \(dong)", x: x, y: y + 220)
    sheet.put("Người thu tiền", x: x + 550, y: y + 260)
    sheet.put("Lê Văn Lộc", x: x + 560, y: y + 340)
  }

  private static func numbers(_ sheet: ReceiptSheet) -> [[String?]] {
    sheet.block().receipts(page: 1).map { block in
      let fields = ReceiptReader(block, page: 1).read().fields
      return [
        fields[.number]?.value.string, fields[.payer]?.value.string, fields[.total]?.value.integer.map { "\($0)" },
      ]
    }
  }

  private static let both: [[String?]] = [["9657033", "Đinh Khánh An", "16000"], ["1230045", "Hồ Uyên", "250000"]]

  @Test("of two receipts below each other each keeps its own fields")
  func stacked() {
    var sheet = ReceiptSheet()
    Self.add(number: "9657033", payer: "Đinh Khánh An", dong: "16.000 đ", x: 100, y: 60, to: &sheet)
    Self.add(number: "1230045", payer: "Hồ Uyên", dong: "250.000 đ", x: 100, y: 560, to: &sheet)
    #expect(Self.numbers(sheet) == Self.both)
  }

  @Test("of two receipts side by side each keeps its own fields")
  func abreast() {
    var sheet = ReceiptSheet()
    Self.add(number: "9657033", payer: "Đinh Khánh An", dong: "16.000 đ", x: 40, y: 60, to: &sheet)
    Self.add(number: "1230045", payer: "Hồ Uyên", dong: "250.000 đ", x: 940, y: 60, to: &sheet)
    #expect(Self.numbers(sheet) == Self.both)
  }

  @Test("the fields of the lower receipt lie where they are printed on the page")
  func places() throws {
    var sheet = ReceiptSheet()
    Self.add(number: "9657033", payer: "Đinh Khánh An", dong: "16.000 đ", x: 100, y: 60, to: &sheet)
    Self.add(number: "1230045", payer: "Hồ Uyên", dong: "250.000 đ", x: 100, y: 560, to: &sheet)
    let lower = try #require(sheet.block().receipts(page: 1).last)
    let box = try #require(ReceiptReader(lower, page: 1).read().fields[.number]?.box)
    #expect(box.y0 == 600)
    #expect(box.x0 > 650)
  }

  @Test("a receipt that names another title below stays one")
  func single() {
    var sheet = ReceiptSheet.feeReceipt()
    sheet.put("Biên lai điện tử tra cứu tại https://bienlai.example", y: 760)
    #expect(sheet.block().receipts(page: 1).count == 1)
  }
}
