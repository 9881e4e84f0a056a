import Dossiers
import Pipeline
import Workflow

/// Compares what was handed in with what the procedure asks for, gathers the people named in it, and finds files
/// that came twice.
struct CheckCompletenessStage: DossierStage {
  static let name = "check-completeness"

  func run(_ context: DossierStageContext) throws -> DossierStageEnd {
    let documents = try context.documents()
    let parts = try documents.map { try context.store.parts(of: $0.id) }
    let people = People(Self.readings(documents, parts))
    var problems = people.problems

    let once = Dictionary(grouping: documents.indices) { documents[$0].sha256 }.values.compactMap(\.first).sorted()
    let missing = Completeness.missing(
      context.procedure.documents, holdings: once.map { .init(kinds: parts[$0].map(\.kind)) },
      people: people.persons.count)
    let strict = context.stage.settings["strict"]?.bool ?? false
    problems += Completeness.problems(missing, strict: strict)
    problems += try duplicates(among: documents, context)

    let due = context.calendar.due(after: context.dossier.receivedAt, workingDays: context.procedure.workingDays)
    if !due.isCovered { problems.append(.calendarNotCovered(until: due.date)) }
    return DossierStageEnd(
      outcome: problems.contains { $0.severity == .review } ? .review : .done, problems: problems,
      output: .object([
        "people": .integer(Int64(people.persons.count)), "missing": .integer(Int64(missing.count)),
      ]))
  }

  private static func readings(_ documents: [Document], _ parts: [[Part]]) -> [People.Reading] {
    zip(documents, parts).flatMap { document, parts in
      parts.enumerated().map { index, part in
        People.Reading(
          place: Person.Place(document: document.ordinal, part: index), documentName: document.name, part: part)
      }
    }
  }

  private func duplicates(
    among documents: [Document], _ context: DossierStageContext
  ) throws(StoreError) -> [Problem] {
    var elsewhere: [String: String] = [:]
    // Where a stage of its own looks for them, it has the word.
    let isChecked = context.plan.stages.contains { $0.uses == StageDeclaration.checkDuplicates.name }
    for document in isChecked ? [] : documents where elsewhere[document.sha256] == nil {
      // Only what came before counts, so that running the stage again tells the same.
      let earlier = try context.store.documents(withSHA256: document.sha256).first {
        $0.dossier != context.dossier.id && $0.receivedAt < document.receivedAt
      }
      guard let earlier, let dossier = try context.store.dossier(earlier.dossier) else { continue }
      elsewhere[document.sha256] = dossier.code ?? dossier.id.rawValue
    }
    let files = documents.map { Duplicates.File(ordinal: $0.ordinal, name: $0.name, sha256: $0.sha256) }
    return Duplicates.problems(files, elsewhere: elsewhere).map(\.problem)
  }
}
