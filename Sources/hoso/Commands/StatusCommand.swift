import Console
import Dossiers
import Reception
import Workflow

enum StatusCommand: Command {
  static let description = CommandDescription(
    ["status"], operands: "[DOSSIER]", operandCount: 0...1, summary: "where a dossier stands, or all of them",
    discussion: """
      DOSSIER is a dossier code, a dossier id or a submission id. Without it: counts by state, and with --table or
      --json the newest dossiers.
      """,
    options: [
      OptionDescription("--table", summary: "a row a dossier: code, sender, documents, what was read, where it lies"),
      OptionDescription("--limit", value: "N", summary: "how many at the most (default: 100)"),
      GlobalOptions.home, GlobalOptions.store, GlobalOptions.files, GlobalOptions.json,
    ], examples: ["hoso status", "hoso status H26.1-261122-0001", "hoso status --table"])

  static func run(_ arguments: Arguments) throws -> ExitStatus {
    let installation = try Opening.installation(arguments)
    let store = installation.store
    if let operand = arguments.operands.first {
      let dossier = try Opening.dossier(operand, in: store)
      if arguments.has("--json") {
        try JSONLines.write(DossierSummary(dossier, in: store))
      } else {
        Output.line(try DossierPage.text(of: dossier, in: store, terminal: .output))
      }
      return .done
    }
    let limit = try arguments.integer("--limit", in: 1...1_000_000) ?? 100
    if arguments.has("--json") {
      for dossier in try store.dossiers(DossierFilter(limit: limit)) {
        try JSONLines.write(DossierSummary(dossier, in: store))
      }
    } else if arguments.has("--table") {
      Output.line(try DossierTable.text(limit: limit, installation: installation, terminal: .output))
    } else {
      Output.line(try tally(store))
    }
    return .done
  }

  private static func tally(_ store: any WorkflowStore) throws -> String {
    let tally = try store.tally()
    let dossiers = Dossier.State.allCases.compactMap { state in
      tally.dossiers[state.rawValue].map { (state.rawValue, "\($0)") }
    }
    let tasks = QueuedTask.State.allCases.compactMap { state in
      tally.tasks[state.rawValue].map { (state.rawValue, "\($0)") }
    }
    var lines = ["Dossiers"] + (dossiers.isEmpty ? ["  none yet: hoso enqueue FILE…"] : Help.columns(dossiers))
    if !tasks.isEmpty { lines += ["Tasks"] + Help.columns(tasks) }
    if tally.outboxPending > 0 { lines.append("Messages waiting in the outbox: \(tally.outboxPending)") }
    return lines.joined(separator: "\n")
  }
}
