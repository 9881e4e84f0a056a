import Foundation
import Media
import Testing

@Suite("Pages taken out of a file")
struct PageExtractionTests {
  private func tiff(_ compression: TIFFEncoder.Compression) throws -> [UInt8] {
    var encoder = try TIFFEncoder(pages: 4)
    for page in 0..<4 {
      let pixels = (0..<(500 * 600)).map { UInt8(truncatingIfNeeded: ($0 / 500 + page * 60) % 256 > 127 ? 255 : 0) }
      try encoder.append(
        GreyImage(width: 500, height: 600, pixels: pixels), compression: compression, dotsPerInch: 200)
    }
    return try encoder.finish()
  }

  @Test(
    "a TIFF's pages keep their pixels, compression and resolution",
    arguments: [TIFFEncoder.Compression.none, .lzw, .deflate, .packBits, .group4])
  func tiffPages(_ compression: TIFFEncoder.Compression) throws {
    let whole = try MediaOpener.open(bytes: try tiff(compression), name: "stack.tif")
    let source = try #require(whole as? any PageExtracting)
    let bytes = try source.extracted(pages: [2, 4])
    #expect(bytes == (try source.extracted(pages: [2, 4])))
    let part = try MediaOpener.open(bytes: bytes, name: "part.tif")
    #expect(part.pages.count == 2)
    #expect(part.pages[0].dotsPerInch == 200)
    for (number, original) in [(1, 2), (2, 4)] {
      let (one, other) = (
        try part.renderGrey(page: number, longSideInPixels: nil),
        try whole.renderGrey(page: original, longSideInPixels: nil)
      )
      #expect(one.pixels == other.pixels)
    }
  }

  @Test("a PDF's pages keep their text and pixels, and the same pages give the same bytes")
  func pdfPages() throws {
    let pages = (1...3).map { "BT /F1 20 Tf 60 700 Td (Page \($0)) Tj ET" }
    let whole = try MediaOpener.open(bytes: Self.pdf(pages), name: "stack.pdf")
    let source = try #require(whole as? any PageExtracting)
    let bytes = try source.extracted(pages: [3, 1])
    #expect(bytes == (try source.extracted(pages: [3, 1])))
    let part = try MediaOpener.open(bytes: bytes, name: "part.pdf")
    #expect(part.pages.count == 2)
    #expect(try part.textLayer(page: 1).map(\.text) == ["Page", "3"])
    #expect(try part.textLayer(page: 2).map(\.text) == ["Page", "1"])
    #expect(
      try part.renderGrey(page: 1, longSideInPixels: 800).pixels
        == whole.renderGrey(page: 3, longSideInPixels: 800).pixels)
    #expect(throws: MediaRefusal.self) { try source.extracted(pages: [4]) }
  }

  private static func pdf(_ contents: [String]) -> [UInt8] {
    let kids = contents.indices.map { "\(4 + 2 * $0) 0 R" }.joined(separator: " ")
    var objects = [
      "<< /Type /Catalog /Pages 2 0 R >>",
      "<< /Type /Pages /Kids [\(kids)] /Count \(contents.count) /MediaBox [0 0 595 842] "
        + "/Resources << /Font << /F1 3 0 R >> >> >>",
      "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    for (index, content) in contents.enumerated() {
      objects.append("<< /Type /Page /Parent 2 0 R /Contents \(5 + 2 * index) 0 R >>")
      objects.append("<< /Length \(content.utf8.count) >>\nstream\n\(content)\nendstream")
    }
    var file = "%PDF-1.4\n"
    var offsets: [Int] = []
    for (index, object) in objects.enumerated() {
      offsets.append(file.utf8.count)
      file += "\(index + 1) 0 obj\n\(object)\nendobj\n"
    }
    let table = file.utf8.count
    file += "xref\n0 \(objects.count + 1)\n0000000000 65535 f \n"
    for offset in offsets { file += String(repeating: "0", count: 10 - "\(offset)".count) + "\(offset) 00000 n \n" }
    file += "trailer\n<< /Size \(objects.count + 1) /Root 1 0 R >>\nstartxref\n\(table)\n%%EOF\n"
    return Array(file.utf8)
  }
}
