import Console
import Workflow

enum TasksCancelCommand: Command {
  static let description = CommandDescription(
    ["tasks", "cancel"], operands: "TASK…", operandCount: 1...1000, summary: "take tasks out of the queue for good",
    discussion: """
      A worker that is on the task stops it within seconds and changes nothing more. The document of the task is left \
      out of its dossier, unless the dossier was accepted with it or handed off: then only the task ends.
      """,
    options: [GlobalOptions.actor, GlobalOptions.home, GlobalOptions.store, GlobalOptions.files],
    examples: ["hoso tasks cancel 01jd8…"])

  static func run(_ arguments: Arguments) throws -> ExitStatus {
    let store = try Opening.store(arguments)
    for operand in arguments.operands {
      try store.cancel(TaskID(rawValue: operand), by: Actor.name(arguments))
      Output.line("\(operand): cancelled")
    }
    return .done
  }
}
