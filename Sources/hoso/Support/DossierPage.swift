import Console
import Dossiers
import Reception
import Workflow

/// Everything about one dossier, for an operator.
enum DossierPage {
  static func text(of dossier: Dossier, in store: any WorkflowStore, terminal: Terminal) throws -> String {
    var lines = [terminal.styled(dossier.reference, .bold) + "  " + dossier.state.rawValue]
    let words = dossier.statusText
    lines.append(words.status.vi + " " + terminal.styled("(\(words.status.en))", .dim))
    lines.append(words.nextStep.vi + " " + terminal.styled("(\(words.nextStep.en))", .dim))
    lines += [""] + Help.columns(facts(of: dossier) + (try returning(of: dossier, in: store)))
    try lines.append(contentsOf: documents(of: dossier, in: store, terminal: terminal))
    let problems = try store.problems(of: dossier.id)
    if !problems.isEmpty {
      lines += ["", terminal.styled("Problems", .bold)]
      for stored in problems {
        let settled = stored.settledAt.map { " [\(settling(stored)), \(Moment.text($0))]" } ?? ""
        var block = ProblemLines.of(stored.problem, terminal: terminal)
        block[0] += settled
        lines += block.map { "  " + $0 }
      }
    }
    for package in try store.packages(of: dossier.id) {
      lines += ["", "Package \(package.format), version \(package.version): \(package.path)"]
    }
    lines += ["", terminal.styled("What happened", .bold)]
    lines += Help.columns(try store.events(of: dossier.id).map { (Moment.text($0.at), event($0)) })
    return lines.joined(separator: "\n")
  }

  private static func settling(_ stored: StoredProblem) -> String {
    stored.supersession?.description ?? "settled by \(stored.settledBy ?? "–")"
  }

  private static func facts(of dossier: Dossier) -> [(String, String)] {
    var facts = [
      ("dossier id", dossier.id.rawValue), ("procedure", dossier.procedure), ("sender", dossier.sender ?? "–"),
      ("received", Moment.text(dossier.receivedAt) + " by \(dossier.channel)"),
    ]
    if let due = dossier.dueAt { facts.append(("due", Moment.text(due))) }
    if dossier.version > 1 { facts.append(("version", "\(dossier.version)")) }
    return facts
  }

  /// How the citizen wants the result, and what was handed back.
  private static func returning(
    of dossier: Dossier, in store: any WorkflowStore
  ) throws -> [(String, String)] {
    var facts: [(String, String)] = []
    if let choice = try store.returnChoice(of: dossier.id) {
      let place = choice.address.map { ", to: \($0)" } ?? ""
      facts.append(("return", choice.way == .post ? "by post\(place)" : "at the counter"))
    }
    for result in try store.results(of: dossier.id) {
      facts.append(("result", "\(result.name), \(Moment.text(result.at)) by \(result.actor)"))
    }
    return facts
  }

  private static func documents(
    of dossier: Dossier, in store: any WorkflowStore, terminal: Terminal
  ) throws -> [String] {
    var lines = ["", terminal.styled("Documents", .bold)]
    for document in try store.documents(of: dossier.id) {
      let pages = document.pageCount.map { ", \($0) page\($0 == 1 ? "" : "s")" } ?? ""
      lines.append(
        "  \(document.ordinal). \(document.name) – \(document.stateName) (\(document.byteCount) bytes\(pages))")
      for part in try store.parts(of: document.id) {
        lines.append("     " + InspectionPage.heading(part))
        lines += InspectionPage.fields(part.fields, terminal: terminal).map { "       " + $0 }
      }
    }
    return lines
  }

  private static func event(_ event: Event) -> String {
    let detail = ["stage", "outcome", "code", "note"].compactMap { event.data[$0]?.string }.joined(separator: ", ")
    return event.type + (detail.isEmpty ? "" : " (\(detail))") + "  \(event.actor)"
  }
}
