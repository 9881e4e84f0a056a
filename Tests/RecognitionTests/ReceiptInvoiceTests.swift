import Dossiers
import Recognition
import Testing

@Suite("E-invoices in XML")
struct ReceiptInvoiceTests {
  private static func invoice(total: String = "108000", words: String = "Một trăm linh tám nghìn đồng") -> String {
    """
    <?xml version="1.0" encoding="UTF-8"?><!-- made up -->
    <HDon xmlns:ds="urn:x"><DLHDon Id="data"><TTChung><PBan>2.0.1</PBan><THDon>Hóa đơn giá trị gia tăng</THDon>
    <KHMSHDon>1</KHMSHDon><KHHDon>C25TAA</KHHDon><SHDon>1234</SHDon><NLap>2025-09-05</NLap><DVTTe>VND</DVTTe></TTChung>
    <NDHDon><NBan><Ten>Công ty Đo đạc A &amp; B</Ten><MST>0101234567</MST></NBan>
    <NMua><Ten>L&#234; V&#259;n T&#xE1;m</Ten><DChi>Huế</DChi></NMua>
    <DSHHDVu><HHDVu><STT>1</STT><THHDVu><![CDATA[Phí đo <đạc>]]></THHDVu><ThTien>100000.0</ThTien></HHDVu></DSHHDVu>
    <TToan><TgTThue>8000</TgTThue><TgTTTBSo>\(total)</TgTTTBSo><TgTTTBChu>\(words)</TgTTTBChu></TToan></NDHDon></DLHDon>
    <DSCKS><ds:Signature/></DSCKS></HDon>
    """
  }

  @Test("all fields are taken from their elements, and a total that agrees is verified")
  func reads() throws {
    let reading = try #require(ElectronicInvoice(xml: Array(Self.invoice().utf8))).reading
    let texts: [FieldName: String] = [
      .form: "1", .symbol: "C25TAA", .number: "1234", .date: "2025-09-05", .issuer: "Công ty Đo đạc A & B",
      .issuerTaxCode: "0101234567", .payer: "Lê Văn Tám", .payerAddress: "Huế", .currency: "VND",
    ]
    for (name, text) in texts { #expect(reading.fields[name]?.value.string == text, "\(name)") }
    #expect(reading.fields[.total]?.value.integer == 108_000)
    #expect(reading.fields[.total]?.verified == true)
    #expect(reading.fields[.items]?.value.array?.first?["name"]?.string == "Phí đo <đạc>")
    #expect(reading.problems.isEmpty)
  }

  @Test("an invoice in UTF-16 is read like one in UTF-8", arguments: [true, false])
  func wide(isBigEndian: Bool) throws {
    let units = [0xFEFF] + Array(Self.invoice().utf16)
    let bytes = units.flatMap { isBigEndian ? [UInt8($0 >> 8), UInt8($0 & 255)] : [UInt8($0 & 255), UInt8($0 >> 8)] }
    let reading = try #require(ElectronicInvoice(xml: bytes)).reading
    #expect(reading.fields[.issuer]?.value.string == "Công ty Đo đạc A & B")
    #expect(reading.fields[.total]?.value.integer == 108_000)
  }

  @Test("a page is the face of an attached invoice by number and symbol, and another total on it is a problem")
  func face() throws {
    let reading = try #require(ElectronicInvoice(xml: Array(Self.invoice().utf8))).reading
    func page(_ number: String, _ symbol: String, total: Int64) -> Part {
      func field(_ value: JSONValue) -> Field { Field(value: value, confidence: 0.99, source: .textLayer, page: 2) }
      return Part(
        kind: .receipt, variant: "fee-receipt", pages: [2],
        fields: [.number: field(.string(number)), .symbol: field(.string(symbol)), .total: field(.integer(total))])
    }
    #expect(reading.isShown(on: page("00001234", "1C25TAA", total: 108_000)))
    #expect(!reading.isShown(on: page("00001235", "1C25TAA", total: 108_000)))
    #expect(!reading.isShown(on: page("00001234", "1C24TAA", total: 108_000)))
    #expect(reading.problems(besides: page("1234", "C25TAA", total: 108_000)).isEmpty)
    #expect(
      reading.problems(besides: page("1234", "C25TAA", total: 180_000)).map(\.code) == [.receiptInvoiceDisagrees])
    #expect(reading.fields(onPage: 2)[.total]?.page == 2)
  }

  @Test("words that name another sum are a problem")
  func disagreement() throws {
    let xml = Self.invoice(words: "Một trăm linh chín nghìn đồng")
    let reading = try #require(ElectronicInvoice(xml: Array(xml.utf8))).reading
    #expect(reading.problems.map(\.code) == [.receiptAmountDisagrees])
    #expect(reading.fields[.total]?.verified == false)
  }

  @Test(
    "entities, external files, depth and damage are refused without effect",
    arguments: [
      "<!DOCTYPE HDon [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;\">]><HDon><DLHDon>&b;</DLHDon></HDon>",
      "<!DOCTYPE HDon SYSTEM \"file:///etc/passwd\"><HDon/>", String(repeating: "<a>", count: 100_000),
      "<HDon><DLHDon>&unknown;</DLHDon></HDon>", "<HDon><DLHDon></HDon>", "<HDon", "", "<rss><channel/></rss>",
      "<HDon a=\"", "<![CDATA[", "<!--",
    ])
  func hostile(xml: String) {
    #expect(ElectronicInvoice(xml: Array(xml.utf8)) == nil)
  }

  @Test("bytes that are no UTF-8 are refused")
  func encoding() {
    #expect(ElectronicInvoice(xml: [0x3C, 0x48, 0xFF, 0xFE, 0x3E]) == nil)
  }
}
