import Dossiers
import Foundation
import Media
import Testing

/// The third-party collection, where it lies beside the checkout: every file of a format that is taken in gets the
/// verdict that its own project gives it. Files known to kill libraries run in a stage host elsewhere.
@Suite("Third-party corpus")
struct CorpusTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../../shared/corpus/third-party").standardizedFileURL

  private struct Entry {
    let path: String
    let kind: String
    let verdict: String
  }

  private static func entries() -> [Entry] {
    guard let text = try? String(contentsOf: root.appending(path: "MANIFEST.tsv"), encoding: .utf8) else {
      print("the third-party corpus is not at \(root.path): skipped")
      return []
    }
    let entries: [Entry] = text.split(whereSeparator: \.isNewline).dropFirst().compactMap { line in
      let columns = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      return columns.count > 4 ? Entry(path: columns[0], kind: columns[3], verdict: columns[4]) : nil
    }
    #if DEBUG
      print("unoptimised build: every twentieth file of the third-party corpus")
      return entries.enumerated().filter { $0.offset % 20 == 0 }.map(\.element)
    #else
      return entries
    #endif
  }

  /// Read, and every page (the first two at least) verified and rendered small.
  private func outcome(_ entry: Entry) throws -> ProblemCode? {
    let data = try Data(contentsOf: Self.root.appending(path: entry.path))
    do {
      let document = try MediaOpener.open(bytes: [UInt8](data), name: (entry.path as NSString).lastPathComponent)
      for page in document.pages.prefix(2) {
        _ = try document.verifyPixels(page: page.number)
        let image = try document.renderGrey(page: page.number, longSideInPixels: 400)
        #expect(max(image.width, image.height) <= 400)
        _ = try document.textLayer(page: page.number)
      }
      return nil
    } catch {
      return error.problem.code
    }
  }

  /// Where the collection's word and ours differ for a reason.
  private static let explained: [String: String] = [
    "format-corpus/pdf-handbuilt-test-corpus/minimal_test.pdf": "a header without any object is no document",
    "pdfjs/Brotli-Prototype-FileA.pdf": "Brotli streams are no part of PDF",
    "pdfjs/issue19484_1.pdf": "needs a password, which pdf.js's test supplies",
    "pdfjs/issue9105_other.pdf": "neither qpdf nor poppler finds a page tree in it",
    "pdfjs/issue9418.pdf": "neither qpdf nor poppler finds a page in it",
    "pdfjs/boundingBox_invalid.pdf": "a page without any area",
    "pdfjs/bomb_giant.pdf": "page content of 1.16 GB behind a picture codec",
    "debian-qpdf/issue-120.pdf": "no catalogue left; qpdf only rewrites it",
    "pillow/truncated_jpeg.jpg": "only its end marker is missing: read with a warning",
    "pillow/truncated_end_chunk.png": "only its end chunk is broken: read with a warning",
    "pillow/sugarshack_no_data.mpo": "the first picture is sound",
    "pillow/apng/chunk_repeat_fctl.png": "animation chunks are passed over",
    "debian-qpdf/encrypted-with-images.pdf": "refused by one qpdf option only; reads well",
    "dangerzone/sample_bad_max_height.pdf": "Dangerzone's own limit of pixels; within ours",
    "dangerzone/sample_bad_max_width.pdf": "Dangerzone's own limit of pixels; within ours",
  ]

  @Test("pictures and PDFs get their verdict", arguments: ["png", "jpeg", "tiff", "isobmff:heic", "pdf"])
  func verdicts(kind: String) throws {
    var tally: [String: Int] = [:]
    for entry in Self.entries() where entry.kind == kind {
      let code = try outcome(entry)
      tally["\(entry.verdict.isEmpty ? "-" : entry.verdict): \(code?.rawValue ?? "read")", default: 0] += 1
      guard Self.explained[entry.path] == nil else { continue }
      switch entry.verdict {
      case "accept", "accept-warn", "opens", "text", "fields", "mrz", "orientation", "no-symbol", "no-mrz":
        #expect(code == nil, "\(entry.path)")
      case "reject":
        #expect(code != nil, "\(entry.path)")
      default:
        break
      }
    }
    for (line, count) in tally.sorted(by: { $0.key < $1.key }) { print("\(kind) \(line) × \(count)") }
  }

  @Test("formats that aren't taken are refused by name, not as damage")
  func unsupported() throws {
    for entry in Self.entries()
    where ["webp/riff", "gif", "bmp", "zip", "ole", "jp2", "isobmff:avif"].contains(entry.kind) {
      #expect(try outcome(entry) == .fileTypeUnsupported, "\(entry.path)")
    }
  }
}
