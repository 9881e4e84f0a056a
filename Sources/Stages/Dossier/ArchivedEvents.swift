import Archive
import Dossiers
import Pipeline
import Workflow

/// The record's runs as events of preservation metadata (PREMIS event types).
enum ArchivedEvents {
  /// What a stage does in the archive's words; stages that are not here are no preservation events.
  private static let types = [
    "validate-file": "validation", "scan-virus": "virus check", "read-text": "metadata extraction",
    "normalise": "normalization",
  ]

  static func of(
    runs: [StageRun], events recorded: [Event], documents: [Document], program: String
  ) -> [ArchivedEvent] {
    let agent = software(program)
    let ordinals = Dictionary(uniqueKeysWithValues: documents.map { ($0.id, $0.ordinal) })
    var events = documents.map {
      ArchivedEvent(type: "ingestion", at: $0.receivedAt, agent: agent, documentOrdinal: $0.ordinal)
    }
    events += documents.map {
      ArchivedEvent(
        type: "message digest calculation", at: $0.receivedAt, detail: "SHA-256", agent: agent,
        documentOrdinal: $0.ordinal)
    }
    for event in recorded where event.type == "document.extracted" {
      guard let document = event.document, let ordinal = ordinals[document] else { continue }
      events.append(
        ArchivedEvent(
          type: "extraction", at: event.at, detail: extraction(event.data), agent: agent, documentOrdinal: ordinal))
    }
    for event in recorded where event.type == "document.superseded" {
      guard let document = event.document, let ordinal = ordinals[document] else { continue }
      events.append(
        ArchivedEvent(
          type: "metadata modification", at: event.at, detail: superseding(event.data), agent: agent,
          documentOrdinal: ordinal))
    }
    for run in runs {
      guard let type = types[run.uses], let document = run.document, let ordinal = ordinals[document] else { continue }
      guard let outcome = StageOutcome(rawValue: run.outcome) else { continue }
      var event = ArchivedEvent(
        type: type, at: run.endedAt, outcome: outcome == .done ? .success : outcome == .review ? .warning : .failure,
        agent: agent, documentOrdinal: ordinal)
      if run.uses == StageDeclaration.normalise.name {
        switch NormalisedCopy(output: run.output) {
        case .copy(let format, _, _, _): event.detail = "a copy as \(format)"
        case .failed(let reason):
          event.outcome = .failure
          event.detail = reason
        // Switched off, or tried again since.
        case nil: continue
        }
      }
      if run.uses == StageDeclaration.scanVirus.name {
        // Without the scanner's word there was no check.
        guard let scanner = run.output["scanner"]?.string else { continue }
        event.agent = software(scanner)
        event.detail = run.output["found"]?.string ?? "nothing found"
      }
      events.append(event)
    }
    return events
  }

  /// `hoso 1.0.0`: a name, and what follows it as its version.
  private static func software(_ words: String) -> ArchivedEvent.Agent {
    let parts = words.split(separator: " ", maxSplits: 1).map(String.init)
    return .software(name: parts.first ?? words, version: parts.dropFirst().first ?? "")
  }

  /// Which problems a better picture settled, and on what grounds.
  private static func superseding(_ data: JSONValue) -> String {
    let settled = (data["problems"]?.array ?? []).compactMap(\.string).joined(separator: ", ")
    let basis =
      data["basis"]?.string == "same-paper" ? "the same paper" : "nothing could be read of it, the dossier is complete"
    return "\(data["note"]?.string ?? ""); settled: \(settled) (\(basis))"
  }

  /// Where a document's pages came from.
  private static func extraction(_ origin: JSONValue) -> String {
    func pages(_ name: String) -> String? {
      origin[name]?.array.map { $0.compactMap { $0.integer.map(String.init) }.joined(separator: ", ") }
    }
    let blank = pages("blankPages").map { "; left out as blank: \($0)" } ?? ""
    return
      "pages \(pages("pages") ?? "") of \(origin["stack"]?.string ?? ""), SHA-256 \(origin["sha256"]?.string ?? "")\(blank)"
  }
}
