import Dossiers
import Forms
import Foundation
import Media
import Testing
import Workflow

@Suite("An archivist's batch, from the scanner to the report", .serialized)
struct ImportTests {
  /// Documents are only looked at and handed off: reading is another suite's.
  private static let plan = """
    {"pipeline":"short","stages":[
      {"id":"validate","uses":"validate-file"},{"id":"fingerprint","uses":"fingerprint"},
      {"id":"duplicates","uses":"check-duplicates"},
      {"id":"receipt","uses":"issue-receipt","with":{"agency":"H26.1"}},
      {"id":"bundle","uses":"bundle-dossier","with":{"format":"eark-sip","pdfa":"off"}},
      {"id":"hand-off","uses":"hand-off"}]}
    """

  private func home() throws -> TemporaryHome {
    let home = try TemporaryHome()
    _ = try home.write("pipeline.json", Data(Self.plan.utf8))
    return home
  }

  /// A4 at 150 dots an inch with bars on it that make it a page of its own.
  private func page(_ seed: Int) -> GreyImage {
    var pixels = [UInt8](repeating: 244, count: 1240 * 1754)
    var state = UInt64(seed) &* 977 &+ 13
    for row in 0..<24 {
      for column in 0..<14 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        guard state >> 61 > 2 else { continue }
        for y in 0..<20 {
          for x in 0..<44 { pixels[(180 + row * 60 + y) * 1240 + 140 + column * 68 + x] = 50 }
        }
      }
    }
    return GreyImage(width: 1240, height: 1754, pixels: pixels)
  }

  private var blank: GreyImage {
    GreyImage(width: 1240, height: 1754, pixels: Array(repeating: 243, count: 1240 * 1754))
  }

  private func sheets(_ numbers: ClosedRange<Int>) throws -> [GreyImage] {
    let sheets = numbers.compactMap { CoverSheet(series: "kho-B", number: $0) }
    let pdf = try MediaOpener.open(
      bytes: try FormPrinter.coverSheetsPDF(sheets, printedAt: Timestamp(milliseconds: 1_787_274_309_000)),
      name: "sheets.pdf")
    return try pdf.pages.map { try pdf.renderGrey(page: $0.number, longSideInPixels: 1754) }
  }

  private func stack(_ pages: [GreyImage]) throws -> Data {
    var encoder = try TIFFEncoder(pages: pages.count)
    for page in pages { try encoder.append(page, compression: .group4, dotsPerInch: 150) }
    return Data(try encoder.finish())
  }

  private func rows(_ path: String) throws -> [[Substring]] {
    try String(contentsOfFile: path, encoding: .utf8).split(whereSeparator: \.isNewline).dropFirst().map {
      $0.split(separator: ",", omittingEmptySubsequences: false)
    }
  }

  @Test("a scanned stack becomes its dossiers, the stack itself is kept, and a second run takes nothing in twice")
  func stack() throws {
    let home = try home()
    let separators = try sheets(1...4)
    let pages = [
      separators[0], blank, page(1), blank, page(2), separators[1].rotated(quarterTurns: 2), page(3), separators[3],
      page(4),
    ]
    let file = try home.write("in/stack.tif", try stack(pages))
    let report = home.path + "/report.csv"
    let first = try Program.hoso("import", file, "--report", report, "--jobs", "1", home: home.path)
    #expect(first.status == 1, "a number is missing: \(first.errors)")
    let dossiers = try rows(report).filter { $0[1] == "taken in" }
    #expect(dossiers.map { $0[0] } == ["kho-B-1", "kho-B-2", "kho-B-4"])
    #expect(dossiers.allSatisfy { $0[2] == "handed-off" })
    #expect(try String(contentsOfFile: report, encoding: .utf8).contains("kho-B-3 is missing"))
    let html = try String(contentsOfFile: home.path + "/report.html", encoding: .utf8)
    #expect(html.contains("data:image/jpeg;base64,"))
    #expect(!html.contains("http://") && !html.contains("https://"))

    let store = try StoreLocation.sqlite(path: home.path + "/store.sqlite").open()
    let dossier = try #require(try store.dossier(DossierID(rawValue: String(dossiers[0][4]))))
    let document = try #require(try store.documents(of: dossier.id).first)
    #expect(document.pageCount == 2)
    let origin = try #require(try store.events(of: dossier.id).first { $0.type == "document.extracted" })
    #expect(origin.data["blankPages"] == [.integer(2), .integer(4)])
    let kept = try #require(origin.data["sha256"]?.string)
    #expect(try store.referencedFiles().contains(kept))
    #expect(try store.stack(kept)?.pageCount == pages.count)

    // The package tells where its pages came from, and which were left out.
    let package = try #require(try store.packages(of: dossier.id).first)
    let premis = try String(
      contentsOfFile: home.path + "/packages/\(package.path)/metadata/preservation/PREMIS.xml", encoding: .utf8)
    #expect(premis.contains("<premis:eventType>extraction</premis:eventType>"))
    #expect(premis.contains("pages 3, 5 of stack.tif, SHA-256 \(kept); left out as blank: 2, 4"))

    let second = try Program.hoso("import", file, "--report", report, "--jobs", "1", home: home.path)
    #expect(second.status == 1)
    #expect(try rows(report).filter { $0[1] == "known" }.count == 3)
    #expect(try store.dossiers(DossierFilter()).count == 3)
    let fixity = try Program.hoso("fixity", home: home.path)
    #expect(fixity.status == 0, "\(fixity.output)")
  }

  @Test("a stack is found among other files of its folder, before and behind it")
  func stackAmongFiles() throws {
    let home = try home()
    let separators = try sheets(1...2)
    _ = try home.write("in/one/1.tif", try stack([page(21), page(22)]))
    _ = try home.write("in/one/2.tif", try stack([page(23), page(24)]))
    _ = try home.write("in/one/3.tif", try stack([separators[0], page(25), separators[1], page(26)]))
    _ = try home.write("in/one/4.tif", try stack([page(27), page(28)]))
    let report = home.path + "/report.csv"
    let ended = try Program.hoso(
      "import", home.path + "/in", "--enqueue-only", "--report", report, home: home.path)
    let found = try rows(report).filter { $0[1] == "taken in" }.map { String($0[0]) }
    #expect(found == ["kho-B-1", "kho-B-2", "one"], "\(ended.errors)")
    let store = try StoreLocation.sqlite(path: home.path + "/store.sqlite").open()
    let counts = try store.dossiers(DossierFilter()).map { try store.documents(of: $0.id).count }
    #expect(counts.sorted() == [1, 1, 3])
  }

  @Test("a watched folder takes stacks apart as an import does, notes what is odd, and takes nothing in twice")
  func watchedStack() throws {
    let home = try home()
    let separators = try sheets(1...4)
    _ = try home.write("in/a.pdf", SmallPDF.bytes(lines: ["Mot to roi"]))
    let scan = try stack([
      separators[0], page(31), blank, separators[1], page(32), page(33), separators[3], page(34),
    ])
    _ = try home.write("in/b.tif", scan)
    _ = try home.write("in/c.tif", try stack([page(35), page(36)]))
    let arguments = ["watch", home.path + "/in", "--once", "--settle", "0", "--home", home.path]
    let first = try Program.run(Program.folder + "/hoso", arguments)
    #expect(first.status == 0, "\(first.output) \(first.errors)")
    #expect(first.output.contains("b.tif, pages 5-6: taken in"))
    let store = try StoreLocation.sqlite(path: home.path + "/store.sqlite").open()
    let dossiers = try store.dossiers(DossierFilter())
    #expect(dossiers.count == 5 && dossiers.allSatisfy { $0.channel == "watch" })
    let extracted = try dossiers.compactMap { dossier in
      try store.events(of: dossier.id).first { $0.type == "document.extracted" }
    }
    #expect(extracted.count == 3)
    let names = try FileManager.default.contentsOfDirectory(atPath: home.path + "/in/done").sorted()
    #expect(names == ["a.pdf", "b.tif", "b.tif.notes.txt", "c.tif"])
    let notes = try String(contentsOfFile: home.path + "/in/done/b.tif.notes.txt", encoding: .utf8)
    #expect(notes.contains("kho-B-3") && notes.split(separator: "\n").count == 2)
    // As if the move had not come to pass.
    _ = try home.write("in/b.tif", scan)
    let second = try Program.run(Program.folder + "/hoso", arguments)
    #expect(second.output.contains("b.tif, pages 5-6: known"), "\(second.output)")
    #expect(try store.dossiers(DossierFilter()).count == 5)
  }

  @Test(
    "told to stop while a stack is sorted, it does not wait for that; nothing is lost or doubled when it goes on",
    .timeLimit(.minutes(3)), arguments: ["import", "watch"])
  func stoppedInStack(_ command: String) throws {
    let home = try home()
    let separators = try sheets(1...2)
    let scan = try stack([separators[0], page(41), separators[1], page(42)])
    let file = try home.write("in/stack.tif", scan)
    let rest =
      command == "import"
      ? [home.path + "/in", "--enqueue-only", "--report", home.path + "/r.csv"]
      : [home.path + "/in", "--once", "--settle", "0"]
    let arguments = [command] + rest + ["--home", home.path]
    let process = try Program.start(arguments, log: home.path + "/log.txt")
    // A host that has the stack open and gets no further: the sort would not end by itself.
    var frozen: Int32?
    while process.isRunning, frozen == nil {
      frozen = ProcessTable.stageHosts(of: process.processIdentifier).first { host in
        let folder = "/proc/\(host)/fd"
        return ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).contains {
          (try? FileManager.default.destinationOfSymbolicLink(atPath: folder + "/" + $0)) == file
        }
      }
      if let frozen { kill(frozen, SIGSTOP) } else { usleep(500) }
    }
    let host = try #require(frozen)
    let told = Date()
    kill(process.processIdentifier, SIGTERM)
    process.waitUntilExit()
    #expect(Date().timeIntervalSince(told) < 20)
    #expect(kill(host, 0) != 0, "the host is gone")
    #expect(FileManager.default.fileExists(atPath: file))
    let store = try StoreLocation.sqlite(path: home.path + "/store.sqlite").open()
    #expect(try store.dossiers(DossierFilter()).isEmpty)
    _ = try Program.run(Program.folder + "/hoso", arguments)
    let again = try Program.run(Program.folder + "/hoso", arguments)
    #expect(try store.dossiers(DossierFilter()).count == 2, "\(again.errors)")
  }

  @Test("an import that was stopped goes on where it was, and takes nothing in twice", .timeLimit(.minutes(3)))
  func stopped() throws {
    let home = try home()
    for number in 1...60 {
      _ = try home.write("in/d\(number)/a.pdf", SmallPDF.bytes(lines: ["Ho so \(number)"]))
    }
    let log = home.path + "/log.txt"
    let arguments = [
      "import", home.path + "/in", "--enqueue-only", "--report", home.path + "/r.csv", "--home", home.path,
    ]
    let store = home.path + "/store.sqlite"
    for signal in [SIGKILL, SIGINT] {
      let process = try Program.start(arguments, log: log)
      while process.isRunning {
        let count = (try? StoreLocation.sqlite(path: store).open().dossiers(DossierFilter()).count) ?? 0
        if count >= (signal == SIGKILL ? 10 : 25) {
          kill(process.processIdentifier, signal)
          break
        }
        usleep(2_000)
      }
      process.waitUntilExit()
    }
    let last = try Program.run(Program.folder + "/hoso", arguments)
    #expect(last.status == 0, "\(last.errors)")
    #expect(try StoreLocation.sqlite(path: store).open().dossiers(DossierFilter(limit: 1000)).count == 60)
    #expect(try rows(home.path + "/r.csv").count == 60)
  }

  @Test(
    "papers handed in before are refused, linked or accepted, as asked",
    arguments: [("reject", "rejected", 1), ("link", "handed-off", 0), ("accept", "handed-off", 0)]
      as [(String, String, Int32)])
  func duplicates(_ policy: String, _ state: String, _ status: Int32) throws {
    let home = try home()
    _ = try home.write("one/a/paper.pdf", SmallPDF.bytes(lines: ["Giay to 123456789", "ngay 01/02/2026"]))
    _ = try home.write("two/b/again.pdf", SmallPDF.bytes(lines: ["Giay to 123456789", "ngay 01/02/2026"]))
    let report = home.path + "/report.csv"
    #expect(try Program.hoso("import", home.path + "/one", "--report", report, home: home.path).status == 0)
    let second = try Program.hoso(
      "import", home.path + "/two", "--duplicates", policy, "--report", report, home: home.path)
    #expect(second.status == status, "\(second.errors)")
    let row = try #require(try rows(report).first)
    #expect(row[2] == state)
    #expect(row[6].contains("document.duplicate") == (policy != "accept"))
    let store = try StoreLocation.sqlite(path: home.path + "/store.sqlite").open()
    let found = try store.duplicates(of: DossierID(rawValue: String(row[4])))
    #expect(found.map(\.kind) == [.content])
    #expect(found.map(\.policy.rawValue) == [policy])
    // Handed in again after it was refused, it is refused again: the first dossier still has it.
    if policy == "reject" {
      let html = try String(contentsOfFile: home.path + "/report.html", encoding: .utf8)
      #expect(html.contains("H26.1-"))
    }
  }

  @Test("a paper scanned again is known by its look, and a person decides where nothing on it tells")
  func rescans() throws {
    let home = try home()
    _ = try home.write("one/a/scan.tif", try stack([page(7)]))
    var again = page(7)
    for index in again.pixels.indices where index % 3 == 0 {
      again.pixels[index] = UInt8(clamping: Int(again.pixels[index]) - 9)
    }
    _ = try home.write("two/b/scan.png", Data(try PNGEncoder.encode(again)))
    _ = try home.write("two/c/other.tif", try stack([page(8)]))
    let report = home.path + "/report.csv"
    #expect(try Program.hoso("import", home.path + "/one", "--report", report, home: home.path).status == 0)
    let second = try Program.hoso(
      "import", home.path + "/two", "--duplicates", "reject", "--report", report, home: home.path)
    #expect(second.status == 1, "\(second.errors)")
    let found = try rows(report)
    #expect(found.map { $0[2] } == ["review", "handed-off"])
    #expect(found[0][6] == "document.pictured-again")
  }

  @Test("cover sheets are printed as many as asked, and unknown procedures are refused with the nearest")
  func coverSheets() throws {
    let home = try TemporaryHome()
    let path = home.path + "/sheets.pdf"
    let printed = try Program.hoso(
      "cover-sheets", "--count", "12", "--first", "5", "--series", "S", path, home: home.path)
    #expect(printed.status == 0, "\(printed.errors)")
    let pdf = try MediaOpener.open(bytes: Array(try Data(contentsOf: URL(fileURLWithPath: path))), name: "s.pdf")
    #expect(pdf.pages.count == 12)
    #expect(try pdf.textLayer(page: 12).map(\.text).joined(separator: " ").contains("S - 16"))
    #expect(try Program.hoso("cover-sheets", "--procedure", "9.9", path, home: home.path).status == 2)
    #expect(try Program.hoso("cover-sheets", "--count", "0", path, home: home.path).status == 2)
    #expect(try Program.hoso("cover-sheets", "--series", "a b", path, home: home.path).status == 2)
  }
}
