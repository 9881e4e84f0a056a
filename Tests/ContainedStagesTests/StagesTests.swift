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

  @Test("drawing on a page keeps its size")
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
