import Archive
import Files
import Stages
import Storage
import Workflow

/// What a thrown error means for the stage that threw it.
enum StageTrouble {
  /// The token is no longer ours.
  case leaseLost
  /// The host died over it.
  case death(HostDeath)
  /// It may well work later.
  case passing(String)
  /// Ours; it is tried a few times all the same.
  case fault(String)

  init(_ error: any Error) {
    self =
      switch error {
      case TaskEnd.leaseLost, HostFailure.stopped: .leaseLost
      case HostFailure.died(let death): .death(death)
      case HostFailure.complained(let complaint): .fault(complaint.description)
      case let error as WorkerError: .passing(error.description)
      case let error as StoreError:
        switch error.code {
        case .leaseLost: .leaseLost
        case .busy, .diskFull, .readOnly, .unavailable: .passing(error.description)
        default: .fault(error.description)
        }
      case let error as StorageError: error.isPassing ? .passing(error.description) : .fault(error.description)
      case let error as ArchiveError: error.isPassing ? .passing(error.description) : .fault(error.description)
      case let error as SystemCallError: .passing(error.description)
      default: .fault("\(error)")
      }
  }
}
