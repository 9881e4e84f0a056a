import Console
import Dossiers
import Pipeline
import Stages

enum PipelineShowCommand: Command {
  static let description = CommandDescription(
    ["pipeline", "show"], operands: "FILE", operandCount: 0...1,
    summary: "the stages of a plan with settings, conditions and limits",
    discussion: "Without FILE the home's active plan, or the built-in one where there is no home yet.",
    options: [
      OptionDescription("--stages", summary: "all stages that a pipeline can use, with their settings"),
      GlobalOptions.home, GlobalOptions.store, GlobalOptions.files, GlobalOptions.json,
    ])

  static func run(_ arguments: Arguments) throws -> ExitStatus {
    if arguments.has("--stages") {
      Output.line(catalogue)
      return .done
    }
    let plan = try arguments.operands.first.map { try PlanFile.plan(at: $0) } ?? Opening.activePlan(arguments)
    if arguments.has("--json") {
      Output.line(plan.canonicalJSON)
      return .done
    }
    let terminal = Terminal.output
    Output.line(terminal.styled(plan.name, .bold) + "  plan \(plan.id)")
    Output.line("fields under \(plan.reviewBelow) are flagged for review")
    var table = Table("#", "STAGE", "USES", "WORKS ON", "WITH", "WHEN", "LIMITS")
    for (index, stage) in plan.stages.enumerated() {
      let settings = stage.settings.sorted { $0.key < $1.key }.map { "\($0.key): \(InspectionPage.words($0.value))" }
      let limits = "\(stage.limits.timeMilliseconds / 1000) s, \(stage.limits.memoryBytes >> 20) MiB"
      table.add(
        "\(index + 1)", stage.id, stage.uses, stage.scope.rawValue, settings.joined(separator: "\n"),
        stage.when?.json.canonical ?? "", limits)
    }
    Output.line(table.text(for: terminal))
    return .done
  }

  private static var catalogue: String {
    StageCatalogue.builtIn.map { stage in
      let settings = stage.settings.map { ("  \($0.name)", $0.summary) }
      return (["\(stage.name) (\(stage.scope.rawValue)): \(stage.summary)"] + Help.columns(settings))
        .joined(separator: "\n")
    }.joined(separator: "\n\n")
  }
}
