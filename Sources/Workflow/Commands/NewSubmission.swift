public import Dossiers

/// What reception hands to the store, after the files are safe in Storage.
public struct NewSubmission: Sendable {
  public struct File: Sendable {
    public var name: String
    public var sha256: String
    public var byteCount: Int64
    /// Where it comes from, if it is not as somebody handed it in: noted as the event `document.extracted`.
    public var origin: JSONValue
    public init(name: String, sha256: String, byteCount: Int64, origin: JSONValue = .null) {
      self.name = name
      self.sha256 = sha256
      self.byteCount = byteCount
      self.origin = origin
    }
  }

  public var idempotencyKey: String?
  public var channel: String
  public var sender: String?
  public var contact: Contact?
  public var procedure: String
  public var plan: PlanID
  /// The id of the plan's first document stage and first dossier stage.
  public var firstDocumentStage: String?
  public var firstDossierStage: String?
  public var priority: Int
  public var files: [File]
  /// Set to add documents to a dossier that exists: a supplement.
  public var supplements: DossierID?
  /// What is made of papers that came before; nil leaves it to the plan.
  public var duplicates: DuplicatePolicy?
  /// Who takes turns with others in the queue: a batch as a whole, a reception system, a person at the counter.
  public var party: String

  public init(
    idempotencyKey: String? = nil, channel: String, sender: String? = nil, contact: Contact? = nil,
    procedure: String, plan: PlanID, firstDocumentStage: String?, firstDossierStage: String?, priority: Int = 0,
    files: [File],
    supplements: DossierID? = nil, duplicates: DuplicatePolicy? = nil, party: String? = nil
  ) {
    self.idempotencyKey = idempotencyKey
    self.channel = channel
    self.sender = sender
    self.contact = contact
    self.procedure = procedure
    self.plan = plan
    self.firstDocumentStage = firstDocumentStage
    self.firstDossierStage = firstDossierStage
    self.priority = priority
    self.files = files
    self.supplements = supplements
    self.duplicates = duplicates
    self.party = party ?? "\(channel)\u{1F}\(sender ?? "")"
  }
}
