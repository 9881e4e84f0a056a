import Stages

/// Why a host did not give the answer asked for.
enum HostFailure: Error {
  case died(HostDeath)
  /// It could not do it, and goes on.
  case complained(HostComplaint)
  /// We ended it: the lease is lost, or the worker is stopping.
  case stopped

  /// For operators, without personal data.
  var sentence: String {
    switch self {
    case .died(let death): death.sentence
    case .complained(let complaint): complaint.description
    case .stopped: "the stage host was stopped"
    }
  }
}
