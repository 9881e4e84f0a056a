import Console
import Workflow

enum QuarantineListCommand: Command {
  static let description = CommandDescription(
    ["quarantine", "list"], summary: "documents that killed their stage host three times",
    discussion: """
      Each row says what they died of. `hoso quarantine show` has the whole evidence: every strike with its signal or
      limit, stage, page, peak memory and the host's last lines. Other documents and dossiers go on meanwhile.
      """,
    options: [
      OptionDescription("--limit", value: "N", summary: "how many at the most (default: 50)"),
      GlobalOptions.home, GlobalOptions.store, GlobalOptions.json,
    ], examples: ["hoso quarantine list"])

  static func run(_ arguments: Arguments) throws -> ExitStatus {
    let limit = try arguments.integer("--limit", in: 1...1_000_000) ?? 50
    let entries = try Opening.store(arguments).quarantined(limit: limit)
    if arguments.has("--json") {
      for entry in entries { try JSONLines.write(entry) }
      return .done
    }
    var table = Table("TASK", "DOSSIER", "DOCUMENT", "STAGE", "SINCE", "EVIDENCE")
    for entry in entries {
      table.add(
        entry.task.id.rawValue, entry.dossierCode ?? entry.task.dossier.rawValue,
        entry.document.map { "\($0.ordinal). \($0.name)" } ?? "–", entry.task.stage ?? "–", Moment.text(entry.since),
        QuarantinePage.summary(of: entry))
    }
    Output.line(table.isEmpty ? "Nothing is in quarantine." : table.text(for: .output))
    return .done
  }
}
