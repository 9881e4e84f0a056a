import Console
import Workflow

enum FeedbackCommand: Command {
  static let description = CommandDescription(
    ["feedback"], summary: "what citizens wrote about the office's service, newest first",
    discussion: "Citizens write it in the office's Zalo chat: “góp ý” and their words.",
    options: [
      OptionDescription("--limit", value: "N", summary: "how many at the most (default: 50)"), GlobalOptions.home,
      GlobalOptions.store, GlobalOptions.json,
    ], examples: ["hoso feedback --limit 10"])

  static func run(_ arguments: Arguments) throws -> ExitStatus {
    let store = try Opening.store(arguments)
    let limit = try arguments.integer("--limit", in: 1...10_000) ?? 50
    for feedback in try store.feedback(limit: limit) {
      if arguments.has("--json") {
        try JSONLines.write(feedback)
      } else {
        let dossier = try feedback.dossier.flatMap { try store.dossier($0) }.map { "  \($0.reference)" } ?? ""
        Output.line("\(Moment.text(feedback.at))\(dossier)\n  \(Shown.text(feedback.words))")
      }
    }
    return .done
  }
}
