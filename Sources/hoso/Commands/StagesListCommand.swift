import Console
import Dossiers
import Pipeline
import Reception
import Workflow

enum StagesListCommand: Command {
  static let description = CommandDescription(
    ["stages", "list"], summary: "the active plan's stages: which are paused, what waits and works there",
    discussion: "WAITING and AT WORK count tasks over all workers; AT ONCE is how many may be at work at one time.",
    options: [GlobalOptions.home, GlobalOptions.store, GlobalOptions.files, GlobalOptions.json])

  static func run(_ arguments: Arguments) throws -> ExitStatus {
    let installation = try Opening.installation(arguments)
    let paused = Set(try installation.store.pausedStages())
    let plan = try installation.activePlan()
    let tally = try installation.store.queueTally().entries
    var table = Table("STAGE", "USES", "WORKS ON", "STATE", "WAITING", "AT WORK", "AT ONCE")
    for stage in plan.stages {
      func count(_ state: QueuedTask.State) -> Int {
        tally.filter { $0.stage == stage.id && $0.state == state }.reduce(0) { $0 + $1.count }
      }
      let (waiting, atWork, limit) = (count(.ready), count(.leased), stage.limits.atOnce)
      let state = paused.contains(stage.id) ? "paused" : "running"
      if arguments.has("--json") {
        let line: JSONValue = [
          "stage": .string(stage.id), "uses": .string(stage.uses), "scope": .string(stage.scope.rawValue),
          "state": .string(state), "waiting": .integer(Int64(waiting)), "atWork": .integer(Int64(atWork)),
          "atOnce": limit.map { JSONValue.integer(Int64($0)) } ?? .null,
        ]
        try JSONLines.write(line)
      } else {
        table.add(
          stage.id, stage.uses, stage.scope.rawValue, state, "\(waiting)", "\(atWork)", limit.map(String.init) ?? "any")
      }
    }
    if !arguments.has("--json") { Output.line(table.text(for: .output)) }
    return .done
  }
}
