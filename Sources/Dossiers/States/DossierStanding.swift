/// Where a dossier stands, as its citizen and the national portal are told. The raw values are the store's states.
public enum DossierStanding: String, Sendable, Codable, CaseIterable {
  case received, review, rejected, accepted
  case handedOff = "handed-off"
  case resultReady = "result-ready"
  case cancelled

  /// What more must be known to tell one national status from another.
  public struct Circumstances: Sendable {
    /// The receipt has been issued.
    public var hasCode: Bool
    /// An officer refused the dossier (form 03), rather than a document that the sender can send again.
    public var isRefusedByOfficer: Bool
    public var isWithdrawnByCitizen: Bool

    public init(hasCode: Bool = false, isRefusedByOfficer: Bool = false, isWithdrawnByCitizen: Bool = false) {
      self.hasCode = hasCode
      self.isRefusedByOfficer = isRefusedByOfficer
      self.isWithdrawnByCitizen = isWithdrawnByCitizen
    }
  }

  public func nationalStatus(_ circumstances: Circumstances = Circumstances()) -> NationalStatus {
    switch self {
    case .received, .review: circumstances.hasCode ? .accepted : .newlyRegistered
    case .rejected: circumstances.isRefusedByOfficer ? .notAccepted : .supplementRequested
    case .accepted: .accepted
    case .handedOff: .inProgress
    case .resultReady: .finished
    case .cancelled: circumstances.isWithdrawnByCitizen ? .withdrawn : .stopped
    }
  }
}
