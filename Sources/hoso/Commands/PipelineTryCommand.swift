import Console
import Dossiers
import Worker

enum PipelineTryCommand: Command {
  static let description = CommandDescription(
    ["pipeline", "try"], operands: "FILE…", operandCount: 1...1000,
    summary: "what each stage makes of a file, with times",
    options: [
      OptionDescription("--pipeline", value: "FILE", summary: "the pipeline to try (default: the active plan)"),
      GlobalOptions.home,
    ], examples: ["hoso pipeline try card.jpg --pipeline new.json"])

  static func run(_ arguments: Arguments) throws -> ExitStatus {
    let plan = try arguments.value("--pipeline").map { try PlanFile.plan(at: $0) } ?? Opening.activePlan(arguments)
    var status = ExitStatus.done
    try Inspector(plan: plan, jobs: 1).run(files: arguments.operands) { inspected in
      if inspected.inspection.verdict != .accepted { status = .needsAttention }
      var table = Table("STAGE", "USES", "OUTCOME", "PAGES", "TIME", "CPU", "FOUND")
      for stage in inspected.stages {
        let found = stage.problems.map(\.code.rawValue) + stage.parts.map(InspectionPage.heading)
        table.add(
          stage.id, stage.uses, stage.outcome, stage.pages, "\(stage.milliseconds) ms",
          stage.cpuMilliseconds.map { "\($0) ms" } ?? "–", found.joined(separator: "\n"))
      }
      Output.line(table.text(for: .output))
      Output.line(InspectionPage.text(inspected.inspection, terminal: .output))
    }
    return status
  }
}
