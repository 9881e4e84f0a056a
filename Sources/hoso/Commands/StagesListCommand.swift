import Console
import Pipeline
import Reception
import Workflow

enum StagesListCommand: Command {
  static let description = CommandDescription(
    ["stages", "list"], summary: "the active plan's stages, and which are paused",
    options: [GlobalOptions.home, GlobalOptions.store, GlobalOptions.files, GlobalOptions.json])

  static func run(_ arguments: Arguments) throws -> ExitStatus {
    let installation = try Opening.installation(arguments)
    let paused = Set(try installation.store.pausedStages())
    let plan = try installation.activePlan()
    var table = Table("STAGE", "USES", "WORKS ON", "STATE")
    for stage in plan.stages {
      let state = paused.contains(stage.id) ? "paused" : "running"
      if arguments.has("--json") {
        try JSONLines.write(["stage": stage.id, "uses": stage.uses, "scope": stage.scope.rawValue, "state": state])
      } else {
        table.add(stage.id, stage.uses, stage.scope.rawValue, state)
      }
    }
    if !arguments.has("--json") { Output.line(table.text(for: .output)) }
    return .done
  }
}
