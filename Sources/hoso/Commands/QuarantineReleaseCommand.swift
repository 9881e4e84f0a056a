import Console
import Reception
import Workflow

enum QuarantineReleaseCommand: Command {
  static let description = CommandDescription(
    ["quarantine", "release"], operands: "TASK…", operandCount: 1...1000,
    summary: "try documents again, their strikes cleared",
    discussion: """
      For when the cause is mended: a library updated, a limit of the plan raised. The document goes on at the stage
      that it died in, on the plan that its dossier began with; three more strikes set it aside again.
      """,
    options: [GlobalOptions.actor, GlobalOptions.home, GlobalOptions.store, GlobalOptions.files],
    examples: ["hoso quarantine release 01jd8…"])

  static func run(_ arguments: Arguments) throws -> ExitStatus {
    let installation = try Opening.installation(arguments)
    for operand in arguments.operands {
      let entry = try QuarantinedTask.named(operand, in: installation.store)
      try installation.store.release(quarantined: entry.task.id, by: Actor.name(arguments))
      Output.line("\(entry.task.id): ready at stage \(entry.task.stage ?? "–")")
    }
    installation.ringBell()
    return .done
  }
}
