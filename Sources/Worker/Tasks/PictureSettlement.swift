import Dossiers
import Pipeline
import Workflow

/// Which pictures of a dossier later ones show better, and what that leaves of its documents' problems.
struct PictureSettlement {
  let superseded: [SupersededPicture]
  /// Those that still stand.
  let problems: [StoredProblem]

  /// `documents`: those that count, all of them through. `open`: the dossier's problems that nobody has settled.
  init(
    of dossier: Dossier, documents: [Document], open: [StoredProblem], required: [Procedure.RequiredDocument],
    in store: any WorkflowStore
  ) throws {
    let flaws = open.filter { stored in
      stored.document != nil && stored.problem.severity == .review
        && ProblemCode.mendedByNewPicture.contains(stored.problem.code)
    }
    let flawed = Set(flaws.compactMap(\.document))
    // Something has to come after it.
    guard let first = documents.first(where: { flawed.contains($0.id) }), documents.last?.id != first.id else {
      (superseded, problems) = ([], open)
      return
    }
    let pictures = try documents.map { document in
      BetterPictures.Picture(
        ordinal: document.ordinal, version: document.version, sha256: document.sha256,
        parts: try store.parts(of: document.id),
        flaws: flaws.filter { $0.document == document.id }.map(\.problem.page),
        isRead: document.state == .accepted || document.state == .review)
    }
    let findings = Dictionary(grouping: BetterPictures.find(pictures, required: required), by: \.document)
    guard !findings.isEmpty else {
      (superseded, problems) = ([], open)
      return
    }
    let all = try store.problems(of: dossier.id)
    let runs = try store.runs(of: dossier.id)
    var found: [SupersededPicture] = []
    for document in documents {
      guard let own = findings[document.ordinal] else { continue }
      let pages = Set(own.map(\.page))
      let settled = flaws.filter { $0.document == document.id && pages.contains($0.problem.page) }
      let by = Supersession(by: own.flatMap(\.by.documents))
      let stillOpen = open.contains { stored in
        stored.document == document.id && stored.problem.severity != .warning
          && !settled.contains { $0.id == stored.id }
      }
      found.append(
        SupersededPicture(
          document: document.id, by: by, problems: settled,
          isAccepted: !stillOpen && document.state == .review
            && Self.isExplained(document, by: all, runs: runs),
          remark: own.allSatisfy(\.isSamePaper) ? nil : Self.remark(document, by, documents)))
    }
    superseded = found
    let gone = Set(found.flatMap(\.problems).map(\.id))
    problems = open.filter { !gone.contains($0.id) }
  }

  /// The documents that are in review no longer.
  var accepted: Set<DocumentID> { Set(superseded.filter(\.isAccepted).map(\.document)) }

  /// A stage may ask for a person without naming a problem: then no picture answers it.
  private static func isExplained(_ document: Document, by problems: [StoredProblem], runs: [StageRun]) -> Bool {
    let own = runs.filter { $0.document == document.id }
    let latest = Dictionary(own.map { ($0.stage, $0.outcome) }, uniquingKeysWith: { _, last in last })
    return latest.allSatisfy { stage, outcome in
      outcome != StageOutcome.review.rawValue
        || problems.contains {
          $0.document == document.id && $0.stage == stage && $0.problem.severity == .review
        }
    }
  }

  private static func remark(_ document: Document, _ by: Supersession, _ documents: [Document]) -> Problem {
    let names = documents.filter { by.documents.contains($0.ordinal) }.map(\.name)
    return .supersededUnread(file: document.name, by: names.joined(separator: ", "))
  }
}
