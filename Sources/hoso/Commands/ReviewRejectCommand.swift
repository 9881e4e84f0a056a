import Console
import Dossiers
import Reception
import Workflow

enum ReviewRejectCommand: Command {
  static let description = CommandDescription(
    ["review", "reject"], operands: "DOSSIER", operandCount: 1...1, summary: "send a dossier back to its sender",
    discussion: "The reason goes to the sender, so it says what is wrong and what to do, in plain words.",
    options: [
      OptionDescription("--reason", value: "TEXT", summary: "the reason in Vietnamese (needed)"),
      OptionDescription("--reason-en", value: "TEXT", summary: "the same in English (default: the Vietnamese)"),
      GlobalOptions.actor, GlobalOptions.home, GlobalOptions.store, GlobalOptions.files,
    ], examples: ["hoso review reject H26.1-261122-0001 --reason \"Thiếu mặt sau của thẻ, đề nghị gửi lại.\""])

  static func run(_ arguments: Arguments) throws -> ExitStatus {
    guard let reason = arguments.value("--reason"), !reason.isEmpty else {
      throw UsageError("a rejection needs --reason TEXT: the sender is told why")
    }
    let installation = try Opening.installation(arguments)
    let dossier = try Opening.dossier(arguments.operands[0], in: installation.store)
    let text = BilingualText(vi: reason, en: arguments.value("--reason-en") ?? reason)
    try installation.store.reject(dossier.id, by: Actor.name(arguments), reason: text)
    Output.line("\(dossier.reference): rejected")
    return .done
  }
}
