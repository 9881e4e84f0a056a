import Dossiers
import Forms
import Media
import TestTools
import Testing

@Suite("printed PDFs", .enabled(if: Tool.isInstalled("qpdf"), "qpdf is not installed"))
struct SoundnessTests {
  @Test("qpdf finds nothing to mend in any form, and every page can be drawn")
  func sound() throws {
    var long = Examples.receipt
    long.components = (1...40).map { FormComponent(name: "Giấy tờ số \($0)", form: .copy, count: 1) }
    long.copies = ReceiptForm.Copy.allCases
    let sheet = try #require(CoverSheet(series: "A", number: 1))
    for pdf in [
      try FormPrinter.receiptPDF(Examples.receipt), try FormPrinter.receiptPDF(long),
      try FormPrinter.noticePDF(Examples.notice(.supplement)), try FormPrinter.noticePDF(Examples.notice(.refusal)),
      try FormPrinter.coverSheetsPDF([sheet], printedAt: Examples.morning),
    ] {
      // Ends with 3 where something is damaged but can be read; our opener lets that much pass.
      let scratch = try Scratch()
      #expect(try Tool("qpdf")?.run(["--check", scratch.write(pdf, as: "form.pdf")]) != nil)
      let document = try MediaOpener.open(bytes: pdf, name: "form.pdf")
      #expect(document.warnings.isEmpty)
      for page in document.pages {
        #expect(page.hasTextLayer)
        _ = try document.renderGrey(page: page.number, longSideInPixels: 400)
      }
    }
  }
}
