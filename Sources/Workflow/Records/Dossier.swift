public import Dossiers

public struct Dossier: Sendable, Codable {
  /// Where a dossier stands. The national status numbers are derived from it (`Dossiers`).
  public enum State: String, Sendable, Codable, CaseIterable {
    /// Handed in; documents are being worked on.
    case received
    /// A person must decide before it goes on.
    case review
    /// The sender must mend something.
    case rejected
    /// Receipt issued, package being made.
    case accepted
    case handedOff = "handed-off"
    /// The result is there.
    case resultReady = "result-ready"
    case cancelled
  }

  /// How a dossier that is rejected or cancelled came to that, where a person's word did it.
  public enum Ending: String, Sendable, Codable, CaseIterable {
    /// An officer refused it (form 03).
    case refused
    /// Its citizen took it back.
    case withdrawn
  }

  public let id: DossierID
  public let state: State
  /// The dossier code (mã hồ sơ), once the receipt is issued.
  public let code: String?
  public let procedure: String
  public let plan: PlanID
  public let channel: String
  public let sender: String?
  /// 1 at first; each supplement makes the next version.
  public let version: Int
  public let receivedAt: Timestamp
  public let dueAt: Timestamp?
  public let updatedAt: Timestamp
  public let ending: Ending?

  public init(
    id: DossierID, state: State, code: String?, procedure: String, plan: PlanID, channel: String, sender: String?,
    version: Int, receivedAt: Timestamp, dueAt: Timestamp?, updatedAt: Timestamp, ending: Ending? = nil
  ) {
    self.id = id
    self.state = state
    self.code = code
    self.procedure = procedure
    self.plan = plan
    self.channel = channel
    self.sender = sender
    self.version = version
    self.receivedAt = receivedAt
    self.dueAt = dueAt
    self.updatedAt = updatedAt
    self.ending = ending
  }
}
