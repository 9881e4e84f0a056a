import Foundation
import Testing

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
