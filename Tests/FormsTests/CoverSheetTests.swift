import Dossiers
import Forms
import Foundation
import TestTools
import Testing

@Suite("cover sheets")
struct CoverSheetTests {
  @Test("a sheet's code says what the sheet is, and nothing else is taken for one")
  func code() throws {
    let sheet = try #require(CoverSheet(series: "2026-08-21", number: 12, procedure: "1.004873"))
    #expect(CoverSheet(codeText: sheet.codeText) == sheet)
    let plain = try #require(CoverSheet(series: "A", number: 1))
    #expect(CoverSheet(codeText: plain.codeText) == plain)
    #expect(CoverSheet(codeText: sheet.codeText + "&later=1") == sheet)
    for other in [
      "", "hoso:cover?v=1", "hoso:cover?v=12&s=A&n=1", "hoso:cover?v=1&s=A", "hoso:cover?v=1&s=A&n=0",
      "hoso:cover?v=1&s=A/B&n=1", "hoso:cover?v=1&s=A&n=1&p=", "https://example.vn/t/H26.1-260821-0001",
    ] {
      #expect(CoverSheet(codeText: other) == nil, "\(other)")
    }
    #expect(CoverSheet(series: "a b", number: 1) == nil)
  }

  @Test(
    "each page's QR is read from a 150-dpi scan, upside down too, even with one corner torn off",
    .enabled(
      if: Tool.isInstalled("zbarimg", "pdftoppm", "pdftotext"), "zbar-tools or poppler-utils is not installed"))
  func printed() throws {
    let sheets = (1...3).compactMap { CoverSheet(series: "kho-A", number: $0, procedure: "1.004873") }
    let pdf = try FormPrinter.coverSheetsPDF(
      sheets, procedureName: "Cấp Giấy xác nhận tình trạng hôn nhân", printedAt: Examples.morning)
    #expect(try Examples.pageCount(of: pdf) == 3)
    let scratch = try Scratch()
    let file = try scratch.write(pdf, as: "sheets.pdf")
    let image = scratch.folder.appending(path: "page").path
    for sheet in sheets {
      _ = try #require(
        try Tool("pdftoppm")?.run([
          "-r", "150", "-gray", "-singlefile", "-f", "\(sheet.number)", "-l", "\(sheet.number)", file, image,
        ]))
      var page = [UInt8](try Data(contentsOf: URL(filePath: image + ".pgm")))
      // The upper half is gone, and the rest stands on its head: a PGM's pixels are its last bytes.
      let size = try #require(
        String(decoding: page.prefix(20), as: UTF8.self).split(whereSeparator: \.isNewline).dropFirst().first)
      let sides = size.split(separator: " ").compactMap { Int($0) }
      let (width, height) = (try #require(sides.first), try #require(sides.last))
      let start = page.count - width * height
      for index in start..<start + width * height / 2 { page[index] = 255 }
      page.replaceSubrange(start..., with: page[start...].reversed())
      let torn = try scratch.write(page, as: "torn.pgm")
      let read = try Tool("zbarimg")?.run(["-q", "--raw", torn])
      // The same code stands on the sheet more than once; whichever are left must agree.
      let codes = Set((read ?? "").split(whereSeparator: \.isNewline).map(String.init))
      #expect(codes == [sheet.codeText], "\(read ?? "nothing") in \(width) × \(height)")
      #expect(
        try Examples.text(of: pdf, page: sheet.number)?.contains("TỜ PHÂN CÁCH HỒ SƠ kho-A - \(sheet.number)") == true)
    }
  }
}
