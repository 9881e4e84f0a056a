import Console
import Dossiers
import Pipeline
import Worker

enum PipelineTryCommand: Command {
  static let description = CommandDescription(
    ["pipeline", "try"], operands: "FILE…", operandCount: 1...1000,
    summary: "what each stage makes of a file, with times",
    options: [
      OptionDescription("--pipeline", value: "FILE", summary: "the pipeline to try (default: the active plan)"),
      GlobalOptions.home, GlobalOptions.store, GlobalOptions.files,
    ], examples: ["hoso pipeline try card.jpg --pipeline new.json"])

  static func run(_ arguments: Arguments) throws -> ExitStatus {
    let plan = try arguments.value("--pipeline").map { try PlanFile.plan(at: $0) } ?? Opening.activePlan(arguments)
    var status = ExitStatus.done
    let inspector = Inspector(plan: plan, jobs: 1, scratch: Scratch.folder)
    try inspector.inspect(arguments.operands) { finding in
      if finding.inspection.verdict != .accepted { status = .needsAttention }
      var table = Table("STAGE", "USES", "OUTCOME", "PAGES", "TIME", "CPU", "MEMORY", "FOUND")
      for step in finding.steps {
        let found =
          (step.result?.problems.map(\.code.rawValue) ?? []) + (step.result?.parts.map(InspectionPage.heading) ?? [])
        table.add(
          step.stage.id, step.stage.uses, step.failure ?? step.result?.outcome.rawValue ?? "skipped",
          step.pages.map(String.init).joined(separator: ","), "\(step.milliseconds) ms",
          "\(step.cpuMilliseconds) ms", "\(step.peakMemoryBytes >> 20) MiB", found.joined(separator: "\n"))
      }
      Output.line(table.text(for: .output))
      Output.line(InspectionPage.text(finding.inspection, terminal: .output))
      return true
    }
    return status
  }
}
