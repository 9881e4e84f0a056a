import Media
import Recognition
import Testing

@Suite("Codes")
struct BarcodeTests {
  private static func rectangle(_ x: Double, _ y: Double, _ width: Double, _ height: Double) -> Quad {
    Quad(
      topLeft: PicturePoint(x: x, y: y), topRight: PicturePoint(x: x + width, y: y),
      bottomRight: PicturePoint(x: x + width, y: y + height), bottomLeft: PicturePoint(x: x, y: y + height))
  }

  @Test(
    "a code fills its own outline and its quiet zone, not the paper that it is printed on",
    arguments: [
      (rectangle(500, 500, 200, 200), true), (rectangle(480, 480, 240, 240), true),
      (rectangle(300, 400, 700, 441), false),
      (rectangle(800, 500, 200, 200), false),
    ])
  func filling(outline: Quad, isFilled: Bool) {
    let code = Barcode(page: 1, format: "QRCode", bytes: [], corners: Self.rectangle(500, 500, 200, 200))
    #expect(code.fills(outline) == isFilled)
  }
}
