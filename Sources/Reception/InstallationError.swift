import Worker
import Workflow

/// Why an installation cannot be opened; `message` says what to do.
public struct InstallationError: Error, Sendable {
  public let message: String

  init(_ message: String) {
    self.message = message
  }

  init(opening home: Home, _ error: any Error) {
    switch error {
    case let error as InstallationError: self = error
    case let error as StoreError where error.code == .newerSchema:
      message = "\(home.path) was written by a newer hoso; use that one, or restore a backup made before"
    case let error as StoreError where error.code == .busy:
      message = "\(home.store) is locked by another program for too long: \(error.message)"
    case let error as StoreError where error.code == .diskFull:
      message = "the disk of \(home.path) is full"
    case let error as StoreError where error.code == .readOnly:
      message = "\(home.path) cannot be written to by this user"
    default: message = "\(home.path) cannot be opened: \(error)"
    }
  }

  init(opening location: StoreLocation, _ error: any Error) {
    switch error {
    case let error as InstallationError: self = error
    case let error as StoreError where error.code == .newerSchema:
      message = "\(location) was migrated by a newer hoso; use that one"
    default: message = "\(location) cannot be opened: \(error)"
    }
  }
}
