import ContainedStages
import Dossiers
import Files
import Foundation
import Media
import Normalising
import Pipeline
import TestTools
import Testing

/// Files of public test suites, made into copies, held against the rules one by one.
@Suite("Copies of other people's files", .enabled(if: Tool.isInstalled("qpdf")))
struct ArchiveCorpusTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "../shared/corpus/third-party").standardized.path

  /// Every ninth file, so that the suite ends within a minute; the whole lot was looked at by hand.
  private static let files: [String] = {
    let folders = ["pdfjs", "debian-qpdf", "format-corpus", "py-pdf-sample-files"]
    let found = folders.flatMap { folder in
      (FileManager.default.enumerator(atPath: "\(root)/\(folder)")?.allObjects as? [String] ?? [])
        .filter { name in [".pdf", ".jpg", ".png", ".tif", ".tiff"].contains { name.lowercased().hasSuffix($0) } }
        .sorted().map { "\(folder)/\($0)" }
    }
    // Scans of every coding, and some that only look like one.
    let scans = [
      "ccitt", "jbig2", "jbig2_baddevicen", "palette", "masks", "graph_ocred", "cmyk", "multipage", "poster",
    ]
    .map { "ocrmypdf/\($0).pdf" }.filter { FileManager.default.fileExists(atPath: "\(root)/\($0)") }
    return found.enumerated().filter { $0.offset % 9 == 0 }.map(\.element) + scans
  }()

  @Test("whatever opens becomes a copy within the rules, or is told not to be one, with the reason")
  func corpus() throws {
    guard !Self.files.isEmpty else {
      print("skipped: there is no corpus beside the project")
      return
    }
    let tools = ReadingTools()
    var copies = 0
    for name in Self.files {
      let bytes = [UInt8](try Data(contentsOf: URL(filePath: "\(Self.root)/\(name)")))
      let document = HostedDocument(name: name, tools: tools) { (budget) throws(MediaRefusal) in
        try MediaOpener.open(bytes: bytes, name: name, budget: budget)
      }
      let validate = try ContainedStageTable.make(uses: "validate-file", settings: [:])
      guard try validate.run(on: document, pages: [], progress: { _ in }).outcome == .done else { continue }
      let scratch = try Scratch()
      document.product = try OwnedDescriptor.creating(scratch.path("copy.pdf"), mode: 0o600)
      let result = try ContainedStageTable.make(uses: "normalise", settings: [:])
        .run(on: document, pages: [], progress: { _ in })
      document.product = nil
      if let reason = result.output["reason"]?.string {
        #expect(!reason.isEmpty, "\(name)")
        continue
      }
      #expect(result.output["format"]?.string == "PDF/A-2u", "\(name)")
      let broken = try ArchiveRules.broken(by: scratch.path("copy.pdf"))
      #expect(broken.isEmpty, "\(name): \(broken)")
      copies += 1
    }
    #expect(copies * 4 >= Self.files.count * 3, "\(copies) of \(Self.files.count)")
  }
}
