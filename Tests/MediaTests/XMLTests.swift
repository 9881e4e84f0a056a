import Dossiers
import Media
import Testing

@Suite("E-invoice XML")
struct XMLTests {
  static let invoice = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<HDon><DLHDon Id=\"x\"><TTChung/></DLHDon></HDon>"

  @Test("an e-invoice is taken as its bytes, without pages")
  func invoice() throws {
    let document = try #require(
      try MediaOpener.open(bytes: Array(Self.invoice.utf8), name: "hoadon.xml") as? XMLDocument)
    #expect(document.mediaType == .xml)
    #expect(document.pages.isEmpty)
    #expect(document.bytes == Array(Self.invoice.utf8))
    #expect(refusal { () throws(MediaRefusal) in _ = try document.renderGrey(page: 1, longSideInPixels: nil) } != nil)
  }

  private static let utf16: [UInt8] =
    [0xFF, 0xFE] + "<HDon/>".utf16.flatMap { (unit: UInt16) -> [UInt8] in [UInt8(unit & 0xFF), UInt8(unit >> 8)] }

  @Test(
    "comments, byte order marks, prefixes and UTF-16 don't hide the root",
    arguments: [
      [UInt8]("\u{FEFF}<!-- a > b --><HDon/>".utf8), Array("<inv:HDon xmlns:inv=\"x\"/>".utf8),
      utf16,
    ])
  func disguises(bytes: [UInt8]) throws {
    #expect(try MediaOpener.open(bytes: bytes, name: "").mediaType == .xml)
  }

  @Test(
    "what isn't well-formed is refused, and no entity is expanded",
    arguments: [
      "<HDon><DLHDon>", "<HDon></DLHDon>",
      "<!DOCTYPE HDon [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><HDon>&a;</HDon>",
    ])
  func damaged(text: String) {
    #expect(refusalOfOpening(Array(text.utf8))?.code == .xmlDamaged)
  }
}
