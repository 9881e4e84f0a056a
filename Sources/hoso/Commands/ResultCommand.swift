import Console
import Reception
import Storage
import Workflow

enum ResultCommand: Command {
  static let description = CommandDescription(
    ["result"], operands: "DOSSIER FILE…", operandCount: 2...100,
    summary: "hand back a dossier's result: its citizen is told that it is ready",
    discussion: """
      DOSSIER is a dossier code or id. The files are kept with the dossier; its state becomes result-ready, and a
      message for its citizen waits in the outbox. The same file again changes nothing. A file that is empty, broken or
      no document is refused, with all that came with it. GET /v1/dossiers/DOSSIER/results/1 gives the first one out.
      """,
    options: [GlobalOptions.actor, GlobalOptions.home, GlobalOptions.store, GlobalOptions.files],
    examples: ["hoso result H26.1-261122-0001 giay-khai-sinh.pdf"])

  static func run(_ arguments: Arguments) throws -> ExitStatus {
    let installation = try Opening.installation(arguments)
    let dossier = try Opening.dossier(arguments.operands[0], in: installation.store)
    do {
      let paths = Array(arguments.operands.dropFirst())
      try ResultIntake.take(paths, for: dossier.id, by: Actor.name(arguments), in: installation)
    } catch let error as StoreError where error.code == .conflict {
      throw ConfigurationError(error.message)
    } catch let error as ReceptionError where error.code == .unusable {
      Output.note("not handed back: \(error.message)")
      return .needsAttention
    }
    installation.ringBell()
    Output.line("\(dossier.reference): result-ready")
    if let choice = try installation.store.returnChoice(of: dossier.id) {
      let place = choice.address.map { ": \($0)" } ?? ""
      Output.line(
        choice.way == .post ? "The citizen wants it by post\(place)." : "The citizen collects it at the counter.")
    }
    return .done
  }
}
