import Console
import Workflow

enum QuarantineShowCommand: Command {
  static let description = CommandDescription(
    ["quarantine", "show"], operands: "TASK", operandCount: 1...1, summary: "the evidence against one document",
    discussion: """
      TASK is the id that `hoso quarantine list` shows; the document's id, or the code or id of a dossier with only
      one document in quarantine, does too.
      """,
    options: [GlobalOptions.home, GlobalOptions.store, GlobalOptions.json],
    examples: ["hoso quarantine show 01jd8…"])

  static func run(_ arguments: Arguments) throws -> ExitStatus {
    let entry = try QuarantinedTask.named(arguments.operands[0], in: Opening.store(arguments))
    if arguments.has("--json") {
      try JSONLines.write(entry)
    } else {
      Output.line(QuarantinePage.text(of: entry, terminal: .output))
    }
    return .done
  }
}
