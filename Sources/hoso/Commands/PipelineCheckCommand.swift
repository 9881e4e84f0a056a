import Console
import Pipeline

enum PipelineCheckCommand: Command {
  static let description = CommandDescription(
    ["pipeline", "check"], operands: "FILE", operandCount: 0...1,
    summary: "every mistake of a pipeline at once, with line and column",
    discussion: """
      Without FILE the pipeline.json of this folder. Asks a stage host, too, whether this machine has what the stages
      name, such as language data. Exit code 2 when there is a mistake.
      """,
    examples: ["hoso pipeline check pipeline.json"])

  static func run(_ arguments: Arguments) throws -> ExitStatus {
    let path = arguments.operands.first ?? "pipeline.json"
    let plan = try PlanFile.plan(at: path)
    try PlanFile.requireRunnable(plan, from: path)
    Output.line("\(path): right; \(plan.stages.count) stages; plan \(plan.id.prefix(12))")
    return .done
  }
}
