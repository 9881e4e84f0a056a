import Console
import Workflow

enum WorkersCommand: Command {
  static let description = CommandDescription(
    ["workers"], summary: "the workers that run, on all machines that share the store",
    discussion: """
      Each start of a worker has an id of its own. PLAN is the plan that was active when the worker last showed itself;
      dossiers under way finish on the one that they began with.
      """,
    options: [GlobalOptions.home, GlobalOptions.store, GlobalOptions.files, GlobalOptions.json])

  static func run(_ arguments: Arguments) throws -> ExitStatus {
    let workers = try Opening.store(arguments).workers()
    if arguments.has("--json") {
      for worker in workers { try JSONLines.write(worker) }
      return .done
    }
    var table = Table("WORKER", "HOST", "PROCESS", "VERSION", "PLAN", "STARTED", "SEEN")
    for worker in workers {
      table.add(
        worker.id.rawValue, worker.host, "\(worker.processID)", worker.version,
        worker.plan.map { String($0.rawValue.prefix(12)) } ?? "", Moment.text(worker.startedAt),
        Moment.text(worker.seenAt))
    }
    Output.line(table.isEmpty ? "No worker runs." : table.text(for: .output))
    return .done
  }
}
