import Foundation
import Reception
import Testing
import Worker

@Suite("The dossiers of a batch")
struct BatchTests {
  private func folder(_ files: [String]) throws -> String {
    let path = NSTemporaryDirectory() + "hoso-batch-\(UUID().uuidString)"
    for file in files {
      let target = URL(fileURLWithPath: path + "/" + file)
      try FileManager.default.createDirectory(
        at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data("x".utf8).write(to: target)
    }
    return path
  }

  @Test(
    "a name's parts are told apart as the pattern says",
    arguments: [
      ("{dossier}_{document}.{ext}", "HS01_2.pdf", ["dossier": "HS01", "document": "2", "ext": "pdf"]),
      ("{dossier}_{document}.{ext}", "HS01_don_xin.PDF", ["dossier": "HS01", "document": "don_xin", "ext": "PDF"]),
      ("HS-{dossier}.{ext}", "hs-12.tif", ["dossier": "12", "ext": "tif"]),
      (
        "{procedure} {dossier} {sender}.{ext}", "1.004873 7 Nguyễn Thị Mẫu.jpg",
        ["procedure": "1.004873", "dossier": "7", "sender": "Nguyễn Thị Mẫu", "ext": "jpg"]
      ),
      ("{dossier}_{document}.{ext}", "noname.pdf", nil),
      ("{dossier}/{document}.{ext}", "a/b.pdf", ["dossier": "a", "document": "b", "ext": "pdf"]),
    ] as [(String, String, [String: String]?)])
  func patterns(_ pattern: String, _ name: String, _ expected: [String: String]?) throws {
    #expect(try NamePattern(pattern).parts(of: name) == expected)
  }

  @Test(
    "a pattern that could not be meant is refused",
    arguments: [
      "", "{document}.pdf", "{dossier", "dossier}", "{dossier}{document}", "{dossier}_{dossier}", "{}{dossier}",
    ])
  func badPatterns(_ pattern: String) {
    #expect(throws: NamePattern.Malformed.self) { try NamePattern(pattern) }
  }

  @Test("names that fit make dossiers with their files in the order of their numbers, others are told")
  func byName() throws {
    let path = try folder(["HS2_10.pdf", "HS2_2.pdf", "HS10_1.pdf", "sub/HS2_1.jpg", "readme.txt"])
    defer { try? FileManager.default.removeItem(atPath: path) }
    let scan = try FolderScan(path, pattern: try NamePattern("{dossier}_{document}.{ext}"))
    let dossiers = Array(scan)
    #expect(dossiers.map(\.name) == ["HS2", "HS10"])
    #expect(
      dossiers[0].files.map { String($0.dropFirst(path.count + 1)) } == ["sub/HS2_1.jpg", "HS2_2.pdf", "HS2_10.pdf"])
    #expect(scan.mistakes.map(\.message) == ["the name “readme.txt” does not fit the pattern"])
  }

  @Test("sub-folders are dossiers; files beside them are there to be looked at, not passed over")
  func subfolders() throws {
    let path = try folder(["b/2.pdf", "b/10.pdf", "a/x/1.jpg", "stack.pdf", "hoso-import-1.csv", ".hidden"])
    defer { try? FileManager.default.removeItem(atPath: path) }
    let dossiers = Array(try FolderScan(path))
    #expect(dossiers.map(\.name) == ["stack.pdf", "a", "b"])
    #expect(dossiers.map(\.isLoose) == [true, false, false])
    #expect(dossiers[2].files.map { String($0.dropFirst(path.count + 1)) } == ["b/2.pdf", "b/10.pdf"])
  }

  @Test("links are told, never followed, and stop nothing else; names in another encoding stand escaped")
  func oddNames() throws {
    let path = try folder(["a/1.pdf", "b/1.pdf", "c/1.pdf"])
    defer { try? FileManager.default.removeItem(atPath: path) }
    #expect(symlink("/etc/passwd", path + "/b/2.pdf") == 0)
    #expect(symlink("/etc", path + "/elsewhere") == 0)
    for name in ["/c/\u{1}.pdf", "/\u{1}"] {
      // A byte that begins no character, as old systems' encodings leave it.
      let bytes = (path + name).utf8.map { $0 == 1 ? CChar(bitPattern: 0xE1) : CChar(bitPattern: $0) } + [0]
      close(open(bytes, O_WRONLY | O_CREAT, 0o600))
    }
    let scan = try FolderScan(path)
    let dossiers = Array(scan)
    #expect(dossiers.map(\.name) == ["\\xE1", "a", "b", "c"])
    #expect(dossiers.map { $0.trouble == nil } == [true, true, false, true])
    #expect(dossiers[2].trouble?.message.contains("2.pdf") == true)
    #expect(dossiers[3].files.map { String($0.dropFirst(path.count + 1)) } == ["c/1.pdf", "c/\\xE1.pdf"])
    #expect(scan.mistakes.count == 1 && scan.mistakes.contains { $0.message.contains("elsewhere") })
    let named = try FolderScan(path, pattern: try NamePattern("{dossier}/{document}.{ext}"))
    #expect(Array(named).map(\.files.count) == [1, 1, 2])
    #expect(named.mistakes.count == 3)
    // The operator's own link to the batch is followed.
    let link = path + "-link"
    defer { try? FileManager.default.removeItem(atPath: link) }
    #expect(symlink(path, link) == 0)
    #expect(Array(try FolderScan(link)).map(\.name) == ["\\xE1", "a", "b", "c"])
    // Beside a file that is called so to the letter nobody could tell which of the two is meant.
    close(open(path + "/c/\\xE1.pdf", O_WRONLY | O_CREAT, 0o600))
    #expect(Array(try FolderScan(path))[3].trouble?.message.contains("two names") == true)
  }

  @Test("a manifest leads over no link: not to a file, and not into a folder")
  func linksInManifest() throws {
    let path = try folder(["a/1.pdf"])
    defer { try? FileManager.default.removeItem(atPath: path) }
    #expect(symlink("/etc", path + "/etc") == 0)
    #expect(symlink("/etc/hostname", path + "/a/2.pdf") == 0)
    let csv = "dossier,file\nL,etc/hostname\nM,a/2.pdf\nN,a/1.pdf\n"
    let scan = FolderScan(path, manifest: ImportManifest(Array(csv.utf8)))
    #expect(Array(scan).map(\.name) == ["N"])
    #expect(scan.mistakes.map(\.line) == [2, 3])
    #expect(scan.mistakes.allSatisfy { $0.message.contains("link") })
  }

  @Test("every bad row is named by its line, and its dossier waits for it")
  func badRows() throws {
    let path = try folder(["1.pdf", "2.pdf", "3.pdf"])
    defer { try? FileManager.default.removeItem(atPath: path) }
    let csv = """
      \u{FEFF}dossier;file;sender\r
      A;1.pdf;Nguyễn Thị Mẫu\r
      A;gone.pdf;\r
      ;2.pdf;\r
      B;2.pdf;"Trần ""Văn"" Mẫu"\r
      C;../3.pdf;\r
      D;3.pdf;x;y\r
      B;;\r
      """
    let scan = FolderScan(path, manifest: ImportManifest(Array(csv.utf8)))
    #expect(scan.mistakes.map(\.line) == [2, 3, 4, 5, 6, 7, 8])
    #expect(Array(scan).isEmpty)
    let good = FolderScan(path, manifest: ImportManifest(Array("dossier;file\r\nB;2.pdf\r\nC;9.pdf\r\n".utf8)))
    #expect(Array(good).map(\.name) == ["B"])
    #expect(good.mistakes.map(\.line) == [3])
  }

  @Test("two dossiers of a manifest with one key: the second one is a bad row, not the first one again")
  func sharedKeys() throws {
    let path = try folder(["1.pdf", "2.pdf", "3.pdf"])
    defer { try? FileManager.default.removeItem(atPath: path) }
    let csv = "dossier,file,key\nA,1.pdf,K1\nB,2.pdf,K1\nA,3.pdf,K1\n"
    let scan = FolderScan(path, manifest: ImportManifest(Array(csv.utf8)))
    #expect(Array(scan).map(\.name) == ["A"])
    #expect(scan.mistakes.map(\.line) == [3])
    #expect(scan.mistakes.first?.message.contains("“K1”") == true)
  }

  @Test("a key that came before with other files is a failure; with the same files it is known")
  func keysOfEarlierRuns() throws {
    let path = try folder(["home/x", "in/1.pdf", "in/2.pdf"])
    defer { try? FileManager.default.removeItem(atPath: path) }
    try Data("other".utf8).write(to: URL(fileURLWithPath: path + "/in/2.pdf"))
    let installation = try Installation.open(Home(path: path + "/home"))
    func outcome(_ file: String) -> BatchOutcome? {
      let manifest = ImportManifest(Array("dossier,file,key\nA,\(file),K1\n".utf8))
      var outcomes: [BatchOutcome] = []
      BatchImport(installation, defaults: DossierDetails(), desk: nil).run(
        FolderScan(path + "/in", manifest: manifest), goesOn: { true }, each: { outcomes.append($0) }, passed: {})
      return outcomes.first
    }
    #expect(outcome("1.pdf")?.kind == .takenIn)
    #expect(outcome("1.pdf")?.kind == .known)
    #expect(outcome("2.pdf")?.kind == .failed)
    #expect(outcome("2.pdf")?.code == "reception.key-reused")
  }

  @Test(
    "a mistyped member of dossier.json is told with what was meant, and the dossier waits for it",
    arguments: [
      (#"{"sendr": {"name": "x"}}"#, "“sendr”", "“sender”"), (#"{"procedur": "1"}"#, "“procedur”", "“procedure”"),
      (#"{"sender": {"phon": "1"}}"#, "“phon”", "“phone”"),
    ])
  func mistypedMembers(json: String, unknown: String, meant: String) throws {
    let path = try folder(["a/1.pdf"])
    defer { try? FileManager.default.removeItem(atPath: path) }
    try Data(json.utf8).write(to: URL(fileURLWithPath: path + "/a/dossier.json"))
    let dossier = try #require(Array(try FolderScan(path)).first)
    #expect(dossier.trouble?.code == .malformed)
    #expect(dossier.trouble?.message.contains(unknown) == true)
    #expect(dossier.trouble?.message.contains(meant) == true)
  }

  @Test("a mistyped member of events.json is told, not left out")
  func mistypedTargets() throws {
    let entry = #""name": "a", "url": "https://a.vn/", "secret": "0123456789abcdef""#
    for json in [#"{"targets": [{\#(entry), "topcis": ["x"]}]}"#, #"{"target": []}"#] {
      let error = #expect(throws: ReceptionError.self) {
        try EventTarget.read(Array(json.utf8), path: "events.json")
      }
      #expect(error?.message.contains("did you mean") == true)
    }
    #expect(try EventTarget.read(Array("{\"targets\": [{\(entry)}]}".utf8), path: "events.json").count == 1)
  }

  @Test("a table that is not in UTF-8 is told row by row")
  func otherEncoding() {
    let manifest = ImportManifest(
      Array("dossier,file,sender\n".utf8) + [65, 44, 49, 44, 0xE2, 0xC3, 10] + Array("B,2,x\n".utf8))
    #expect(manifest.mistakes.map(\.line) == [2])
    #expect(manifest.entries.map(\.name) == ["B"])
  }
}
