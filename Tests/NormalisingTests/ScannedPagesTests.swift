import ContainedStages
import Dossiers
import Files
import Foundation
import Media
import Normalising
import Pipeline
import TestTools
import Testing

/// PDFs as scanners write them: a picture that fills the page, at the most with invisible text over it.
@Suite("Scanned pages of PDFs", .enabled(if: Tool.isInstalled("qpdf", "pdftotext", "pdfimages")))
struct ScannedPagesTests {
  /// 2 by 1.25 inches at 200 dots an inch.
  private static let size = (width: 400, height: 250)

  private struct Sheet {
    var image = "/ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode"
    var bytes: [UInt8] = []
    var width = ScannedPagesTests.size.width
    var height = ScannedPagesTests.size.height
    var box = "[0 0 144 90]"
    var content = "q 144 0 0 90 0 0 cm /Im0 Do Q"
    var page = ""

    /// Without a table, which readers make up for.
    var file: [UInt8] {
      func object(_ number: Int, _ entries: String, _ data: [UInt8]) -> [UInt8] {
        Array("\(number) 0 obj\n<<\(entries) /Length \(data.count)>>\nstream\n".utf8) + data
          + Array("\nendstream\nendobj\n".utf8)
      }
      let objects: [[UInt8]] = [
        Array("1 0 obj\n<</Type /Catalog /Pages 2 0 R>>\nendobj\n".utf8),
        Array("2 0 obj\n<</Type /Pages /Kids [3 0 R] /Count 1>>\nendobj\n".utf8),
        Array(
          """
          3 0 obj\n<</Type /Page /Parent 2 0 R /MediaBox \(box) \(page) /Contents 4 0 R \
          /Resources <</XObject <</Im0 5 0 R>> /Font <</F1 6 0 R>>>>>>\nendobj\n
          """.utf8),
        object(4, "", Array(content.utf8)),
        object(5, "/Type /XObject /Subtype /Image /Width \(width) /Height \(height) \(image)", bytes),
        Array("6 0 obj\n<</Type /Font /Subtype /Type1 /BaseFont /Helvetica>>\nendobj\n".utf8),
      ]
      var file = Array("%PDF-1.7\n".utf8)
      var table = "xref\n0 7\n0000000000 65535 f \n"
      for object in objects {
        table += String(String(file.count + 10_000_000_000).suffix(10)) + " 00000 n \n"
        file += object
      }
      return file + Array("\(table)trailer\n<</Size 7 /Root 1 0 R>>\nstartxref\n\(file.count)\n%%EOF\n".utf8)
    }
  }

  private static func jpeg() throws -> [UInt8] {
    try JPEGEncoder.encode(Pattern.colour(width: size.width, height: size.height), quality: 92)
  }

  @Test(
    "a scanned page's JPEG goes into the copy as it is, and stands as it stood",
    arguments: [
      ("q 144 0 0 90 0 0 cm /Im0 Do Q", "[0 0 144 90]", ""),
      ("q 144 0 0 90 0 0 cm /Im0 Do Q", "[0 0 144 90]", "/Rotate 90"),
      ("q 144 0 0 90 0 0 cm /Im0 Do Q", "[0 0 144 90]", "/Rotate 180"),
      ("q 144 0 0 90 0 0 cm /Im0 Do Q", "[0 0 144 90]", "/Rotate -90"),
      ("q -144 0 0 -90 144 90 cm /Im0 Do Q", "[0 0 144 90]", ""),
      ("q 0 144 -90 0 90 0 cm /Im0 Do Q", "[0 0 90 144]", ""),
      ("q 0 -144 90 0 0 144 cm /Im0 Do Q", "[0 0 90 144]", "/Rotate 90"),
      ("q 144 0 0 -90 0 90 cm /Im0 Do Q", "[0 0 144 90]", ""),
      ("q .5 0 0 .5 0 0 cm 288 0 0 180 20 40 cm /Im0 Do Q", "[10 20 154 110]", ""),
      ("q 144 0 0 90 0 0 cm /Im0 Do Q BT 3 Tr /F1 12 Tf 10 10 Td (x) Tj ET", "[0 0 144 90]", ""),
    ])
  func jpegs(_ content: String, _ box: String, _ page: String) throws {
    var sheet = Sheet()
    sheet.bytes = try Self.jpeg()
    (sheet.content, sheet.box, sheet.page) = (content, box, page)
    let scratch = try Scratch()
    let copy = try normalised(sheet.file, scratch)
    _ = try #require(try Tool.run("pdfimages", "-j", copy, scratch.path("image")))
    #expect(try scratch.bytes("image-000.jpg") == sheet.bytes)
    try expectSameLook(sheet.file, copy)
    #expect(try ArchiveRules.broken(by: copy).isEmpty)
  }

  @Test("black and white stays black and white, in the coding that it came in")
  func fax() throws {
    // A white row is one bit in T.6 (V0 after an imaginary white row); then two end-of-line codes.
    var sheet = Sheet()
    let bits = String(repeating: "1", count: sheet.height) + "000000000001000000000001"
    let padded = bits + String(repeating: "0", count: (8 - bits.count % 8) % 8)
    sheet.bytes = stride(from: 0, to: padded.count, by: 8).map { offset in
      let start = padded.index(padded.startIndex, offsetBy: offset)
      return UInt8(padded[start..<padded.index(start, offsetBy: 8)], radix: 2) ?? 0
    }
    sheet.image = """
      /ColorSpace /DeviceGray /BitsPerComponent 1 /Filter /CCITTFaxDecode \
      /DecodeParms <</K -1 /Columns \(sheet.width) /Rows \(sheet.height)>>
      """
    let scratch = try Scratch()
    let copy = try normalised(sheet.file, scratch)
    let rows = try #require(try Tool.run("pdfimages", "-list", copy)).split(separator: "\n")
    #expect(rows.count == 3 && rows[2].contains(" ccitt "), "\(rows)")
    try expectSameLook(sheet.file, copy)
    #expect(try ArchiveRules.broken(by: copy).isEmpty)
  }

  @Test("where nobody read the page, the scanner's own hidden words are kept")
  func hiddenWords() throws {
    var sheet = Sheet()
    sheet.bytes = try Self.jpeg()
    sheet.content += " BT 3 Tr /F1 12 Tf 10 60 Td (So 15/2026) Tj 0 -30 Td (Phuong Mau) Tj ET"
    let scratch = try Scratch()
    let text = try #require(try Tool.run("pdftotext", normalised(sheet.file, scratch), "-"))
    #expect(text.split(whereSeparator: \.isWhitespace) == ["So", "15/2026", "Phuong", "Mau"], "\(text)")
  }

  @Test(
    "what is more than a scan, or other than it looks, is rendered",
    arguments: [
      "visible text", "a line", "two pictures", "smaller than the page", "coarse", "a mask", "a picture cut short",
      "not square", "an annotation",
    ])
  func rendered(_ kind: String) throws {
    var sheet = Sheet()
    sheet.bytes = try Self.jpeg()
    switch kind {
    case "visible text": sheet.content += " BT /F1 12 Tf 10 10 Td (Dau den) Tj ET"
    case "a line": sheet.content += " 0 0 m 100 80 l S"
    case "two pictures": sheet.content += " q 20 0 0 20 0 0 cm /Im0 Do Q"
    case "smaller than the page": sheet.box = "[0 0 180 120]"
    case "coarse": (sheet.box, sheet.content) = ("[0 0 288 180]", "q 288 0 0 180 0 0 cm /Im0 Do Q")
    case "a mask": sheet.image += " /Mask [0 10 0 10 0 10]"
    case "not square": (sheet.box, sheet.content) = ("[0 0 144 80]", "q 144 0 0 80 0 0 cm /Im0 Do Q")
    case "an annotation":
      sheet.page = "/Annots [<</Type /Annot /Subtype /Square /Rect [10 10 60 60] /C [1 0 0]>>]"
    default:
      // Four rows of pixels without compression, where 250 were promised.
      sheet.image = "/ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /FlateDecode"
      sheet.bytes = Self.stored([UInt8](repeating: 90, count: 4 * 3 * sheet.width))
    }
    let scratch = try Scratch()
    let copy = try normalised(sheet.file, scratch)
    _ = try #require(try Tool.run("pdfimages", "-all", copy, scratch.path("image")))
    let jpeg = FileManager.default.contents(atPath: scratch.path("image-000.jpg")).map { [UInt8]($0) }
    #expect(jpeg != sheet.bytes)
    try expectSameLook(sheet.file, copy)
    #expect(try ArchiveRules.broken(by: copy).isEmpty)
  }

  @Test(
    "a grey scan shows pixel by pixel what poppler paints, whether it is taken as stored or painted",
    arguments: [
      ("q 144 0 0 90 0 0 cm /Im0 Do Q", "[0 0 144 90]", ""), ("q 144 0 0 90 10 20 cm /Im0 Do Q", "[10 20 154 110]", ""),
      ("q 144 0 0 90 0 0 cm /Im0 Do Q BT 3 Tr /F1 12 Tf 10 10 Td (x) Tj ET", "[0 0 144 90]", ""),
      ("q 144 0 0 90 0 0 cm /Im0 Do Q", "[0 0 144 90]", "/Rotate 90"),
      ("q 144 0 0 -90 0 90 cm /Im0 Do Q", "[0 0 144 90]", ""),
      ("q 144 0 0 90 0.4 0 cm /Im0 Do Q", "[0 0 144 90]", ""), ("q 143 0 0 90 0 0 cm /Im0 Do Q", "[0 0 144 90]", ""),
      ("q 144 0.05 -0.05 90 0 0 cm /Im0 Do Q", "[0 0 144 90]", ""),
      ("q 144 0 0 90 0 0 cm /Im0 Do Q 0 0 m 100 80 l S", "[0 0 144 90]", ""),
      ("q 144 0 0 90 0 0 cm /Im0 Do Q", "[0 0 144 90]", "/CropBox [0 0 144 89.5]"),
    ])
  func reference(_ content: String, _ box: String, _ page: String) throws {
    let size = Self.size
    var sheet = Sheet()
    sheet.image = "/ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /FlateDecode"
    sheet.bytes = Self.stored((0..<size.width * size.height).map { UInt8(truncatingIfNeeded: $0 &* $0 >> 5) })
    (sheet.content, sheet.box, sheet.page) = (content, box, page)
    let document = try MediaOpener.open(bytes: sheet.file, name: "scan.pdf")
    guard case .grey(let seen) = try document.render(page: 1) else {
      Issue.record("a grey page came in colour")
      return
    }
    let painted = try document.renderGrey(page: 1, longSideInPixels: nil)
    #expect((seen.width, seen.height) == (painted.width, painted.height))
    #expect(seen.pixels == painted.pixels)
  }

  /// RFC 1950 around stored blocks.
  private static func stored(_ bytes: [UInt8]) -> [UInt8] {
    let sum = bytes.reduce(into: (UInt32(1), UInt32(0))) { sum, byte in
      sum.0 = (sum.0 + UInt32(byte)) % 65_521
      sum.1 = (sum.1 + sum.0) % 65_521
    }
    var stream: [UInt8] = [0x78, 0x01]
    for start in stride(from: 0, to: bytes.count, by: 65_535) {
      let block = bytes[start..<min(start + 65_535, bytes.count)]
      let (low, high) = (UInt8(block.count & 0xFF), UInt8(block.count >> 8))
      stream += [block.endIndex == bytes.count ? 1 : 0, low, high, ~low, ~high] + block
    }
    return stream + [UInt8(sum.1 >> 8), UInt8(sum.1 & 0xFF), UInt8(sum.0 >> 8), UInt8(sum.0 & 0xFF)]
  }

  private func normalised(_ bytes: [UInt8], _ scratch: Scratch) throws -> String {
    let document = HostedDocument(name: "scan.pdf", tools: ReadingTools()) { budget throws(MediaRefusal) in
      try MediaOpener.open(bytes: bytes, name: "scan.pdf", budget: budget)
    }
    document.product = try OwnedDescriptor.creating(scratch.path("copy.pdf"), mode: 0o600)
    let validate = try ContainedStageTable.make(uses: "validate-file", settings: [:])
    _ = try validate.run(on: document, pages: [], progress: { _ in })
    let stage = try ContainedStageTable.make(uses: "normalise", settings: [:])
    let output = try stage.run(on: document, pages: [1], progress: { _ in }).output
    #expect(output["format"]?.string == "PDF/A-2u", "\(output)")
    return scratch.path("copy.pdf")
  }

  /// The two files' first pages, as poppler paints them.
  private func expectSameLook(_ original: [UInt8], _ copy: String) throws {
    let bytes = [UInt8](try Data(contentsOf: URL(filePath: copy)))
    let wanted = try MediaOpener.open(bytes: original, name: "a.pdf").renderColour(page: 1, longSideInPixels: nil)
    let seen = try MediaOpener.open(bytes: bytes, name: "b.pdf").renderColour(page: 1, longSideInPixels: nil)
    #expect(abs(seen.width - wanted.width) <= 1 && abs(seen.height - wanted.height) <= 1)
    var (sum, count) = (0, 0)
    for y in stride(from: 2, to: min(seen.height, wanted.height) - 2, by: 5) {
      for x in stride(from: 2, to: min(seen.width, wanted.width) - 2, by: 5) {
        let (one, other) = (3 * (y * seen.width + x), 3 * (y * wanted.width + x))
        for channel in 0..<3 { sum += abs(Int(seen.pixels[one + channel]) - Int(wanted.pixels[other + channel])) }
        count += 3
      }
    }
    #expect(Double(sum) / Double(count) < 4, "\(Double(sum) / Double(count))")
  }
}
