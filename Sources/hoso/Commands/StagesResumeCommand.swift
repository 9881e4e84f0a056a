import Console
import Reception
import Workflow

enum StagesResumeCommand: Command {
  static let description = CommandDescription(
    ["stages", "resume"], operands: "STAGE…", operandCount: 1...100, summary: "let tasks into a paused stage again",
    discussion: "",
    options: [GlobalOptions.actor, GlobalOptions.home, GlobalOptions.store, GlobalOptions.files],
    examples: ["hoso stages resume text"])

  static func run(_ arguments: Arguments) throws -> ExitStatus {
    let installation = try Opening.installation(arguments)
    for stage in arguments.operands {
      try installation.requireStage(stage)
      try installation.store.resume(stage: stage, by: Actor.name(arguments))
      Output.line("\(stage): running")
    }
    installation.ringBell()
    return .done
  }
}
