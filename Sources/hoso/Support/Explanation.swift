import Console
import Reception
import Storage
import Worker
import Workflow

/// Errors in words for the person at the command line.
enum Explanation {
  static func of(_ error: any Error) -> String {
    switch error {
    case let error as ReceptionError: error.message
    case let error as StoreError where error.code == .notFound: error.message
    case let error as StoreError where error.code == .conflict: error.message
    case let error as InstallationError: error.message
    default: "\(error)"
    }
  }
}
