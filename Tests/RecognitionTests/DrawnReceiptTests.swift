import Dossiers
import Foundation
import Media
import Recognition
import Testing

/// What an office's receipts go through before they are photographed.
@Suite("Receipts drawn for the test", .serialized) struct DrawnReceiptTests {
  private static let lines = [
    "Đơn vị thu: UBND phường Láng Hạ", "Ký hiệu: C24TAB", "Số: 1234567", "BIÊN LAI THU PHÍ, LỆ PHÍ",
    "Ngày 14 tháng 03 năm 2024", "Người nộp tiền: Trần Minh Quân", "Số tiền: 105.000 đồng",
    "Bằng chữ: Một trăm lẻ năm nghìn đồng",
  ]
  private let reader: PageTextReader

  init() throws {
    setenv("OMP_THREAD_LIMIT", "1", 0)
    reader = PageTextReader(engine: try TextEngine(languages: ["vie"], dataPath: nil))
  }

  private func expectAll(_ block: TextBlock, _ comment: Comment) {
    let fields = ReceiptReader(block, page: 1).read().fields
    #expect(fields[.number]?.value.string == "1234567", comment)
    #expect(fields[.payer]?.value.string == "Trần Minh Quân", comment)
    #expect(fields[.total]?.value.integer == 105_000, comment)
    #expect(fields[.date]?.value.string == "2024-03-14", comment)
  }

  @Test("lines that spread, since the sheet was seen at an angle, are read straight")
  func fan() throws {
    let receipt = DrawnReceipt()
    for (row, line) in Self.lines.enumerated() {
      let text = line + String(repeating: " ", count: 12) + "Liên 2: Giao cho người nộp tiền giữ"
      receipt.text(text, x: 60, y: 90 + 90 * Double(row), slope: -0.035 + 0.01 * Double(row))
    }
    let colour = try #require(receipt.picture())
    expectAll(try reader.read(PagePicture(page: 1, colour: colour).grey, dotsPerInch: nil), "slanted")
  }

  @Test("an outline that cuts lines of writing is told from a sheet's edge")
  func fold() throws {
    let receipt = DrawnReceipt()
    for (row, line) in Self.lines.enumerated() { receipt.text(line, x: 120, y: 90 + 80 * Double(row)) }
    let grey = PagePicture(page: 1, colour: try #require(receipt.picture())).grey
    func isCut(left: Double) throws -> Bool {
      let quad = Quad(
        topLeft: PicturePoint(x: left, y: 40), topRight: PicturePoint(x: 1300, y: 40),
        bottomRight: PicturePoint(x: 1300, y: 860), bottomLeft: PicturePoint(x: left, y: 860))
      let block = try reader.readSheet(grey, at: ReadingFrame(of: quad))
      return block.isCutOff(by: quad, width: receipt.width, height: receipt.height)
    }
    #expect(try isCut(left: 215))
    #expect(try !isCut(left: 50))
  }

  @Test("the print under a stamp is read where its ink is taken away")
  func stamp() throws {
    let receipt = DrawnReceipt()
    for (row, line) in Self.lines.enumerated() { receipt.text(line, x: 120, y: 90 + 80 * Double(row)) }
    receipt.stamp(x: 330, y: 580, radius: 130)
    let picture = PagePicture(page: 1, colour: try #require(receipt.picture()))
    let block = try reader.read(picture.grey, dotsPerInch: nil)
    #expect(picture.hasColouredInk(on: block.frame.outline))
    expectAll(try reader.readAgain(picture.brightest, at: block.frame, .unstamped), "unstamped")
  }

  @Test("a sheet without coloured ink is not taken for stamped, under a yellow lamp neither")
  func lamp() throws {
    let receipt = DrawnReceipt()
    for (row, line) in Self.lines.enumerated() { receipt.text(line, x: 120, y: 90 + 80 * Double(row)) }
    var colour = try #require(receipt.picture())
    for at in stride(from: 2, to: colour.pixels.count, by: 3) {
      colour.pixels[at] = UInt8(Double(colour.pixels[at]) * 0.62)
    }
    let picture = PagePicture(page: 1, colour: colour)
    #expect(!picture.hasColouredInk(on: Quad(width: 1400, height: 900)))
  }

  @Test("letters made of dots are no leader to be taken away")
  func needles() throws {
    let receipt = DrawnReceipt()
    for (row, line) in Self.lines.enumerated() { receipt.text(line, x: 120, y: 90 + 80 * Double(row), size: 40) }
    var colour = try #require(receipt.picture())
    for y in 0..<colour.height {
      for x in 0..<colour.width where x % 3 == 2 || y % 3 == 2 {
        for channel in 0..<3 { colour.pixels[3 * (y * colour.width + x) + channel] = 236 }
      }
    }
    expectAll(try reader.read(PagePicture(page: 1, colour: colour).grey, dotsPerInch: nil), "needles")
  }
}
