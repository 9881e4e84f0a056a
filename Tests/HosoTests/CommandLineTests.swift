import Foundation
import Testing
import Workflow

@Suite("The command line as people meet it")
struct CommandLineTests {
  @Test("help is there for the whole and for every command, and exits with 0")
  func help() throws {
    let overview = try Program.hoso("--help")
    #expect(overview.status == 0)
    let names = overview.output.split(separator: "\n").filter { $0.hasPrefix("  ") }
      .compactMap { $0.split(separator: "  ").first.map { $0.trimmingCharacters(in: .whitespaces) } }
    #expect(names.count > 25)
    for name in names {
      let words = name.split(separator: " ").map(String.init)
      let page = try Program.run(Program.folder + "/hoso", words + ["--help"])
      #expect(page.status == 0 && page.output.hasPrefix("usage: hoso \(name)"), "\(name)")
    }
  }

  @Test(
    "a mistyped command or option is answered with what was meant, and exit code 2",
    arguments: [
      (["stauts"], "did you mean “hoso status”?"), (["work", "--job", "3"], "did you mean --jobs?"),
      (["review", "lsit"], "did you mean “hoso review list”?"), (["enqueue"], "needs FILE…"),
      (["work", "--jobs", "none"], "a whole number"),
    ])
  func mistakes(words: [String], hint: String) throws {
    let home = try TemporaryHome()
    let ended = try Program.run(
      "/usr/bin/env", ["HOSO_HOME=\(home.path)", Program.folder + "/hoso"] + words)
    #expect(ended.status == 2)
    #expect(ended.errors.contains(hint), "\(ended.errors)")
  }

  @Test("every mistake of a pipeline.json is shown with file, line and column")
  func pipelineMistakes() throws {
    let home = try TemporaryHome()
    let text = """
      { "pipeline": "x",
        "stages": [
          { "id": "a", "uses": "validate-fil" },
          { "id": "b", "uses": "read-text", "wiht": {} }
        ] }
      """
    let path = try home.write("broken.json", Data(text.utf8))
    let ended = try Program.hoso("pipeline", "check", path)
    #expect(ended.status == 2)
    #expect(ended.errors.contains("\(path):3:"))
    #expect(ended.errors.contains("\(path):4:"))
    #expect(ended.errors.contains("validate-file"))
    #expect(ended.errors.contains("with"))
  }

  @Test("the default pipeline is right, and the schema is JSON")
  func defaultPipeline() throws {
    #expect(try Program.hoso("pipeline", "check", Program.root + "/pipeline.json").status == 0)
    let schema = try Program.hoso("pipeline", "schema")
    #expect(try JSONSerialization.jsonObject(with: Data(schema.output.utf8)) is [String: Any])
  }

  @Test("a plan that names a language which is not installed is refused before any document fails on it")
  func missingLanguages() throws {
    let home = try TemporaryHome()
    let text = """
      { "pipeline": "x", "stages": [
        { "id": "check", "uses": "validate-file" },
        { "id": "read", "uses": "read-text", "with": { "languages": ["vie", "xyz"] } } ] }
      """
    let path = try home.write("plan.json", Data(text.utf8))
    for command in ["check", "apply"] {
      let ended = try Program.run(
        Program.folder + "/hoso", ["pipeline", command, path] + (command == "apply" ? ["--home", home.path] : []))
      #expect(ended.status == 2)
      #expect(ended.errors.contains("“read”") && ended.errors.contains("xyz"), "\(ended.errors)")
    }
    #expect(!FileManager.default.fileExists(atPath: home.path + "/store.sqlite"))
    // One that was laid into the home all the same is told by whoever looks after the machine.
    _ = try home.write("pipeline.json", Data(text.utf8))
    let file = try home.write("a.pdf", Data("%PDF-1.4 nothing of it".utf8))
    #expect(try Program.hoso("enqueue", file, home: home.path).status == 0)
    let doctor = try Program.hoso("doctor", home: home.path)
    #expect(doctor.status == 1)
    #expect(doctor.output.contains("xyz"))
  }

  @Test("what help shows as an example of a procedure works in a fresh home, and another code is answered with those")
  func exampleProcedures() throws {
    let home = try TemporaryHome()
    let file = try home.write("a.pdf", Data("%PDF-1.4 nothing of it".utf8))
    for command in ["enqueue", "cover-sheets", "import", "watch"] {
      let page = try Program.hoso(command, "--help").output
      #expect(page.contains("--procedure 0.000001"), "\(command)")
      #expect(!page.contains("1.004"), "\(command)")
    }
    #expect(try Program.hoso("enqueue", file, "--procedure", "0.000001", home: home.path).status == 0)
    let unknown = try Program.hoso("enqueue", file, "--procedure", "1.004222", home: home.path)
    #expect(unknown.status == 2)
    #expect(unknown.errors.contains("0.000001") && unknown.errors.contains("\(home.path)/procedures.json"))
  }

  @Test(
    "a home that is not there is a mistake, and is not made by looking for it",
    arguments: [
      ["status"], ["backup", "copy"], ["fixity"], ["export", "disk"], ["tasks", "list"], ["review", "list"],
      ["keys", "list"], ["stages", "pause", "text"], ["result", "x", "y"], ["storage", "sweep"], ["feedback"],
    ])
  func mistypedHome(words: [String]) throws {
    let place = try TemporaryHome()
    let ended = try Program.run(Program.folder + "/hoso", words + ["--home", place.path + "/typo"])
    #expect(ended.status == 2)
    #expect(ended.errors.contains("there is no installation at \(place.path)/typo"))
    #expect(try FileManager.default.contentsOfDirectory(atPath: place.path).isEmpty)
  }

  @Test("receipts whose QR codes would lead nowhere are told of")
  func lookupBase() throws {
    let home = try TemporaryHome()
    func doctor(_ base: String) throws -> String {
      let text = """
        { "pipeline": "x", "stages": [ { "id": "check", "uses": "validate-file" },
          { "id": "receipt", "uses": "issue-receipt", "with": { "agency": "H26.1"\(base) } } ] }
        """
      let path = try home.write("plan.json", Data(text.utf8))
      #expect(try Program.hoso("pipeline", "apply", path, home: home.path).status == 0)
      return try Program.hoso("doctor", home: home.path).output
    }
    #expect(try doctor("").contains("lead to https://dichvucong.example.vn, an example"))
    #expect(try !doctor(#", "lookupBase": "https://hoso.xa-mau.gov.vn""#).contains("the QR codes of receipts"))
  }

  @Test("a broken catalogue is named with its place, and stops nothing that does not need it")
  func brokenCatalogue() throws {
    let home = try TemporaryHome()
    let file = try home.write("a.pdf", Data("%PDF-1.4 nothing of it".utf8))
    #expect(try Program.hoso("enqueue", file, home: home.path).status == 0)
    let catalogue = try home.write("procedures.json", Data("{".utf8))
    for words in [["enqueue", file], ["work", "--until-idle"], ["cover-sheets", "--procedure", "x", "s.pdf"]] {
      let ended = try Program.run(Program.folder + "/hoso", words + ["--home", home.path])
      #expect(ended.status == 2, "\(words): \(ended.errors)")
      #expect(ended.errors.contains("\(catalogue):1:"), "\(words): \(ended.errors)")
    }
    #expect(try Program.hoso("status", home: home.path).status == 0)
    let copy = try TemporaryHome()
    #expect(try Program.hoso("backup", copy.path + "/copy", home: home.path).status == 0)
    let doctor = try Program.hoso("doctor", home: home.path)
    #expect(doctor.status == 1)
    #expect(doctor.output.contains("\(catalogue):1:"))
    #expect(!doctor.output.contains("InstallationError"))
  }

  @Test("the stages tell what waits for them, what is paused, and how many may be at work at once")
  func stages() throws {
    let home = try TemporaryHome()
    let text = """
      { "pipeline": "x",
        "stages": [
          { "id": "check", "uses": "validate-file" },
          { "id": "read", "uses": "read-text", "limits": { "atOnce": 4 } }
        ] }
      """
    let plan = try home.write("plan.json", Data(text.utf8))
    #expect(try Program.hoso("pipeline", "apply", plan, home: home.path).status == 0)
    let file = try home.write("a.pdf", Data("%PDF-1.4 nothing of it".utf8))
    #expect(try Program.hoso("enqueue", file, home: home.path).status == 0)
    #expect(try Program.hoso("stages", "pause", "read", home: home.path).status == 0)
    let listed = try Program.hoso("stages", "list", "--json", home: home.path).output.split(separator: "\n")
    let lines = try listed.map { try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any] }
    #expect(lines.map { $0?["waiting"] as? Int } == [1, 0])
    #expect(lines.map { $0?["atWork"] as? Int } == [0, 0])
    #expect(lines.map { $0?["atOnce"] as? Int } == [nil, 4])
    #expect(lines.map { $0?["state"] as? String } == ["running", "paused"])
  }

  @Test("a file that is not there is named, and nothing is acknowledged")
  func missingFile() throws {
    let home = try TemporaryHome()
    let ended = try Program.hoso("enqueue", "/nowhere/a.jpg", home: home.path)
    #expect(ended.status != 0)
    #expect(ended.output.isEmpty)
    #expect(ended.errors.contains("/nowhere/a.jpg"))
  }

  @Test("a batch whose names are no UTF-8 is taken in whole, folders, files and descriptions, and known again")
  func batchInAnotherEncoding() throws {
    let home = try TemporaryHome()
    let batch = home.path + "/batch"
    let script = """
      folder="$1/$(printf 'h\\xe2 s\\xfe')" && mkdir -p "$folder" "$1/plain" || exit 9
      printf 'not a picture' > "$folder/$(printf 'gi\\xe2y.jpg')"
      printf '{"sender": {"name": "Trần Thị Mẫu"}}' > "$folder/dossier.json"
      printf 'nor this' > "$1/plain/a.jpg"
      printf 'dossier,file\nA,plain/a.jpg\nA,h\\\\xE2 s\\\\xFE/gi\\\\xE2y.jpg\n' > "$1.csv"
      """
    #expect(try Program.run("/bin/bash", ["-c", script, "bash", batch]).status == 0)
    let report = home.path + "/report.csv"
    let first = try Program.hoso("import", batch, "--enqueue-only", "--report", report, home: home.path)
    #expect(first.status == 0, "\(first.output)\(first.errors)")
    #expect(try String(contentsOfFile: report, encoding: .utf8).contains("\nh\\xE2 s\\xFE,taken in,"))
    let store = try StoreLocation.sqlite(path: home.path + "/store.sqlite").open()
    let dossiers = try store.dossiers(DossierFilter())
    let names = try dossiers.flatMap { try store.documents(of: $0.id).map(\.name) }
    #expect(names.sorted() == ["a.jpg", "gi\\xE2y.jpg"])
    #expect(dossiers.compactMap(\.sender) == ["Trần Thị Mẫu"])
    _ = try Program.hoso("import", batch, "--enqueue-only", "--report", report, home: home.path)
    #expect(try store.dossiers(DossierFilter()).count == 2)
    let tabled = try Program.hoso(
      "import", batch, "--manifest", batch + ".csv", "--enqueue-only", "--report", report, home: home.path)
    #expect(tabled.status == 0, "\(tabled.output)\(tabled.errors)")
    #expect(try store.dossiers(DossierFilter()).count == 3)
  }

  @Test("a file whose name is no UTF-8 is taken in under its name, escaped; so is one that is typed escaped")
  func nameInAnotherEncoding() throws {
    let home = try TemporaryHome()
    // TCVN and Windows-1258 write ấ as a byte that is no UTF-8 by itself.
    let script = """
      file="$1/$(printf 'gi\\xe2y t\\xfe 1.jpg')"
      printf 'not a picture' > "$file" && "$2" enqueue "$file" --home "$3" && "$2" inspect "$file"
      """
    let ended = try Program.run(
      "/bin/bash", ["-c", script, "bash", home.path, Program.folder + "/hoso", home.path])
    #expect(ended.output.contains("gi\\xE2y t\\xFE 1.jpg  rejected"), "\(ended.output)\(ended.errors)")
    let id = try #require(ended.output.split(separator: "\n").first.map(String.init))
    let status = try Program.hoso("status", id, home: home.path)
    #expect(status.output.contains("1. gi\\xE2y t\\xFE 1.jpg – waiting (13 bytes)"), "\(status.output)")
    let typed = try Program.hoso("enqueue", home.path + "/gi\\xE2y t\\xFE 1.jpg", home: home.path)
    #expect(typed.status == 0, "\(typed.errors)")
    let missing = try Program.hoso("enqueue", home.path + "/gi\\xE3y.jpg", home: home.path)
    #expect(missing.status != 0 && missing.errors.contains("gi\\xE3y.jpg"))
  }
}
