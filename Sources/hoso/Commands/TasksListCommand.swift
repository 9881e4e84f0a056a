import Console
import Dossiers
import Workflow

enum TasksListCommand: Command {
  static let description = CommandDescription(
    ["tasks", "list"], summary: "the queue: what runs, waits, failed",
    discussion: "Oldest first; what is done or cancelled only where --state asks for it, or with --all.",
    options: [
      OptionDescription(
        "--state", value: "STATE",
        summary: "only these, may be repeated: \(QueuedTask.State.allCases.map(\.rawValue).joined(separator: ", "))"),
      OptionDescription("--all", summary: "also what is done or cancelled"),
      OptionDescription("--limit", value: "N", summary: "how many at the most (default: 50)"),
      GlobalOptions.home, GlobalOptions.store, GlobalOptions.files, GlobalOptions.json,
    ], examples: ["hoso tasks list --state failed --state quarantined"])

  static func run(_ arguments: Arguments) throws -> ExitStatus {
    let store = try Opening.store(arguments)
    var states: Set<QueuedTask.State> = []
    for word in arguments.allValues("--state") {
      guard let state = QueuedTask.State(rawValue: word) else {
        let nearest = Spelling.nearest(to: word, among: QueuedTask.State.allCases.map(\.rawValue))
        throw UsageError("there is no state “\(word)”" + (nearest.map { "; did you mean \($0)?" } ?? ""))
      }
      states.insert(state)
    }
    if arguments.has("--all") { states = Set(QueuedTask.State.allCases) }
    let limit = try arguments.integer("--limit", in: 1...1_000_000) ?? 50
    let tasks = try store.tasks(states: states.isEmpty ? QueuedTask.State.unfinished : states, limit: limit)
    if tasks.count == limit { Output.note("The first \(limit); --limit N for more.") }
    if arguments.has("--json") {
      for task in tasks { try JSONLines.write(task) }
      return .done
    }
    var table = Table("TASK", "KIND", "STATE", "STAGE", "TRIES", "STRIKES", "CRASHES", "LAST ERROR")
    for task in tasks {
      table.add(
        task.id.rawValue, task.kind.rawValue, task.state.rawValue, task.stage ?? "–", "\(task.attempts)",
        "\(task.strikes)", "\(task.crashes)", Shown.line(task.lastError ?? ""))
    }
    Output.line(table.isEmpty ? "No such task." : table.text(for: .output))
    return .done
  }
}
