import ContainedStages
import Dossiers
import Files
import Foundation
import Media
import Normalising
import Pipeline
import TestTools
import Testing

@Suite("The normalise stage", .enabled(if: Tool.isInstalled("qpdf", "pdftotext", "pdfimages")))
struct NormaliseStageTests {
  @Test("a document that nobody wants a copy of is left alone")
  func noProduct() throws {
    let result = try run(try Pattern.jpeg(width: 640, height: 480, orientation: 1), name: "a.jpg", to: nil)
    #expect(result == .null)
  }

  @Test("switched off, it makes nothing")
  func off() throws {
    let scratch = try Scratch()
    let jpeg = try Pattern.jpeg(width: 640, height: 480, orientation: 1)
    #expect(try run(jpeg, name: "a.jpg", to: scratch.path("a.pdf"), settings: ["pdfa": "off"]) == .null)
  }

  @Test("a document without pages is not called PDF/A, and the reason is told")
  func noPages() throws {
    let scratch = try Scratch()
    let output = try run(Array("<?xml version=\"1.0\"?><HDon/>".utf8), name: "a.xml", to: scratch.path("a.pdf"))
    #expect(output["reason"]?.string != nil && output["format"] == nil)
  }

  @Test("a PDF's pages become pictures with its own words under them", arguments: [200, 300])
  func foreign(dpi: Int64) throws {
    let scratch = try Scratch()
    let lines = ["GIAY KHAI SINH SO 15/2026", "UY BAN NHAN DAN XA HOA MAI"]
    let output = try run(
      Self.typed(lines), name: "foreign.pdf", to: scratch.path("copy.pdf"), settings: ["dpi": .integer(dpi)])
    #expect(output["format"]?.string == "PDF/A-2u")
    #expect(try Tool.run("qpdf", "--check", scratch.path("copy.pdf")) != nil)
    let text = try #require(try Tool.run("pdftotext", scratch.path("copy.pdf"), "-"))
    #expect(ArchiveCopyTests.words(text).map { $0.joined(separator: " ") } == lines)
    let list = try #require(try Tool.run("pdfimages", "-list", scratch.path("copy.pdf")))
    let row = try #require(list.split(separator: "\n").last?.split(separator: " "))
    #expect(row[12] == "\(dpi)" && row[13] == "\(dpi)", "\(row)")
    let said = try #require(try Tool.run("pdfinfo", scratch.path("copy.pdf")))
    let size = try #require(said.split(separator: "\n").first { $0.hasPrefix("Page size") }).split(separator: " ")
    // A4, to the pixel.
    #expect(abs((Double(size[2]) ?? 0) - 595.44) < 0.37 && abs((Double(size[4]) ?? 0) - 842.04) < 0.37, "\(size)")
  }

  @Test("the copy of a photo holds the photo itself")
  func photo() throws {
    let scratch = try Scratch()
    let jpeg = try Pattern.jpeg(width: 640, height: 480, orientation: 8)
    let output = try run(jpeg, name: "photo.jpg", to: scratch.path("copy.pdf"))
    #expect(output["format"]?.string == "PDF/A-2u")
    #expect(output["byteCount"]?.integer == (try FileStatus.of(scratch.path("copy.pdf"))?.byteCount))
    _ = try #require(try Tool.run("pdfimages", "-j", scratch.path("copy.pdf"), scratch.path("image")))
    #expect(try scratch.bytes("image-000.jpg") == jpeg)
  }

  /// Somebody's PDF, an A4 page with lines of visible text; without a table, which readers make up for.
  private static func typed(_ lines: [String]) -> [UInt8] {
    let text = lines.enumerated().map { "BT /F1 14 Tf 60 \(760 - $0 * 40) Td (\($1)) Tj ET" }.joined(separator: "\n")
    let objects = [
      "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
      "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595.276 841.89] /Contents 4 0 R "
        + "/Resources << /Font << /F1 5 0 R >> >> >>",
      "<< /Length \(text.utf8.count) >>\nstream\n\(text)\nendstream",
      "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    let body = objects.enumerated().map { "\($0 + 1) 0 obj\n\($1)\nendobj\n" }.joined()
    return Array("%PDF-1.4\n\(body)trailer\n<< /Size 6 /Root 1 0 R >>\n%%EOF\n".utf8)
  }

  private func run(
    _ bytes: [UInt8], name: String, to path: String?, settings: [String: JSONValue] = [:]
  ) throws -> JSONValue {
    let document = HostedDocument(name: name, tools: ReadingTools()) { budget throws(MediaRefusal) in
      try MediaOpener.open(bytes: bytes, name: name, budget: budget)
    }
    document.product = try path.map { try OwnedDescriptor.creating($0, mode: 0o600) }
    let validate = try ContainedStageTable.make(uses: "validate-file", settings: [:])
    _ = try validate.run(on: document, pages: [], progress: { _ in })
    let stage = try ContainedStageTable.make(uses: "normalise", settings: settings)
    let pages = try document.media.pages.map(\.number)
    return try stage.run(on: document, pages: pages, progress: { _ in }).output
  }
}
