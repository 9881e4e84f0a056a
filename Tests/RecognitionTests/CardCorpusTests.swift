import Dossiers
import Foundation
import Media
import Recognition
import Testing

@Suite("Cards and codes of the shared corpus", .serialized) struct CardCorpusTests {
  private func read(_ file: URL) throws -> CardReading {
    setenv("OMP_THREAD_LIMIT", "1", 0)
    let reader = CardReader(
      vietnamese: try TextEngine(languages: ["vie"], dataPath: nil),
      english: try TextEngine(languages: ["eng"], dataPath: nil))
    let document = try ThirdParty.open(file)
    var sides: [CardSide] = []
    for page in document.pages where !page.hasTextLayer {
      let picture = PagePicture(
        page: page.number, colour: try document.renderColour(page: page.number, longSideInPixels: nil))
      let regions = DocumentLocator().locate(picture)
      let barcodes = BarcodeReader().read(picture, regions: regions)
      sides += try reader.read(picture, regions: regions, barcodes: barcodes)
    }
    return CardAssembly.assemble(sides)
  }

  @Test("at least 13 of 16 foreign zones are read without a mistake, and no bad one is called valid")
  func foreignZones() throws {
    guard let corpus = ThirdParty.readable else { return }
    let folder = corpus.appendingPathComponent("third-party")
    let table = try String(contentsOf: folder.appendingPathComponent("_derived/mrz_truth.tsv"), encoding: .utf8)
    var (right, whole) = (0, 0)
    for row in table.split(separator: "\n").dropFirst() {
      let columns = row.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard columns.count >= 6, FileManager.default.fileExists(atPath: folder.appendingPathComponent(columns[0]).path)
      else { continue }
      let field = try read(folder.appendingPathComponent(columns[0])).parts.first?.fields[.mrz]
      let lines = field?.value.array?.compactMap(\.string) ?? []
      let checks = columns[2].split(separator: "/")
      guard checks.count == 2, checks[0] == checks[1] else {
        #expect((field?.confidence ?? 0) < 0.5, "\(columns[0]) fails its digits")
        continue
      }
      whole += 1
      let truth = columns[3...5].filter { !$0.isEmpty }
      if lines == Array(truth) && (field?.confidence ?? 0) > 0.9 {
        right += 1
      } else {
        print("zone:", columns[0], lines)
      }
    }
    print("foreign zones: \(right) of \(whole)")
    #expect(right >= 13)
  }

  @Test("verified values are right, front and back of one page are one card")
  func synthetic() throws {
    guard let corpus = ThirdParty.readable else { return }
    for folder in ["synthetic", "synthetic-pages"] {
      let truth = try String(contentsOf: corpus.appendingPathComponent("\(folder)/truth.jsonl"), encoding: .utf8)
      for line in truth.split(separator: "\n") {
        let row = try JSONDecoder().decode(JSONValue.self, from: Data(line.utf8))
        guard row["kind"]?.string == "id-card", let file = row["file"]?.string, let fields = row["fields"] else {
          continue
        }
        // Every fourth is enough to notice a slip.
        guard let number = Int(file.prefix(3)), number % 4 == 0 || folder == "synthetic-pages" && number % 3 == 0 else {
          continue
        }
        let reading = try read(corpus.appendingPathComponent("\(folder)/\(file)"))
        #expect(reading.parts.count == 1, "\(file)")
        for (name, field) in reading.parts.first?.fields ?? [:] where field.verified {
          if let truth = fields[name.rawValue] { #expect(field.value == truth, "\(file) \(name)") }
        }
        if row["capture"]?.string != "hard" {
          #expect(reading.parts.first?.fields[.idNumber]?.value == fields["id_number"], "\(file)")
        }
      }
    }
  }

  @Test("the decoder's own samples are read, and nothing is seen where nothing is")
  func barcodes() throws {
    guard let corpus = ThirdParty.readable else { return }
    let folder = corpus.appendingPathComponent("third-party")
    var (right, whole, false_) = (0, 0, 0)
    for base in ["zxing-cpp", "_derived/zxing-png"] {
      let root = folder.appendingPathComponent(base)
      for name in try FileManager.default.subpathsOfDirectory(atPath: root.path).sorted() {
        guard name.hasSuffix(".png") || name.hasSuffix(".jpg") else { continue }
        let file = root.appendingPathComponent(name)
        guard let document = try? ThirdParty.open(file) else { continue }
        let symbols = BarcodeReader().read(try document.renderGrey(page: 1, longSideInPixels: nil))
        if name.hasPrefix("falsepositives") {
          false_ += symbols.count
          if !symbols.isEmpty { print("false:", name) }
          continue
        }
        let text = file.deletingPathExtension().appendingPathExtension("txt")
        guard let wanted = try? Data(contentsOf: text) else { continue }
        whole += 1
        let expected = String(decoding: wanted, as: UTF8.self).replacingOccurrences(of: "\r\n", with: "\n")
        let match = symbols.contains { symbol in
          let read =
            symbol.text ?? String(bytes: symbol.bytes, encoding: .shiftJIS)
            ?? String(bytes: symbol.bytes, encoding: .isoLatin1)
          return (read ?? "").replacingOccurrences(of: "\r\n", with: "\n") == expected
        }
        if match { right += 1 } else { print("code:", name, symbols.count) }
      }
    }
    print("codes: \(right) of \(whole), false: \(false_)")
    #expect(false_ == 0)
    #expect(right * 100 >= whole * 85)
  }
}
