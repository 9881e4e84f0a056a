import Console
import Reception
import Storage
import Worker
import Workflow

/// Errors in words for the person at the command line.
enum Explanation {
  static func of(_ error: any Error) -> String {
    switch error {
    case let error as ConfigurationError: error.message
    case let error as ReceptionError: error.message
    case let error as StoreError where error.code == .notFound: error.message
    case let error as StoreError where error.code == .conflict: error.message
    case let error as InstallationError: error.message
    default: "\(error)"
    }
  }

  /// Whose fault it is: what was asked for, or ours.
  static func status(of error: any Error) -> ExitStatus {
    switch error {
    case is UsageError, is ConfigurationError: return .usage
    case let error as StoreError: return isAskers(error) ? .usage : .fault
    case let error as ReceptionError:
      if let cause = error.cause as? StoreError { return isAskers(cause) ? .usage : .fault }
      switch error.code {
      case .unreadable, .noFiles, .malformed, .unknownProcedure, .tooLarge, .unknownDossier, .unknownStage, .keyReused,
        .unusable, .catalogue:
        return .usage
      case .storage:
        return (error.cause as? StorageError)?.code == .notFound ? .usage : .fault
      case .store, .noPlan: return .fault
      }
    default: return .fault
    }
  }

  private static func isAskers(_ error: StoreError) -> Bool { error.code == .notFound || error.code == .conflict }
}
