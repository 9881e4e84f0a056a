import Dossiers
import Pipeline
import Workflow

/// Finds documents that were handed in before in another dossier, and follows the policy: the delivery's own, else the
/// plan's.
///
/// Only dossiers that came before count, and none that was rejected or cancelled: who mends a dossier hands the same
/// papers in again.
struct CheckDuplicatesStage: DossierStage {
  static let name = "check-duplicates"

  /// A document and the one that it repeats.
  private struct Match {
    let document: Document
    let earlier: Document
    let kind: StoredDuplicate.Kind
    let isCertain: Bool
  }

  func run(_ context: DossierStageContext) throws -> DossierStageEnd {
    let id = context.dossier.id
    let policy =
      try context.store.duplicatePolicy(of: id)
      ?? context.text("policy").flatMap { DuplicatePolicy(rawValue: $0) } ?? .link
    let documents = try context.documents()
    var matches = try contentMatches(documents, context)
    if context.stage.settings["pictures"]?.bool ?? true {
      let known = Set(matches.map(\.document.id))
      matches += try pictureMatches(documents.filter { !known.contains($0.id) }, context)
    }
    try context.store.recordDuplicates(
      matches.map {
        StoredDuplicate(document: $0.document.id, earlier: $0.earlier.id, kind: $0.kind, policy: policy)
      }, of: id)
    let problems = try matches.compactMap { try problem($0, policy, context) }
    let outcome: StageOutcome =
      problems.contains { $0.severity == .rejects }
      ? .rejected : problems.contains { $0.severity == .review } ? .review : .done
    return DossierStageEnd(
      outcome: outcome, problems: problems,
      output: ["policy": .string(policy.rawValue), "duplicates": .integer(Int64(matches.count))],
      outbox: outcome == .rejected ? [(topic: "dossier.rejected", payload: Self.rejection(id, problems))] : [])
  }

  // MARK: The same bytes

  private func contentMatches(_ documents: [Document], _ context: DossierStageContext) throws -> [Match] {
    try documents.compactMap { document in
      let earlier = try context.store.documents(withSHA256: document.sha256).last { other in
        guard other.dossier != context.dossier.id, other.id.rawValue < document.id.rawValue else { return false }
        return try counts(other, context)
      }
      return earlier.map { Match(document: document, earlier: $0, kind: .content, isCertain: true) }
    }
  }

  private func counts(_ document: Document, _ context: DossierStageContext) throws -> Bool {
    guard document.state != .cancelled, let dossier = try context.store.dossier(document.dossier) else { return false }
    return dossier.state != .rejected && dossier.state != .cancelled
  }

  // MARK: The same paper

  private func pictureMatches(_ documents: [Document], _ context: DossierStageContext) throws -> [Match] {
    let runs = try context.store.runs(of: context.dossier.id)
    let prints = try Self.prints(runs, context).filter { id, _ in documents.contains { $0.id == id } }
    guard !prints.isEmpty else { return [] }
    let near = try context.store.recordFingerprints(prints, of: context.dossier.id)
    guard !near.isEmpty else { return [] }
    let texts = try DerivedText.byPage(runs: runs, files: context.files)
    var others: [DossierID: [DocumentID: [Int: String]]] = [:]
    return try documents.compactMap { document in
      guard let pages = prints[document.id], !pages.isEmpty else { return nil }
      for (id, candidates) in Dictionary(grouping: near, by: \.document).sorted(by: {
        $0.key.rawValue < $1.key.rawValue
      }) {
        guard let dossier = candidates.first?.dossier else { continue }
        if others[dossier] == nil {
          others[dossier] = try DerivedText.byPage(runs: try context.store.runs(of: dossier), files: context.files)
        }
        let otherTexts = others[dossier]?[id] ?? [:]
        // Every page must be there again: a document that only quotes another is not it.
        let likeness = pages.map { page, print in
          candidates.map {
            PageLikeness(
              distance: print.distance(to: $0.fingerprint), text: texts[document.id]?[page] ?? "",
              other: otherTexts[$0.page] ?? "")
          }.max() ?? .different
        }.min()
        guard let likeness, likeness != .different, let earlier = try context.store.document(id) else { continue }
        return Match(document: document, earlier: earlier, kind: .picture, isCertain: likeness == .certain)
      }
      return nil
    }
  }

  private static func prints(
    _ runs: [StageRun], _ context: DossierStageContext
  ) throws -> [DocumentID: [Int: PageFingerprint]] {
    var prints: [DocumentID: [Int: PageFingerprint]] = [:]
    for run in runs where run.uses == StageDeclaration.fingerprint.name {
      guard let document = run.document else { continue }
      prints[document] = FingerprintRecord(output: try RunOutput.value(of: run, files: context.files)).prints
    }
    return prints
  }

  // MARK: What is said

  private func problem(_ match: Match, _ policy: DuplicatePolicy, _ context: DossierStageContext) throws -> Problem? {
    let severity: Problem.Severity
    switch policy {
    case .accept: return nil
    case .link: severity = .warning
    // Nobody is turned away because two pictures look alike: then a person decides.
    case .reject: severity = match.isCertain ? .rejects : .review
    }
    let dossier = try context.store.dossier(match.earlier.dossier)
    let reference = dossier.map { $0.code ?? $0.id.rawValue } ?? match.earlier.dossier.rawValue
    return .handedInBefore(
      file: match.document.name, dossier: reference, isSameFile: match.kind == .content, severity: severity)
  }

  private static func rejection(_ id: DossierID, _ problems: [Problem]) -> JSONValue {
    let list: [JSONValue] = problems.map { problem in
      [
        "code": .string(problem.code.rawValue),
        "message": ["vi": .string(problem.message.vi), "en": .string(problem.message.en)],
        "remedy": ["vi": .string(problem.remedy.vi), "en": .string(problem.remedy.en)],
      ]
    }
    return ["dossier": .string(id.rawValue), "problems": .array(list)]
  }
}
