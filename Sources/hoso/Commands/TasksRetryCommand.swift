import Console
import Reception
import Workflow

enum TasksRetryCommand: Command {
  static let description = CommandDescription(
    ["tasks", "retry"], operands: "TASK…", operandCount: 1...1000,
    summary: "run failed, quarantined or scheduled tasks now, their counters at zero",
    options: [GlobalOptions.actor, GlobalOptions.home, GlobalOptions.store, GlobalOptions.files],
    examples: ["hoso tasks retry 01jd8…"])

  static func run(_ arguments: Arguments) throws -> ExitStatus {
    let installation = try Opening.installation(arguments)
    for operand in arguments.operands {
      try installation.store.retry(TaskID(rawValue: operand), by: Actor.name(arguments))
      Output.line("\(operand): ready")
    }
    installation.ringBell()
    return .done
  }
}
