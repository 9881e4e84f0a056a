import Media
import Recognition
import Testing

@Suite("Pages of cards whose codes were read")
struct CodedPageTests {
  private static let payload = "040190000017||Đinh Minh Hằng|17061990|Nữ|Thôn 3, Phú Thành, Lạc Thủy, Hòa Bình|20042021"
  private static let card = rectangle(200, 300, 700, 441)

  private static func rectangle(_ x: Double, _ y: Double, _ width: Double, _ height: Double) -> Quad {
    Quad(
      topLeft: PicturePoint(x: x, y: y), topRight: PicturePoint(x: x + width, y: y),
      bottomRight: PicturePoint(x: x + width, y: y + height), bottomLeft: PicturePoint(x: x, y: y + height))
  }

  private static func code(_ text: String, at corners: Quad) -> Barcode {
    Barcode(page: 1, format: "QRCode", bytes: Array(text.utf8), corners: corners)
  }

  @Test(
    "an outline is a card for certain where a card's code stands in its place, either way up",
    arguments: [
      (payload, rectangle(767, 321, 108, 108), true), (payload, rectangle(225, 612, 108, 108), true),
      (payload, rectangle(500, 450, 108, 108), false), (payload, rectangle(210, 310, 420, 420), false),
      ("https://example.vn/tra-cuu", rectangle(767, 321, 108, 108), false),
    ])
  func certainty(text: String, corners: Quad, isCard: Bool) {
    let region = LocatedRegion(page: 1, quad: Self.card, filled: 1, isWholePage: false)
    #expect(
      CardEvidence.codedCards(among: [region], [Self.code(text, at: corners)]) == (isCard ? [Self.card] : []))
  }

  @Test("what is printed beside a card is seen, and the card itself is passed over")
  func ink() throws {
    let drawn = DrawnCard(page: (1654, 2339), cardWidth: 700, left: 200, top: 300, ground: false)
    for row in 0..<8 {
      drawn.text("Họ và tên / Full name: ĐINH MINH HẰNG", x: 0.05, y: 0.05 + 0.06 * Double(row), size: 0.03)
    }
    let alone = try #require(drawn.picture()).grey()
    #expect(!PageInk(alone).isBlank)
    #expect(PageInk(alone, outside: [Self.card]).isBlank)
    drawn.text("Xác nhận của Ủy ban nhân dân xã", x: 0.1, y: 1.2, size: 0.03)
    #expect(!PageInk(try #require(drawn.picture()).grey(), outside: [Self.card]).isBlank)
  }

  @Test(
    "a code fills its own outline and its quiet zone, not the paper that it is printed on",
    arguments: [
      (rectangle(500, 500, 200, 200), true), (rectangle(480, 480, 240, 240), true),
      (rectangle(300, 400, 700, 441), false),
      (rectangle(800, 500, 200, 200), false),
    ])
  func filling(outline: Quad, isFilled: Bool) {
    #expect(Self.code("", at: Self.rectangle(500, 500, 200, 200)).fills(outline) == isFilled)
  }
}
