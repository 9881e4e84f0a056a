import Console
import Pipeline

enum PipelineDiffCommand: Command {
  static let description = CommandDescription(
    ["pipeline", "diff"], operands: "OLD [NEW]", operandCount: 1...2, summary: "what one plan does otherwise",
    discussion: "With one file, what it would change of the home's active plan. Exit code 1 when they differ.",
    options: [GlobalOptions.home, GlobalOptions.store, GlobalOptions.files],
    examples: ["hoso pipeline diff new.json", "hoso pipeline diff old.json new.json"])

  static func run(_ arguments: Arguments) throws -> ExitStatus {
    let files = arguments.operands
    let old = try files.count == 2 ? PlanFile.plan(at: files[0]) : Opening.activePlan(arguments)
    let difference = PlanDiff(from: old, to: try PlanFile.plan(at: files.last))
    guard !difference.isEmpty else {
      Output.line("the same plan")
      return .done
    }
    for change in difference.changes { Output.line("\(change)") }
    return .needsAttention
  }
}
