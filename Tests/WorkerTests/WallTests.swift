import Dossiers
import Foundation
import Pipeline
import Stages
import Testing
import Worker

/// A host that has been taken over, against each wall. It runs the same confinement as the real one.
@Suite("a stage host's walls", .timeLimit(.minutes(3)))
struct WallTests {
  @Test("every wall stands here, or is named as missing")
  func layers() throws {
    let folder = try TemporaryFolder()
    let layers = try HostCheck.layers(stageHostPath: Programs.hostileHost, scratch: folder.path)
    #expect(layers.map(\.name) == HostLayer.Name.allCases)
    for layer in layers { print("\(layer.name.rawValue): \(layer.isActive) (\(layer.detail))") }
    let missing = layers.filter { !$0.isActive }.map(\.name)
    #expect(missing.isEmpty || missing == [.landlock], "only Landlock depends on the kernel")
  }

  @Test(
    "what only an attacker does ends the host, and is recorded as the system call that it was",
    arguments: [
      ("open-socket", 41), ("open-unix-socket", 41), ("fork", 56), ("exec", 59), ("kill-parent", 62),
      ("kill-itself", 62),
    ])
  func forbidden(attack: String, call: Int) throws {
    let finding = try #require(try Hostile.inspect([attack]).first)
    #expect(finding.hostDied)
    #expect(finding.inspection.problems.map(\.code.rawValue) == ["host.died"])
    #expect(finding.inspection.verdict == .review)
    #expect(finding.steps.last?.failure?.contains("forbidden system call (\(call))") == true, "\(finding.steps)")
  }

  @Test(
    "what lies outside its folders cannot be read or written",
    .enabled(if: Self.hasLandlock, "this kernel has no Landlock"),
    arguments: ["read-passwd", "write-outside"])
  func files(attack: String) throws {
    let finding = try #require(try Hostile.inspect([attack]).first)
    #expect(finding.steps.last?.result?.output == .null)
    #expect(finding.inspection.problems.isEmpty)
    #expect(finding.steps.last?.output == .string("refused: Permission denied"))
    #expect(!FileManager.default.fileExists(atPath: "/tmp/hoso-hostile-was-here"))
  }

  @Test("it writes in its scratch folder, which is empty for the next document")
  func scratch() throws {
    let findings = try Hostile.inspect(["write-inside"], files: 2)
    // The same host, the same name, O_EXCL: the second would fail had the first one's file stayed.
    #expect(findings.map { $0.steps.last?.output } == [.string("succeeded"), .string("succeeded")])
  }

  @Test("it cannot lift its own limits")
  func limits() throws {
    let finding = try #require(try Hostile.inspect(["lift-limit"]).first)
    #expect(finding.steps.last?.output == .string("refused: Operation not permitted"))
  }

  @Test("eight gibibytes of private memory are refused")
  func allocation() throws {
    let finding = try #require(try Hostile.inspect(["allocate"]).first)
    #expect(finding.steps.last?.output == .string("refused: Cannot allocate memory"))
  }

  @Test(
    "a limit that is exceeded ends the host and is recorded as that limit",
    arguments: [
      ("hoard-shared", "limits.memory", "beyond its memory"), ("spin", "limits.time", "beyond its time"),
      ("sleep", "limits.time", "beyond its time"), ("chatter", "limits.time", "beyond its time"),
      ("write-large", "limits.memory", "too large a file"),
    ])
  func exceeded(attack: String, code: String, words: String) throws {
    let limits = StageLimits(timeMilliseconds: 2_000, memoryBytes: 256 << 20, cpuMilliseconds: 60_000)
    let finding = try #require(try Hostile.inspect([attack], limits: limits).first)
    #expect(finding.hostDied)
    #expect(finding.inspection.problems.map(\.code.rawValue) == [code])
    #expect(finding.steps.last?.failure?.contains(words) == true, "\(finding.steps.map(\.failure))")
    #expect(finding.milliseconds < 8_000)
  }

  @Test("a stage that finds its pages itself gets time for each, and no more than the plan has pages")
  func timePerPage() throws {
    let limits = StageLimits(timeMilliseconds: 1_000, timePerPageMilliseconds: 500, memoryBytes: 256 << 20)
    let through = try #require(
      try Hostile.inspect(["pages"], settings: ["pages": 12, "milliseconds": 250], limits: limits).first)
    #expect(through.inspection.problems.isEmpty, "\(through.steps.map(\.failure))")
    let stuck = try #require(
      try Hostile.inspect(["pages"], settings: ["pages": 12, "milliseconds": 2_500], limits: limits).first)
    #expect(stuck.inspection.problems.map(\.code.rawValue) == ["limits.time"])
    let endless = try #require(try Hostile.inspect(["chatter"], settings: ["maxPages": 4], limits: limits).first)
    #expect(endless.inspection.problems.map(\.code.rawValue) == ["limits.time"])
    #expect(endless.milliseconds < 6_000)
  }

  @Test("processor time has a limit of its own")
  func processorTime() throws {
    let limits = StageLimits(timeMilliseconds: 60_000, memoryBytes: 256 << 20, cpuMilliseconds: 1_000)
    let finding = try #require(try Hostile.inspect(["spin"], limits: limits).first)
    #expect(finding.inspection.problems.map(\.code.rawValue) == ["limits.time"])
    #expect(finding.steps.last?.failure?.contains("beyond its processor time") == true)
  }

  static let hasLandlock: Bool = {
    guard let folder = try? TemporaryFolder(),
      let layers = try? HostCheck.layers(stageHostPath: Programs.hostileHost, scratch: folder.path)
    else { return false }
    return layers.contains { $0.name == .landlock && $0.isActive }
  }()
}
