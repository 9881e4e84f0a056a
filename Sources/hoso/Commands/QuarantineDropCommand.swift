import Console
import Dossiers
import Reception
import Workflow

enum QuarantineDropCommand: Command {
  static let description = CommandDescription(
    ["quarantine", "drop"], operands: "TASK", operandCount: 1...1,
    summary: "refuse a document for good, so that its dossier goes on",
    discussion: """
      The dossier goes on without the document; where it was the only one, the dossier goes back to its sender. The
      sender is told the reason either way, so it says what is wrong and what to do, in plain words. The file stays
      in storage.
      """,
    options: [
      OptionDescription("--reason", value: "TEXT", summary: "the reason in Vietnamese (needed)"),
      OptionDescription("--reason-en", value: "TEXT", summary: "the same in English (default: the Vietnamese)"),
      GlobalOptions.actor, GlobalOptions.home, GlobalOptions.store, GlobalOptions.files,
    ], examples: ["hoso quarantine drop 01jd8… --reason \"Tệp bị hỏng, không mở được. Đề nghị gửi bản quét khác.\""])

  static func run(_ arguments: Arguments) throws -> ExitStatus {
    guard let reason = arguments.value("--reason"), !reason.isEmpty else {
      throw UsageError("to drop a document needs --reason TEXT: the sender is told why")
    }
    let installation = try Opening.installation(arguments)
    let store = installation.store
    let entry = try QuarantinedTask.named(arguments.operands[0], in: store)
    let text = BilingualText(vi: reason, en: arguments.value("--reason-en") ?? reason)
    try store.drop(quarantined: entry.task.id, by: Actor.name(arguments), reason: text)
    let dossier = entry.dossierCode ?? entry.task.dossier.rawValue
    let isGone = try entry.document.flatMap { try store.document($0.id) }?.state == .cancelled
    Output.line(
      isGone
        ? "\(entry.task.id): dropped; dossier \(dossier) goes on without it"
        : "\(entry.task.id): dropped; dossier \(dossier) goes back to its sender, as nothing else is left of it")
    installation.ringBell()
    return .done
  }
}
