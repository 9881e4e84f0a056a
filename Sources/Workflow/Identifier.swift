/// A text id of the store, one Swift type a kind of row so that they cannot be mixed up.
///
/// New ids are 26 characters of Crockford base 32 in lower case: 48 bits of milliseconds, then 80 random bits.
/// They sort by time of creation, and cannot be guessed.
public struct Identifier<Row>: RawRepresentable, Hashable, Sendable, Codable, CustomStringConvertible {
  public let rawValue: String

  public init(rawValue: String) {
    self.rawValue = rawValue
  }

  public var description: String { rawValue }

  public init(from decoder: any Decoder) throws {
    rawValue = try decoder.singleValueContainer().decode(String.self)
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(rawValue)
  }
}

public typealias SubmissionID = Identifier<Submission>
public typealias DossierID = Identifier<Dossier>
public typealias DocumentID = Identifier<Document>
public typealias TaskID = Identifier<QueuedTask>
public typealias StageRunID = Identifier<StageRun>
public typealias WorkerID = Identifier<WorkerRegistration>
/// SHA-256 of the plan's canonical form, 64 hex digits.
public typealias PlanID = Identifier<StoredPlan>
