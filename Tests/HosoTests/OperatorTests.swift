import Foundation
import Testing

/// What operators type, and what they are told.
@Suite("Operators at the command line", .serialized)
struct OperatorTests {
  /// Nothing that reads pixels.
  private func home() throws -> TemporaryHome {
    let home = try TemporaryHome()
    _ = try home.write(
      "pipeline.json",
      Data(
        """
        {"pipeline":"short","stages":[
          {"id":"validate","uses":"validate-file"},
          {"id":"receipt","uses":"issue-receipt","with":{"agency":"H26.1"}},
          {"id":"bundle","uses":"bundle-dossier","with":{"pdfa":"off"}},{"id":"hand-off","uses":"hand-off"}]}
        """.utf8))
    return home
  }

  private func shell(_ line: String, home: String) throws -> Program.Ended {
    try Program.run(
      "/bin/sh", ["-c", line], environment: ["HOSO": Program.folder + "/hoso", "HOSO_HOME": home])
  }

  @Test("what a stranger wrote does not run in the terminal")
  func escapes() throws {
    let home = try home()
    let file = try home.write("in/a.pdf", SmallPDF.bytes(lines: ["mot"]))
    let sender = "A \u{1B}[31mRED \u{1B}]0;pwned\u{7}\u{9B}2J\u{202E}"
    #expect(try Program.hoso("enqueue", file, "--sender", sender, home: home.path).status == 0)
    for arguments in [["status", "--table"], ["status", "--json"], ["tasks", "list"]] {
      let ended = try Program.run(Program.folder + "/hoso", arguments + ["--home", home.path])
      let odd = ended.output.unicodeScalars.filter { $0.properties.generalCategory == .control && $0 != "\n" }
      #expect(odd.isEmpty && !ended.output.unicodeScalars.contains("\u{202E}"), "\(arguments)")
    }
    #expect(try Program.hoso("status", "--table", home: home.path).output.contains("A [31mRED"))
  }

  @Test(
    "what is asked for in vain is the asker's mistake, not ours",
    arguments: [
      ["stages", "pause", "receit"], ["tasks", "retry", "nonexist"], ["tasks", "cancel", "nonexist"],
      ["enqueue", "/etc"], ["enqueue", "/nowhere/a.pdf"], ["store", "check", "--store", "/nowhere/store.sqlite"],
      ["review", "accept", "H26.1-000000-0000"],
    ])
  func mistakes(words: [String]) throws {
    let home = try home()
    let ended = try Program.run(Program.folder + "/hoso", words + ["--home", home.path])
    #expect(ended.status == 2, "\(ended.errors)")
    #expect(ended.errors.hasPrefix("error: "))
  }

  @Test(
    "a field takes only what it can hold, and says what that is",
    arguments: [
      ("nonsense", "x", "there is no field"), ("ful_name", "x", "did you mean full_name?"),
      ("full_name", "", "cannot be empty"), ("full_name", "  ", "cannot be empty"), ("full_name", "A1", "letters"),
      ("full_name", "A\u{1B}[31m", "control characters"), ("date_of_birth", "2026-13-45", "a day of the calendar"),
      ("date", "2026-02-30", "a day of the calendar"), ("sex", "xyz", "Nam or Nữ"), ("id_number", "12345", "12 digits"),
      ("total", "12.5", "an amount"), ("total", "1e5", "an amount"), ("currency", "dong", "three letters"),
      ("issuer_tax_code", "12", "10 digits"), ("items", "x", "cannot be set by hand"),
    ])
  func fields(name: String, value: String, words: String) throws {
    let home = try home()
    let ended = try Program.hoso("review", "set", "H26.1-000000-0000", "1", name, value, home: home.path)
    #expect(ended.status == 2)
    #expect(ended.errors.contains(words), "\(ended.errors)")
  }

  @Test(
    "what a field can hold gets as far as the dossier",
    arguments: [
      ("full_name", "NGUYỄN THỊ MẪU"), ("date_of_birth", "1990-01-31"), ("sex", "nữ"), ("id_number", "001190000017"),
      ("total", "1.350.000"), ("issuer_tax_code", "0123456789-001"), ("payer", "Công ty TNHH Số 1"),
    ])
  func goodFields(name: String, value: String) throws {
    let home = try home()
    #expect(try Program.hoso("keys", "create", "--scope", "read", home: home.path).status == 0)
    let ended = try Program.hoso("review", "set", "H26.1-000000-0000", "1", name, value, home: home.path)
    #expect(ended.errors.contains("no dossier has the code"), "\(ended.errors)")
  }

  @Test("a full disk at the other end of > is no success, and a key that got lost there is revoked")
  func fullOutput() throws {
    let home = try home()
    let schema = try shell("\"$HOSO\" pipeline schema > /dev/full", home: home.path)
    #expect(schema.status == 3)
    #expect(schema.errors.contains("No space left"), "\(schema.errors)")
    #expect(try shell("\"$HOSO\" --help > /dev/full", home: home.path).status == 3)
    let key = try shell("\"$HOSO\" keys create --scope read --label quay > /dev/full", home: home.path)
    #expect(key.status == 3)
    #expect(key.errors.contains("revoked"), "\(key.errors)")
    #expect(try Program.hoso("keys", "list", "--json", home: home.path).output.contains("\"revokedAt\":"))
    // A reader that has seen enough is no failure.
    let head = try shell("{ \"$HOSO\" pipeline schema; echo $? >&2; } | head -1 > /dev/null", home: home.path)
    #expect(head.errors == "0\n", "\(head.errors)")
  }

  @Test("the queue shows what is still to come, and all of it on request; a worker that is done says so")
  func tasks() throws {
    let home = try home()
    let file = try home.write("in/a.pdf", SmallPDF.bytes(lines: ["mot"]))
    #expect(try Program.hoso("enqueue", file, home: home.path).status == 0)
    #expect(try Program.hoso("tasks", "list", home: home.path).output.contains("ready"))
    #expect(try Program.hoso("work", "--until-idle", "--jobs", "1", home: home.path).status == 0)
    #expect(try Program.hoso("tasks", "list", home: home.path).output.hasPrefix("No such task."))
    for option in [["--all"], ["--state", "done"]] {
      let ended = try Program.run(Program.folder + "/hoso", ["tasks", "list", "--home", home.path] + option)
      #expect(ended.output.split(separator: "\n").count == 3, "\(ended.output)")
    }
  }

  @Test("bags are all looked at, whatever is wrong with one")
  func bags() throws {
    let home = try home()
    let file = try home.write("in/a.pdf", SmallPDF.bytes(lines: ["mot"]))
    #expect(try Program.hoso("enqueue", file, home: home.path).status == 0)
    #expect(try Program.hoso("work", "--until-idle", "--jobs", "1", home: home.path).status == 0)
    let year = try #require(try FileManager.default.contentsOfDirectory(atPath: home.path + "/packages").first)
    let name = try #require(try FileManager.default.contentsOfDirectory(atPath: home.path + "/packages/\(year)").first)
    let good = home.path + "/packages/\(year)/\(name)"
    let broken = try home.write("bad.tar", Data(repeating: 7, count: 700))
    let cut = try home.write("cut.zip", Data([0x50, 0x4B, 3, 4, 0, 0]))
    let two = try Program.hoso("bag", "verify", broken, cut, good)
    #expect(two.status == 1, "\(two.errors)")
    #expect(two.output.contains("\(broken): not valid") && two.output.contains("\(cut): not valid"))
    #expect(two.output.contains("\(good): valid"), "\(two.output)")
    let gone = try Program.hoso("bag", "verify", home.path + "/gone", good)
    #expect(gone.status == 2 && gone.output.contains("\(good): valid"))
    let lines = try Program.hoso("bag", "verify", "--json", broken, good).output.split(separator: "\n")
    #expect(lines.count == 2 && lines[0].contains("\"valid\":false") && lines[1].contains("\"valid\":true"))
  }

  @Test("a manifest of which every row is bad ends with a report all the same")
  func badManifest() throws {
    let home = try home()
    let csv = try home.write("m/list.csv", Data("dossier,file\nA,gone.pdf\n,b.pdf\n".utf8))
    let report = home.path + "/report.csv"
    let ended = try Program.hoso(
      "import", home.path + "/m", "--manifest", csv, "--report", report, home: home.path + "/home")
    #expect(ended.status == 1, "\(ended.errors)")
    let rows = try String(contentsOfFile: report, encoding: .utf8).split(whereSeparator: \.isNewline)
    #expect(rows.count == 3 && rows[1].contains("line 2") && rows[2].contains("line 3"), "\(rows)")
  }

  @Test("a terminal that closes ends the worker as SIGTERM does, but not under nohup", arguments: [false, true])
  func hangup(ignored: Bool) throws {
    let home = try home()
    let log = home.path + "/log"
    let program = Program.folder + "/hoso"
    let line = "\(ignored ? "trap '' HUP; " : "")exec '\(program)' work --home '\(home.path)' --jobs 1 2> '\(log)'"
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", line]
    try process.run()
    let end = Date(timeIntervalSinceNow: 60)
    while Date() < end, !((try? String(contentsOfFile: log, encoding: .utf8)) ?? "").contains("worker.started") {
      Thread.sleep(forTimeInterval: 0.05)
    }
    kill(process.processIdentifier, SIGHUP)
    if ignored {
      Thread.sleep(forTimeInterval: 0.5)
      #expect(process.isRunning)
      kill(process.processIdentifier, SIGTERM)
    }
    process.waitUntilExit()
    #expect(process.terminationReason == .exit && process.terminationStatus == 0)
    let left = try FileManager.default.contentsOfDirectory(atPath: home.path + "/scratch")
    #expect(left.isEmpty, "\(left)")
  }
}
