import Dossiers
import Foundation
import Pipeline
import Testing
import Worker
import Workflow

/// Programs of the operator's, as `exec` stages run them.
@Suite("an exec stage", .serialized, .timeLimit(.minutes(3)))
struct ExecTests {
  /// Runs a shell script on one document; returns its task and the exec stage's runs.
  private func run(
    _ script: String, settings: [String: JSONValue] = [:],
    limits: StageLimits = StageLimits(timeMilliseconds: 20_000, memoryBytes: 512 << 20), home: TestHome,
    untilIdle: Bool = true, interpreter: String = "/bin/sh"
  ) throws -> (task: QueuedTask, runs: [StageRun]) {
    let program = home.folder.path + "/rule"
    try FileManager.default.createDirectory(atPath: program, withIntermediateDirectories: true)
    try Data("#!\(interpreter)\n\(script)\n".utf8).write(to: URL(fileURLWithPath: program + "/check"))
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: program + "/check")
    var settings = settings
    settings["program"] = .string(program + "/check")
    let stage = PlannedStage(
      id: "rule", uses: "exec", scope: .document, sort: .brokered, settings: settings, limits: limits)
    let plan = try home.apply([stage], dossierStages: [])
    let dossier = try home.enqueue(plan)
    let running = RunningWorker(home.worker(jobs: 1), untilIdle: untilIdle)
    if untilIdle {
      try eventually { try running.hasEnded || home.store.runs(of: dossier.id).contains { $0.outcome == "fault" } }
      if !running.hasEnded { try running.stop() }
    } else {
      try eventually { try !home.store.runs(of: dossier.id).isEmpty }
      try running.stop()
    }
    let task = try #require(try home.task(dossier))
    return (task, try home.store.runs(of: task.id))
  }

  @Test("reads the description and the file, and its answer is recorded")
  func answer() throws {
    let home = try TestHome()
    let (task, runs) = try run(
      """
      import json, sys
      request = json.load(sys.stdin)
      content = open(request["document"]["path"], "rb").read()
      again = open(3, "rb", closefd=False).read()
      print(json.dumps({"outcome": "review", "output": {"bytes": len(content), "same": again == content,
        "declared": request["document"]["byteCount"], "name": request["document"]["name"]},
        "problems": [{"code": "house.rule", "severity": "review", "message": {"vi": "a", "en": "b"},
                      "remedy": {"vi": "c", "en": "d"}}]}))
      """, home: home, interpreter: "/usr/bin/python3")
    let run = try #require(runs.first)
    #expect(run.outcome == "review", "\(run.detail ?? "")")
    #expect(run.output["bytes"] == run.output["declared"])
    #expect(run.output["same"] == true)
    #expect(run.output["name"] == "1.pdf")
    #expect(task.state == .done)
    #expect(try home.store.problems(of: task.dossier).map(\.problem.code.rawValue) == ["house.rule"])
  }

  @Test("can have the file itself on standard input, and an empty answer means done")
  func fileInput() throws {
    let home = try TestHome()
    let (task, runs) = try run("grep -q '^document 1 '", settings: ["input": "file"], home: home)
    #expect(runs.map(\.outcome) == ["done"], "\(runs.first?.detail ?? "")")
    #expect(task.state == .done)
  }

  @Test(
    "runs behind walls",
    arguments: [
      ("cat /etc/shadow", "Permission denied"),
      ("echo x > /tmp/hoso-exec-was-here", "Permission denied"),
      ("python3 -c 'import socket; socket.socket()'", "Operation not permitted"),
      ("python3 -c 'import os; os.setsid()'", "Operation not permitted"),
      ("head -c 2000000000 /dev/zero > $HOME/large", "File size limit exceeded"),
      ("python3 -c 'bytearray(4 << 30)'", "MemoryError"),
      ("ls /root", "Permission denied"),
    ])
  func walls(script: String, words: String) throws {
    let home = try TestHome()
    let (_, runs) = try run("\(script) || { echo failed; exit 9; }", home: home, untilIdle: false)
    let run = try #require(runs.first)
    #expect(run.outcome == "fault")
    #expect(run.detail?.contains(words) == true, "\(run.detail ?? "")")
    #expect(!FileManager.default.fileExists(atPath: "/tmp/hoso-exec-was-here"))
  }

  @Test("reaches the network only where its settings grant it")
  func network() throws {
    let home = try TestHome()
    let (_, runs) = try run("python3 -c 'import socket; socket.socket()'", settings: ["network": true], home: home)
    #expect(runs.map(\.outcome) == ["done"], "\(runs.first?.detail ?? "")")
  }

  @Test("writes in its scratch folder, which is gone afterwards")
  func scratch() throws {
    let home = try TestHome()
    let (_, runs) = try run(#"echo x > note && printf '{"output": "%s"}' "$HOME""#, home: home)
    let folder = try #require(runs.first?.output.string)
    #expect(folder.hasPrefix(home.home.scratch))
    #expect(!FileManager.default.fileExists(atPath: folder))
  }

  @Test("that runs too long is ended with all its children")
  func time() throws {
    let home = try TestHome()
    let (task, runs) = try run(
      "sleep 4343 & sleep 4343", limits: StageLimits(timeMilliseconds: 500), home: home)
    #expect(task.state == .quarantined)
    #expect(runs.map(\.outcome) == ["strike", "strike", "strike"])
    #expect(Children.commands(containing: "sleep\u{0}4343").isEmpty)
  }

  @Test("that asks to be tried again later is tried again, and is never taken for done")
  func later() throws {
    let home = try TestHome()
    let (task, runs) = try run("echo 'the scanner is away' >&2; exit 75", home: home, untilIdle: false)
    #expect(task.state == .ready)
    #expect(runs.first?.outcome == "retry")
    #expect(task.lastError?.contains("the scanner is away") == true)
  }

  @Test("whose answer is not JSON is a fault", arguments: ["echo hello", "echo '{\"outcome\": \"fine\"}'"])
  func nonsense(script: String) throws {
    let home = try TestHome()
    let (_, runs) = try run(script, home: home, untilIdle: false)
    #expect(runs.first?.outcome == "fault")
  }

  @Test("whose program is missing is a fault that names it")
  func missing() throws {
    let home = try TestHome()
    let stage = PlannedStage(
      id: "rule", uses: "exec", scope: .document, sort: .brokered, settings: ["program": "/nowhere/check"])
    let dossier = try home.enqueue(try home.apply([stage], dossierStages: []))
    let running = RunningWorker(home.worker(jobs: 1))
    try eventually { try !home.store.runs(of: dossier.id).isEmpty }
    try running.stop()
    #expect(try home.store.runs(of: dossier.id).first?.detail?.contains("cannot run /nowhere/check") == true)
  }
}

extension Children {
  /// Processes whose command line (arguments separated by NUL) contains a text.
  static func commands(containing text: String) -> [pid_t] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
    return names.compactMap { pid_t($0) }.filter { pid in
      guard let bytes = FileManager.default.contents(atPath: "/proc/\(pid)/cmdline") else { return false }
      return String(decoding: bytes, as: UTF8.self).contains(text)
    }
  }
}
