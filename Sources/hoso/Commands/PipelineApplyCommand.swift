import Console
import Pipeline
import Reception
import Workflow

enum PipelineApplyCommand: Command {
  static let description = CommandDescription(
    ["pipeline", "apply"], operands: "FILE", operandCount: 1...1, summary: "make a plan the active one",
    discussion: """
      New dossiers begin with it; those under way finish on the plan that they began with, unless
      `hoso tasks retry --plan active` moves what failed on it. Running workers take it up without a restart. In an
      embedded installation the file is also laid into the home, as its pipeline.json, and a plan that names what this
      machine lacks, such as a language that is not installed, is refused; where workers on other machines share the
      store, that is only said, as they may have it.
      """,
    options: [GlobalOptions.actor, GlobalOptions.home, GlobalOptions.store, GlobalOptions.files],
    examples: ["hoso pipeline apply pipeline.json"])

  static func run(_ arguments: Arguments) throws -> ExitStatus {
    let path = arguments.operands[0]
    let plan = try PlanFile.plan(at: path)
    let isShared = try Opening.location(arguments)?.isShared == true
    if !isShared { try PlanFile.requireRunnable(plan, from: path) }
    let installation = try Opening.installation(arguments, .onFirstUse)
    let isNew = try installation.apply(plan, source: PlanFile.bytes(of: path), by: Actor.name(arguments))
    installation.ringBell()
    Output.line("plan \(plan.id.prefix(12)) " + (isNew ? "is active now" : "was active already"))
    if isShared { PlanFile.tellWhatWorkersNeed(plan, workers: try installation.store.workers()) }
    return .done
  }
}
