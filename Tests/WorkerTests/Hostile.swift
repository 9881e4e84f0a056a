import Dossiers
import Pipeline
import Worker

/// Runs one attack of the hostile host through the inspector.
enum Hostile {
  static func inspect(
    _ attacks: [String], settings: [String: JSONValue] = [:], limits: StageLimits = Hostile.limits, files: Int = 1,
    jobs: Int = 1
  ) throws -> [Inspector.Finding] {
    let folder = try TemporaryFolder()
    let stages = attacks.enumerated().map { index, attack in
      PlannedStage(
        id: "stage-\(index + 1)", uses: attack, scope: .document, sort: .contained, settings: settings, limits: limits)
    }
    let paths = try (1...files).map { try folder.write("file-\($0).pdf", Array("any bytes will do".utf8)) }
    let inspector = Inspector(
      plan: Plan(name: "hostile", stages: stages), jobs: jobs, scratch: folder.path,
      stageHostPath: Programs.hostileHost)
    var findings: [Inspector.Finding] = []
    try inspector.inspect(paths) {
      findings.append($0)
      return true
    }
    return findings
  }

  static let limits = StageLimits(timeMilliseconds: 10_000, memoryBytes: 256 << 20, cpuMilliseconds: 10_000)
}
