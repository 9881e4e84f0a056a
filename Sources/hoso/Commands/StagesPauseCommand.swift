import Console
import Reception
import Workflow

enum StagesPauseCommand: Command {
  static let description = CommandDescription(
    ["stages", "pause"], operands: "STAGE…", operandCount: 1...100, summary: "let tasks wait before a stage",
    discussion: "Tasks whose next stage it is wait; what runs now is finished. The pause holds for all workers.",
    options: [GlobalOptions.actor, GlobalOptions.home, GlobalOptions.store, GlobalOptions.files],
    examples: ["hoso stages pause text"])

  static func run(_ arguments: Arguments) throws -> ExitStatus {
    let installation = try Opening.installation(arguments)
    for stage in arguments.operands {
      try installation.requireStage(stage)
      try installation.store.pause(stage: stage, by: Actor.name(arguments))
      Output.line("\(stage): paused")
    }
    return .done
  }
}
