import Dossiers
import Foundation
import Media
import TestTools
import Testing

@Suite("sample dossiers")
struct SampleTests {
  static let samples = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "samples", directoryHint: .isDirectory)

  struct Expectation: Sendable, CustomTestStringConvertible {
    let folder: String
    let verdict: String
    let code: String

    var testDescription: String { folder }

    var files: [URL] {
      get throws {
        try FileManager.default.contentsOfDirectory(
          at: SampleTests.samples.appending(path: "dossiers/\(folder)"), includingPropertiesForKeys: nil
        )
        .filter { $0.lastPathComponent != "dossier.json" }
        .sorted { $0.path < $1.path }
      }
    }
  }

  static let expectations: [Expectation] = {
    let table = (try? String(contentsOf: samples.appending(path: "expected.tsv"), encoding: .utf8)) ?? ""
    return table.split(separator: "\n").filter { !$0.hasPrefix("#") }.map { line in
      let cells = line.split(separator: "\t").map(String.init)
      return Expectation(folder: cells[0], verdict: cells[1], code: cells[2])
    }
  }()

  @Test("the table names every dossier that is there, and no other")
  func table() throws {
    let folders = try FileManager.default.contentsOfDirectory(atPath: Self.samples.appending(path: "dossiers").path)
    #expect(folders.sorted() == Self.expectations.map(\.folder).sorted())
    #expect(Self.expectations.count >= 15)
  }

  @Test("a file that is to be accepted opens, and all its pages can be seen", arguments: expectations)
  func accepted(_ expectation: Expectation) throws {
    guard expectation.verdict == "accepted" else { return }
    for file in try expectation.files {
      let document = try MediaOpener.open(bytes: [UInt8](Data(contentsOf: file)), name: file.lastPathComponent)
      #expect(!document.pages.isEmpty && document.warnings.isEmpty)
      for page in document.pages { _ = try document.renderGrey(page: page.number, longSideInPixels: 300) }
    }
  }

  @Test("a file that is to be refused is refused for the reason in the table", arguments: expectations)
  func refused(_ expectation: Expectation) throws {
    guard expectation.verdict == "rejected" else { return }
    for file in try expectation.files {
      let refusal = try #require(throws: MediaRefusal.self) {
        let document = try MediaOpener.open(bytes: [UInt8](Data(contentsOf: file)), name: file.lastPathComponent)
        for page in document.pages { _ = try document.renderGrey(page: page.number, longSideInPixels: nil) }
      }
      #expect(refusal.problem.code.rawValue == expectation.code)
      #expect(refusal.problem.severity == .rejects)
    }
  }

  @Test(
    "a card's QR is read by a reader that is not ours, and says what the card says",
    .enabled(if: Tool.isInstalled("zbarimg"), "zbar-tools is not installed"),
    arguments: [
      ("01-cccd-2021-photos/mat-truoc.jpg", "001190000017|011900017|Nguyễn Thị Mẫu|01011990|Nữ|", 7),
      ("02-cccd-2021-scans/scan0001.jpg", "079088001238|023456781|Trần Văn Thử|15081988|Nam|", 7),
      ("03-can-cuoc-2024/IMG_2042.jpg", "031203004560||Lê Ngọc Dụ|09112003|Nam|", 11),
      ("05-receipt-pdf-and-card/cccd.jpg", "048092007891|201654987|Hoàng Đức Ảo|30041992|Nam|", 7),
      ("09-sideways-photo/IMG_20260820_0915.jpg", "075195003321|271987654|Bùi Thị Nghiêng|17071995|Nữ|", 7),
    ])
  func codes(file: String, start: String, fields: Int) throws {
    let path = Self.samples.appending(path: "dossiers/\(file)").path
    // “binary”: zbar guesses at encodings and gets Vietnamese wrong.
    let text = try #require(try Tool("zbarimg")?.run(["-q", "--raw", "-Sbinary", path]))
    #expect(text.hasPrefix(start))
    #expect(
      text.trimmingCharacters(in: .newlines).split(separator: "|", omittingEmptySubsequences: false).count == fields)
  }

  @Test("what a sample asks for is in the catalogue")
  func procedures() throws {
    struct Details: Decodable {
      var procedure: String?
    }
    let catalogue = try ProcedureCatalogue.read(
      [UInt8](Data(contentsOf: Self.samples.appending(path: "procedures.json"))))
    for expectation in Self.expectations {
      let file = Self.samples.appending(path: "dossiers/\(expectation.folder)/dossier.json")
      guard FileManager.default.fileExists(atPath: file.path) else { continue }
      let details = try JSONDecoder().decode(Details.self, from: Data(contentsOf: file))
      if let procedure = details.procedure { #expect(catalogue.procedure(code: procedure) != nil) }
    }
  }

  @Test(
    "due dates step over holidays and swapped days",
    arguments: [
      ("2026-08-21", 1, "2026-08-22"), ("2026-08-22", 1, "2026-08-24"), ("2026-08-28", 1, "2026-09-03"),
      ("2026-02-13", 1, "2026-02-23"), ("2026-04-24", 1, "2026-04-28"), ("2025-04-29", 1, "2025-05-05"),
      ("2027-02-04", 1, "2027-02-12"), ("2027-04-29", 1, "2027-05-04"),
    ])
  func calendar(event: String, days: Int, due: String) throws {
    let calendar = try WorkingCalendar.read(
      [UInt8](Data(contentsOf: Self.samples.appending(path: "calendar.json"))))
    let start = try #require(CivilDate(iso: event))
    #expect(calendar.end(of: days, after: start).iso == due)
  }
}
