import Console
import Dossiers
import Workflow

enum ReviewShowCommand: Command {
  static let description = CommandDescription(
    ["review", "show"], operands: "DOSSIER", operandCount: 1...1,
    summary: "one dossier with its documents, fields and open problems",
    discussion: """
      DOSSIER is a dossier code, a dossier id or a submission id. Fields under the plan's threshold are marked
      with “?”, those that a check vouches for with “✓”, those that a person set with “✎”.
      """,
    options: [GlobalOptions.home, GlobalOptions.store, GlobalOptions.files, GlobalOptions.json],
    examples: ["hoso review show H26.1-261122-0001"])

  static func run(_ arguments: Arguments) throws -> ExitStatus {
    let store = try Opening.store(arguments)
    let dossier = try Opening.dossier(arguments.operands[0], in: store)
    if arguments.has("--json") {
      try JSONLines.write(DossierSummary(dossier, in: store))
    } else {
      Output.line(try DossierPage.text(of: dossier, in: store, terminal: .output))
    }
    return .done
  }
}
