import ContainedStages
import Dossiers
import Foundation
import Media
import Pipeline
import Recognition
import Testing

@Suite("Contained stages")
struct StagesTests {
  private static let invoice = """
    <HDon><DLHDon><TTChung><KHHDon>C25TAA</KHHDon><SHDon>77</SHDon><NLap>2025-09-05</NLap></TTChung>
    <NDHDon><NBan><Ten>Sở Tư pháp</Ten></NBan><TToan><TgTTTBSo>20000</TgTTTBSo></TToan></NDHDon></DLHDon></HDon>
    """

  private static func hosted(_ bytes: [UInt8], _ name: String) -> HostedDocument {
    HostedDocument(name: name, tools: ReadingTools()) { budget throws(MediaRefusal) in
      try MediaOpener.open(bytes: bytes, name: name, budget: budget)
    }
  }

  private static func whitePage(width: Int = 900, height: Int = 700) throws -> [UInt8] {
    try PNGEncoder.encode(
      ColourImage(width: width, height: height, pixels: [UInt8](repeating: 250, count: 3 * width * height)))
  }

  @Test("every stage of the table is found by its name, and others are not")
  func table() throws {
    for stage in ContainedStageTable.stages {
      #expect(type(of: try ContainedStageTable.make(uses: stage.name, settings: [:])).name == stage.name)
    }
    #expect(throws: ContainedStageTable.UnknownStage.self) {
      _ = try ContainedStageTable.make(uses: "hand-off", settings: [:])
    }
  }

  @Test("an e-invoice as a file of its own becomes a receipt")
  func electronicInvoice() throws {
    let inspector = try DocumentInspector(tools: ReadingTools())
    let inspection = try inspector.inspect(Array(Self.invoice.utf8), name: "hoa-don.xml")
    #expect(inspection.kind == .receipt)
    #expect(inspection.parts.first?.variant == "e-invoice")
    #expect(inspection.fields[.total]?.value.integer == 20_000)
    #expect(inspection.verdict == .accepted)
  }

  @Test("a file over its budget is refused with the problem that says so")
  func budget() throws {
    let stage = try ContainedStageTable.make(uses: "validate-file", settings: ["maxPixels": 100_000])
    let result = try stage.run(on: Self.hosted(try Self.whitePage(), "trang.png"), pages: [], progress: { _ in })
    #expect(result.outcome == .rejected)
    #expect(result.problems.contains { $0.severity == .rejects })
  }

  @Test("validation states the facts that conditions ask for")
  func facts() throws {
    let stage = try ContainedStageTable.make(uses: "validate-file", settings: [:])
    let result = try stage.run(on: Self.hosted(try Self.whitePage(), "trang.png"), pages: [], progress: { _ in })
    #expect(result.facts.document["mediaType"] == "image/png")
    #expect(result.facts.document["pages"] == 1)
    #expect(result.facts.pages == [["width": 900, "height": 700, "noTextLayer": true]])
  }

  @Test("a session that is restored from recorded outputs goes on as the first would have")
  func restoring() throws {
    let bytes = try Self.whitePage()
    let first = Self.hosted(bytes, "trang.png")
    let second = Self.hosted(bytes, "trang.png")
    for uses in ["validate-file", "locate-document", "read-barcodes", "read-text"] {
      let stage = try ContainedStageTable.make(uses: uses, settings: [:])
      let pages = uses == "validate-file" ? [] : [1]
      let result = try stage.run(on: first, pages: pages, progress: { _ in })
      #expect(result.outcome == .done)
      // Through its JSON, as the store keeps it.
      let kept = try JSONDecoder().decode(JSONValue.self, from: JSONEncoder().encode(result.output))
      try second.restore(stage: uses, output: kept)
    }
    #expect(second.regions == first.regions)
    #expect(second.barcodes == first.barcodes)
    #expect(second.recognised == first.recognised)
    #expect(try second.kind(page: 1) == first.kind(page: 1))
  }

  @Test("a truncated picture is refused by validation, not met by later stages")
  func truncated() throws {
    let bytes = try Self.whitePage()
    let inspection = try DocumentInspector(tools: ReadingTools())
      .inspect(Array(bytes.prefix(bytes.count * 2 / 3)), name: "trang.png")
    #expect(inspection.verdict == .rejected)
    #expect(inspection.parts.isEmpty)
  }

  /// An empty page with an e-invoice attached.
  private static func page(attaching xml: String) -> [UInt8] {
    let objects = [
      "<< /Type /Catalog /Pages 2 0 R /Names << /EmbeddedFiles << /Names [(hoadon.xml) 4 0 R] >> >> >>",
      "<< /Type /Pages /Kids [3 0 R] /Count 1 >>", "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 420] >>",
      "<< /Type /Filespec /F (hoadon.xml) /UF (hoadon.xml) /EF << /F 5 0 R >> >>",
      "<< /Type /EmbeddedFile /Length \(xml.utf8.count) >>\nstream\n\(xml)\nendstream",
    ]
    var text = "%PDF-1.7\n"
    var table = "0000000000 65535 f \n"
    for (index, object) in objects.enumerated() {
      let offset = String(text.utf8.count)
      table += String(repeating: "0", count: 10 - offset.count) + offset + " 00000 n \n"
      text += "\(index + 1) 0 obj\n\(object)\nendobj\n"
    }
    let start = text.utf8.count
    text += "xref\n0 6\n\(table)trailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n\(start)\n%%EOF\n"
    return Array(text.utf8)
  }

  @Test("an e-invoice attached to a PDF becomes a receipt")
  func attachedInvoice() throws {
    let inspection = try DocumentInspector(tools: ReadingTools())
      .inspect(Self.page(attaching: Self.invoice), name: "ho-so.pdf")
    let part = try #require(inspection.parts.first { $0.kind == .receipt })
    #expect(part.variant == "e-invoice" && part.pages == [1])
    #expect(part.fields[.number]?.value == "77")
    #expect(part.fields[.total]?.value == 20_000)
    #expect(inspection.parts.count { $0.kind == .receipt } == 1)
  }

  @Test("what was read stands in a margin beside the page, whose own pixels stay where they are")
  func margin() throws {
    setenv("OMP_THREAD_LIMIT", "1", 0)
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let file = root.appending(path: "samples/dossiers/05-receipt-pdf-and-card/bien-lai.pdf")
    let document = Self.hosted([UInt8](try Data(contentsOf: file)), "bien-lai.pdf")
    let inspection = try DocumentInspector(tools: ReadingTools()).inspect(document)
    let plain = try document.picture(page: 1).colour
    let drawn = try MediaOpener.open(bytes: try document.annotated(page: 1), name: "ra.png")
      .renderColour(page: 1, longSideInPixels: nil)
    #expect(drawn.width > plain.width * 5 / 4 && drawn.height >= plain.height)
    let box = try #require(inspection.parts.first?.fields[.payer]?.box)
    func row(_ picture: ColourImage, _ y: Int, _ x: Range<Int>) -> ArraySlice<UInt8> {
      picture.pixels[(3 * (y * picture.width + x.lowerBound))..<(3 * (y * picture.width + x.upperBound))]
    }
    // Nothing is written over the value itself.
    let middle = (box.y0 + box.y1) / 2
    #expect(row(drawn, middle, (box.x0 + 6)..<(box.x1 - 6)) == row(plain, middle, (box.x0 + 6)..<(box.x1 - 6)))
    let ink = (0..<drawn.height).count { y in row(drawn, y, plain.width..<drawn.width).contains { $0 < 90 } }
    #expect(ink > 100)
  }

  @Test("drawing on a page where nothing was read keeps its size")
  func annotation() throws {
    let document = Self.hosted(try Self.whitePage(), "trang.png")
    let png = try document.annotated(page: 1, boxes: [Box(x0: 100, y0: 100, x1: 300, y1: 200)])
    let drawn = try MediaOpener.open(bytes: png, name: "ra.png").renderColour(page: 1, longSideInPixels: nil)
    #expect(drawn.width == 900 && drawn.height == 700)
    // The frame is red on the page's white.
    let (onFrame, inside) = (3 * (100 * 900 + 200), 3 * (150 * 900 + 200))
    let (red, green) = (Int(drawn.pixels[onFrame]), Int(drawn.pixels[onFrame + 1]))
    #expect(red > green + 60)
    #expect(drawn.pixels[inside] == 250)
  }
}
