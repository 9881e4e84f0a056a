import Console
import Dossiers
import Workflow

enum ReviewListCommand: Command {
  static let description = CommandDescription(
    ["review", "list"], summary: "dossiers that wait for a person",
    discussion: "Each row says what is open. `hoso review show` has the whole of one dossier.",
    options: [
      OptionDescription("--limit", value: "N", summary: "how many at the most (default: 50)"),
      GlobalOptions.home, GlobalOptions.store, GlobalOptions.files, GlobalOptions.json,
    ], examples: ["hoso review list"])

  static func run(_ arguments: Arguments) throws -> ExitStatus {
    let store = try Opening.store(arguments)
    let limit = try arguments.integer("--limit", in: 1...100_000) ?? 50
    let dossiers = try store.dossiersInReview(limit: limit)
    if arguments.has("--json") {
      for dossier in dossiers { try JSONLines.write(DossierSummary(dossier, in: store)) }
      return .done
    }
    guard !dossiers.isEmpty else {
      Output.line("Nothing waits for a person.")
      return .done
    }
    var table = Table("DOSSIER", "RECEIVED", "OPEN")
    for dossier in dossiers {
      let open = try store.problems(of: dossier.id).filter { $0.settledAt == nil && $0.problem.severity != .warning }
      let lines = open.map { Shown.line("\($0.problem.code): \($0.problem.message.en)") }
      table.add(dossier.reference, Moment.text(dossier.receivedAt), lines.joined(separator: "\n"))
    }
    Output.line(table.text(for: .output))
    return .done
  }
}
