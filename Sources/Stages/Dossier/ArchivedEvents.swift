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

  static func of(runs: [StageRun], documents: [Document], program: String) -> [ArchivedEvent] {
    let words = program.split(separator: " ").map(String.init)
    let agent = ArchivedEvent.Agent.software(name: words.first ?? "hoso", version: words.dropFirst().first ?? "")
    let ordinals = Dictionary(uniqueKeysWithValues: documents.map { ($0.id, $0.ordinal) })
    var events = documents.map {
      ArchivedEvent(type: "ingestion", at: $0.receivedAt, agent: agent, documentOrdinal: $0.ordinal)
    }
    events += documents.map {
      ArchivedEvent(
        type: "message digest calculation", at: $0.receivedAt, detail: "SHA-256", agent: agent,
        documentOrdinal: $0.ordinal)
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
        event.detail = "\(scanner): \(run.output["found"]?.string ?? "nothing found")"
      }
      events.append(event)
    }
    return events
  }
}
