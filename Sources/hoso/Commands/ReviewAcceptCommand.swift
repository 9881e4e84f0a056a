import Console
import Reception
import Workflow

enum ReviewAcceptCommand: Command {
  static let description = CommandDescription(
    ["review", "accept"], operands: "DOSSIER…", operandCount: 1...1000,
    summary: "let dossiers go on: receipt, package, hand-off",
    options: [
      OptionDescription("--note", value: "TEXT", summary: "why, for the record"), GlobalOptions.actor,
      GlobalOptions.home, GlobalOptions.store, GlobalOptions.files,
    ], examples: ["hoso review accept H26.1-261122-0001 --note \"seen at the counter\""])

  static func run(_ arguments: Arguments) throws -> ExitStatus {
    let installation = try Opening.installation(arguments)
    for operand in arguments.operands {
      let dossier = try Opening.dossier(operand, in: installation.store)
      try installation.store.accept(dossier.id, by: Actor.name(arguments), note: arguments.value("--note"))
      Output.line("\(dossier.reference): accepted; a worker goes on with it")
    }
    installation.ringBell()
    return .done
  }
}
