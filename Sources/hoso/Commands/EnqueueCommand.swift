import Console
import Reception
import Workflow

enum EnqueueCommand: Command {
  static let description = CommandDescription(
    ["enqueue"], operands: "FILE…", operandCount: 1...1000, summary: "take in one dossier from files",
    discussion: """
      Prints the submission's id once files and record are durable: from then on nothing of it can be lost.
      With --key the same call can be made again safely: it gives the first answer and takes nothing in twice.
      A file's name need not be UTF-8: bytes that are none are shown, and may be typed, as \\xE2.
      """,
    options: [
      OptionDescription("--procedure", value: "P", summary: "the procedure's code (default: the catalogue's default)"),
      OptionDescription("--key", value: "K", summary: "idempotency key: the same key is the same submission"),
      OptionDescription("--sender", value: "NAME", summary: "who hands it in"),
      OptionDescription("--phone", value: "N", summary: "the sender's telephone number"),
      OptionDescription("--address", value: "TEXT", summary: "the sender's address"),
      OptionDescription("--email", value: "TEXT", summary: "the sender's e-mail address"),
      OptionDescription("--request", value: "TEXT", summary: "what is asked for (default: the procedure's name)"),
      OptionDescription("--priority", value: "N", summary: "−100 … 100, higher first (default: 0)"),
      OptionDescription("--supplement", value: "DOSSIER", summary: "add the files to this dossier instead"),
      GlobalOptions.home, GlobalOptions.store, GlobalOptions.files, GlobalOptions.json,
    ],
    examples: [
      "hoso enqueue front.jpg back.jpg --sender \"Nguyễn Thị Mẫu\"",
      "hoso enqueue form.pdf --procedure 1.004222 --key counter-7/2026-11-22/0042",
    ])

  static func run(_ arguments: Arguments) throws -> ExitStatus {
    let installation = try Opening.installation(arguments)
    let supplements = try arguments.value("--supplement").map { try Opening.dossier($0, in: installation.store) }
    var details = DossierDetails(arguments: arguments)
    details.key = arguments.value("--key")
    if let supplements { details.procedure = supplements.procedure }
    let priority = try arguments.integer("--priority", in: -100...100) ?? 0
    let answer = try Enqueuer(installation, channel: "cli").enqueue(
      paths: arguments.operands, details: details, priority: priority, supplements: supplements?.id)
    installation.ringBell()
    if arguments.has("--json") {
      try JSONLines.write(EnqueueAnswer(answer))
    } else {
      Output.line(answer.submission.id.rawValue)
      if answer.wasKnown { Output.note("known already: this key was used before; nothing was taken in again") }
    }
    return .done
  }
}

/// What `hoso enqueue --json` prints.
private struct EnqueueAnswer: Encodable {
  let id: String
  let dossier: String
  let state: Dossier.State
  let code: String?
  let known: Bool

  init(_ answer: SubmissionAnswer) {
    id = answer.submission.id.rawValue
    dossier = answer.dossier.id.rawValue
    state = answer.dossier.state
    code = answer.dossier.code
    known = answer.wasKnown
  }
}
