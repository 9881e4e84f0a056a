public import Dossiers

/// Everything that a dossier's package says, as plain values: the package's bytes follow from these alone.
///
/// Every time in it comes from the record, never from a clock: a package that is made again is the same.
public struct DossierContents: Sendable {
  /// The dossier code (mã hồ sơ).
  public var code: String
  /// 1 at first; each supplement makes the next version, a package of its own.
  public var version: Int
  /// The package of the version before, for a supplemented dossier.
  public var previous: PlacedPackage?
  public var agency: Agency
  public var procedure: Procedure
  /// `cli`, `import`, `watch`, `http`, `zalo`.
  public var channel: String
  public var sender: String?
  public var receivedAt: Timestamp
  public var dueAt: Timestamp?
  /// When the package came due: the time of the event that led to it, the same at each try.
  public var packagedAt: Timestamp
  /// The digest of the plan that the dossier ran on.
  public var planID: String
  /// Name and version: `hoso 1.0`.
  public var program: String
  public var documents: [ArchivedDocument]
  /// Of the dossier as a whole.
  public var problems: [Problem]
  public var receipt: ArchivedReceipt?
  public var events: [ArchivedEvent]
  public var description: ArchivalDescription

  public init(
    code: String, version: Int = 1, previous: PlacedPackage? = nil, agency: Agency, procedure: Procedure,
    channel: String, sender: String? = nil, receivedAt: Timestamp, dueAt: Timestamp? = nil, packagedAt: Timestamp,
    planID: String, program: String, documents: [ArchivedDocument], problems: [Problem] = [],
    receipt: ArchivedReceipt? = nil, events: [ArchivedEvent] = [], description: ArchivalDescription = .init()
  ) {
    self.code = code
    self.version = version
    self.previous = previous
    self.agency = agency
    self.procedure = procedure
    self.channel = channel
    self.sender = sender
    self.receivedAt = receivedAt
    self.dueAt = dueAt
    self.packagedAt = packagedAt
    self.planID = planID
    self.program = program
    self.documents = documents
    self.problems = problems
    self.receipt = receipt
    self.events = events
    self.description = description
  }

  /// Who took the dossier in.
  public struct Agency: Sendable, Hashable, Codable {
    /// `H26.1`.
    public let code: String
    public let name: String

    public init(code: String, name: String) {
      self.code = code
      self.name = name
    }
  }

  /// What was asked for (thủ tục).
  public struct Procedure: Sendable, Hashable, Codable {
    public let code: String
    public let name: String

    public init(code: String, name: String) {
      self.code = code
      self.name = name
    }
  }
}
