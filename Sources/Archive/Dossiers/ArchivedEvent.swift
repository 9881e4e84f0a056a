public import Dossiers

/// Something that happened to the dossier or one of its documents: becomes a PREMIS event.
public struct ArchivedEvent: Sendable, Hashable, Codable {
  /// A term of PREMIS's event types: `ingestion`, `virus check`, `validation`, `normalization`,
  /// `message digest calculation`, …
  public var type: String
  public var at: Timestamp
  /// `success`, `warning` or `failure`.
  public var outcome: Outcome
  /// In English.
  public var detail: String?
  /// A program and version (`clamd 1.0.7`) or a person's name.
  public var agent: Agent
  /// The document it happened to; nil for the dossier as a whole.
  public var documentOrdinal: Int?

  public enum Outcome: String, Sendable, Codable {
    case success, warning, failure
  }

  public enum Agent: Sendable, Hashable, Codable {
    case software(name: String, version: String)
    case person(String)
  }

  public init(
    type: String, at: Timestamp, outcome: Outcome = .success, detail: String? = nil, agent: Agent,
    documentOrdinal: Int? = nil
  ) {
    self.type = type
    self.at = at
    self.outcome = outcome
    self.detail = detail
    self.agent = agent
    self.documentOrdinal = documentOrdinal
  }
}
