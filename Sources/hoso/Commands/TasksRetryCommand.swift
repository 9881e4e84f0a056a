import Console
import Reception
import Workflow

enum TasksRetryCommand: Command {
  static let description = CommandDescription(
    ["tasks", "retry"], operands: "TASK…", operandCount: 1...1000,
    summary: "run failed, quarantined or scheduled tasks now, their counters at zero",
    discussion: """
      A task goes on with the plan that its dossier began with. Where that plan was the mistake, --plan active moves a
      failed or quarantined task to the one that is active now: it goes on at the first stage that differs, and its
      dossier's supplements and dossier stages follow. Who did that, and when, is an event.
      """,
    options: [
      OptionDescription("--plan", value: "active", summary: "go on with the plan that is active now"),
      GlobalOptions.actor, GlobalOptions.home, GlobalOptions.store, GlobalOptions.files,
    ],
    examples: ["hoso tasks retry 01jd8…", "hoso tasks retry --plan active 01jd8…"])

  static func run(_ arguments: Arguments) throws -> ExitStatus {
    let plan = arguments.value("--plan")
    guard plan == nil || plan == "active" else {
      throw UsageError("--plan is “active”: make the plan the active one first (hoso pipeline apply)")
    }
    let installation = try Opening.installation(arguments)
    for operand in arguments.operands {
      let task = TaskID(rawValue: operand)
      do {
        if plan == nil {
          try installation.store.retry(task, by: Actor.name(arguments))
        } else {
          try installation.retryOnActivePlan(task, by: Actor.name(arguments))
        }
      } catch let error as StoreError where error.code == .notFound || error.code == .conflict {
        throw ConfigurationError("\(operand): \(error.message)")
      }
      Output.line("\(operand): ready")
    }
    installation.ringBell()
    return .done
  }
}
