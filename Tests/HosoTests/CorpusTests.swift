import Dossiers
import Foundation
import Testing
import Workflow

/// Runs over the corpus of real, hostile and drawn files, where it lies beside the checkout.
@Suite("The corpus", .serialized)
struct CorpusTests {
  static let corpus = URL(fileURLWithPath: Program.root).deletingLastPathComponent().path + "/shared/corpus"
  /// One file in so many; `Tests/soak` takes all.
  static let step = ProcessInfo.processInfo.environment["HOSO_SOAK"] == nil ? 9 : 1

  static var isThere: Bool {
    let isThere = FileManager.default.fileExists(atPath: corpus)
    if !isThere { print("skipped: there is no corpus at \(corpus)") }
    return isThere
  }

  private struct Line: Decodable {
    struct Found: Decodable {
      let code: String
    }

    struct Field: Decodable {
      let value: Value
      let verified: Bool
    }

    /// A string, a number, or a list that is not compared.
    enum Value: Decodable {
      case text(String)
      case other

      init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let text = try? container.decode(String.self) {
          self = .text(text)
        } else if let number = try? container.decode(Int64.self) {
          self = .text(String(number))
        } else {
          self = .other
        }
      }
    }

    let file: String
    let verdict: String
    let problems: [Found]
    let fields: [String: Field]
  }

  private func inspect(_ files: [String], started: (Int32) -> Void = { _ in }) throws -> [Line] {
    let ended = try Program.run(
      Program.folder + "/hoso", ["inspect", "--json", "--jobs", "2"] + files, started: started)
    #expect(ended.status == 0 || ended.status == 1, "\(ended.errors.suffix(1000))")
    return try ended.output.split(separator: "\n").map { try JSONDecoder().decode(Line.self, from: Data($0.utf8)) }
  }

  /// Files that the corpus calls hostile or to be refused, and that are sound for what we do with them.
  private static let explained = [
    "debian-exiv2/issue_1099_poc.bin": "harmed a metadata library; the picture is whole",
    "debian-exiv2/issue_1918_poc1.jpg": "harmed a metadata library; the picture is whole",
    "debian-libheif/corpus/colors-no-alpha-thumbnail.heic": "a sound picture, there as a seed for fuzzers",
    "debian-libheif/corpus/colors-no-alpha.heic": "a sound picture, there as a seed for fuzzers",
    "debian-qpdf/encrypted-with-images.pdf": "only one option of qpdf's writer is refused for it",
    "pillow/apng/chunk_repeat_fctl.png": "an animation's error; the picture is whole",
    "pillow/sugarshack_no_data.mpo": "the second picture is missing; the first, which counts, is whole",
    "pillow/truncated_end_chunk.png": "all pixels are there: a warning",
    "pillow/truncated_jpeg.jpg": "the last rows are missing: a warning",
    "pngsuite-libpng/testpngs/crashers/empty_ancillary_chunks.png": "all pixels are there: a warning",
    "dangerzone/sample_bad_max_height.pdf": "beyond another program's limit for a page, within ours",
    "dangerzone/sample_bad_max_width.pdf": "beyond another program's limit for a page, within ours",
  ]

  /// A file that the corpus calls well-formed, and that holds nothing.
  private static let emptyAfterAll = ["format-corpus/pdf-handbuilt-test-corpus/minimal_test.pdf"]

  /// Sound files that a person is asked about all the same.
  private static let heldAfterAll = [
    "debian-qpdf/fax-decode-parms.pdf": "a soft photograph of a card's shape, on a page with print too small to read"
  ]

  /// The corpus's files in order, with what its manifest expects of each; one in so many of them.
  private static func manifest(oneIn step: Int) throws -> [(file: String, expected: String)] {
    let rows = try String(contentsOfFile: corpus + "/third-party/MANIFEST.tsv", encoding: .utf8)
      .split(whereSeparator: \.isNewline).dropFirst()
    var expected: [String: String] = [:]
    for row in rows {
      let cells = row.split(separator: "\t", omittingEmptySubsequences: false)
      let path = corpus + "/third-party/" + cells[0]
      var isFolder: ObjCBool = false
      guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), !isFolder.boolValue else { continue }
      expected[path] = cells.count > 4 ? String(cells[4]) : ""
    }
    return expected.sorted { $0.key < $1.key }.enumerated().filter { $0.offset % step == 0 }
      .map { ($0.element.key, $0.element.value) }
  }

  private static func short(_ file: String) -> String { String(file.dropFirst((corpus + "/third-party/").count)) }

  /// The whole takes hours with few cores.
  @Test(
    "every file from outside gets a verdict within its limits and in bounded memory, whatever it is",
    .enabled(if: isThere), .timeLimit(.minutes(240)))
  func verdicts() throws {
    let manifest = try Self.manifest(oneIn: Self.step)
    let expected = Dictionary(uniqueKeysWithValues: manifest)
    let watch = ProgramWatch(folder: Self.corpus + "/third-party/")
    let began = Date()
    let lines = try inspect(manifest.map(\.file), started: watch.begin)
    let seen = watch.end()
    #expect(lines.map(\.file) == manifest.map(\.file))
    tell(lines, expected, seen, seconds: Date().timeIntervalSince(began))

    let refused = lines.filter { line in
      expected[line.file] == "accept" && line.verdict == "rejected"
        && !line.problems.contains { $0.code == "file.type-unsupported" }
        && !Self.emptyAfterAll.contains(Self.short(line.file))
    }
    #expect(refused.isEmpty, "\(refused.map(\.file))")
    // Small test pictures draw a warning, no more.
    let held = lines.filter {
      expected[$0.file] == "accept" && $0.verdict == "review" && Self.heldAfterAll[Self.short($0.file)] == nil
    }
    #expect(held.isEmpty, "\(held.map(\.file))")
    let passed = lines.filter { ["hostile", "reject"].contains(expected[$0.file]) && $0.verdict != "rejected" }
    for line in passed {
      let name = Self.short(line.file)
      print("  \(name): \(line.verdict) \(line.problems.map(\.code)); \(Self.explained[name] ?? "")")
    }
    #expect(
      passed.map { Self.short($0.file) }.filter { Self.explained[$0] == nil } == [], "let through without a reason")
    let dead = lines.filter { $0.problems.contains { ["host.died", "stage.failed"].contains($0.code) } }
    #expect(dead.map(\.file) == [], "a host died by its own doing, or a stage gave up")
    #expect(seen.peakBytes < 1536 << 20)
  }

  /// Documents' archive copies, receipts and packages take longer than reading does: a part of the files must do.
  private static let wholeWayStep = ProcessInfo.processInfo.environment["HOSO_SOAK"] == nil ? 120 : 10

  @Test(
    "files from outside go the whole way to a package, a refusal or a person, and the worker lives",
    .enabled(if: isThere), .timeLimit(.minutes(120)))
  func wholeWay() throws {
    let home = try TemporaryHome()
    let files = try Self.manifest(oneIn: Self.wholeWayStep).map(\.file)
    for (number, file) in files.enumerated() {
      let folder = home.path + "/batch/\(1000 + number)"
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      try FileManager.default.copyItem(atPath: file, toPath: folder + "/" + (file as NSString).lastPathComponent)
    }
    let taken = try Program.hoso("import", home.path + "/batch", "--enqueue-only", home: home.path)
    #expect(taken.status <= 1, "\(taken.errors)")
    let watch = ProgramWatch(folder: home.path)
    let ended = try Program.run(
      Program.folder + "/hoso", ["work", "--until-idle", "--jobs", "2", "--home", home.path], started: watch.begin)
    let seen = watch.end()
    #expect(ended.status == 0, "\(ended.errors.suffix(1000))")
    let store = try SQLiteStore.open(path: home.path + "/store.sqlite")
    let dossiers = try store.dossiers(DossierFilter(limit: 10_000))
    let states = Dictionary(grouping: dossiers, by: \.state).mapValues(\.count)
    print("  \(files.count) files the whole way: \(states), at most \(seen.peakBytes >> 20) MiB in all processes")
    #expect(dossiers.count >= files.count)
    #expect(dossiers.allSatisfy { [.handedOff, .rejected, .review].contains($0.state) })
    let codes = try Set(dossiers.flatMap { try store.problems(of: $0.id) }.map(\.problem.code.rawValue))
    #expect(codes.isDisjoint(with: ["host.died", "task.failed"]), "\(codes)")
    #expect(seen.peakBytes < 1536 << 20)
    #expect(try StoreCheck.run(on: store).isEmpty)
  }

  private func tell(_ lines: [Line], _ expected: [String: String], _ seen: ProgramWatch.Seen, seconds: Double) {
    let whole = Int(seconds)
    print("  \(lines.count) files in \(whole) s, at most \(seen.peakBytes >> 20) MiB in all processes")
    var tally: [String: Int] = [:]
    for line in lines { tally["\(expected[line.file] ?? "") → \(line.verdict)", default: 0] += 1 }
    for (pair, count) in tally.sorted(by: { $0.key < $1.key }) { print("  \(pair): \(count)") }
    for (file, seconds) in seen.secondsOpen.sorted(by: { $0.value > $1.value }).prefix(12) {
      let codes = lines.first { $0.file == file }?.problems.map(\.code) ?? []
      print("  \(Int(seconds)) s: \(Self.short(file)) \(codes)")
    }
  }

  @Test(
    "no value that is marked verified is wrong", .enabled(if: isThere), .timeLimit(.minutes(15)),
    arguments: ["synthetic", "synthetic-pages"])
  func verified(set: String) throws {
    let folder = Self.corpus + "/" + set + "/"
    let truths = try String(contentsOfFile: folder + "truth.jsonl", encoding: .utf8).split(separator: "\n")
    var truth: [String: [String: String]] = [:]
    for line in truths {
      guard let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any],
        let file = object["file"] as? String, let fields = object["fields"] as? [String: Any]
      else { continue }
      truth[folder + file] = fields.compactMapValues { ($0 as? String) ?? ($0 as? NSNumber)?.stringValue }
    }
    let step = max(1, Self.step / 2)
    let files = truth.keys.sorted().enumerated().filter { $0.offset % step == 0 }.map(\.element)
    var right = 0
    for line in try inspect(files) {
      let expected = truth[line.file] ?? [:]
      for (name, field) in line.fields where field.verified && name != "vietqr" {
        // What the truth does not tell, such as an old number that only the QR carries, cannot be judged.
        guard case .text(let value) = field.value, let expected = expected[name] else { continue }
        #expect(expected.lowercased() == value.lowercased(), "\(line.file) \(name)")
        right += 1
      }
    }
    print("  \(files.count) files of \(set), \(right) verified values")
    #expect(right > files.count / 2)
  }
}
