public import Dossiers
public import Workflow

extension Dossier {
  /// Where it stands, as its citizen and the national portal are told.
  public var standing: DossierStanding {
    switch state {
    case .received: .received
    case .review: .review
    case .rejected: .rejected
    case .accepted: .accepted
    case .handedOff: .handedOff
    case .resultReady: .resultReady
    case .cancelled: .cancelled
    }
  }

  /// What its citizen is told.
  public var statusText: DossierStatusText {
    DossierStatusText(standing, circumstances: circumstances, due: dueAt)
  }

  /// The national status number (1 … 10).
  public var nationalStatus: NationalStatus {
    standing.nationalStatus(circumstances)
  }

  private var circumstances: DossierStanding.Circumstances {
    .init(
      hasCode: code != nil, isRefusedByOfficer: ending == .refused, isWithdrawnByCitizen: ending == .withdrawn)
  }
}
