import Dossiers
import Forms
import Foundation
import TestTools
import Testing

@Suite(
  "QR codes", .enabled(if: Tool.isInstalled("zbarimg", "pdftoppm"), "zbar-tools or poppler-utils is not installed"))
struct QRTests {
  @Test(
    "the QR alone is read back whole by a reader that is not ours",
    arguments: [
      (Examples.lookup, 3), (Examples.lookup, 8), ("1", 4), (String(repeating: "Abc-123.", count: 40), 4),
    ])
  func alone(text: String, modulePixels: Int) throws {
    let scratch = try Scratch()
    let file = try scratch.write(FormPrinter.qrPNG(text, modulePixels: modulePixels), as: "qr.png")
    #expect(try Tool("zbarimg")?.run(["-q", "--raw", file]) == text + "\n")
  }

  @Test(
    "the QR on a receipt is read from a page scanned at 150 dpi",
    arguments: [Examples.lookup, Examples.lookup + "&more=" + String(repeating: "x1", count: 40)])
  func printed(text: String) throws {
    var form = Examples.receipt
    form.lookupText = text
    let scratch = try Scratch()
    let pdf = try scratch.write(FormPrinter.receiptPDF(form), as: "form.pdf")
    let page = scratch.folder.appending(path: "page").path
    _ = try #require(try Tool("pdftoppm")?.run(["-r", "150", "-gray", "-singlefile", pdf, page]))
    #expect(try Tool("zbarimg")?.run(["-q", "--raw", page + ".pgm"]) == text + "\n")
  }

  @Test("the picture is as large as its modules, quiet zone of four on each side included")
  func size() throws {
    let png = try FormPrinter.qrPNG("1", modulePixels: 5)
    // Version 1 has 21 modules; the width stands in bytes 16 … 19 of a PNG (IHDR).
    #expect(Array(png[16..<24]) == [0, 0, 0, 145, 0, 0, 0, 145])
  }

  @Test("what fits no QR is an error that says so")
  func unfit() {
    #expect(throws: FormError.self) { try FormPrinter.qrPNG("") }
    #expect(throws: FormError.self) { try FormPrinter.qrPNG(String(repeating: "a", count: 2332)) }
    #expect(throws: Never.self) { try FormPrinter.qrPNG(String(repeating: "a", count: 2331), modulePixels: 1) }
    #expect(throws: FormError.self) { try FormPrinter.qrPNG("a", modulePixels: 0) }
    #expect(throws: FormError.self) { try FormPrinter.qrPNG("a", modulePixels: 65) }
  }
}
