import Files
import Storage
import Workflow

/// Why a backup, a restore or a sweep did not come to its end.
public struct UpkeepError: Error, Sendable, CustomStringConvertible {
  public enum Code: String, Sendable {
    /// The place to write to holds something already.
    case occupied = "upkeep.occupied"
    /// The place to read from holds no finished backup, or one that this program does not know.
    case noBackup = "upkeep.no-backup"
    /// What was read is not what was written.
    case damaged = "upkeep.damaged"
    /// Another backup, restore or sweep of this home is under way.
    case busy = "upkeep.busy"
    /// What was asked would do harm.
    case refused = "upkeep.refused"
    case store = "upkeep.store"
    case io = "upkeep.io"
  }

  public let code: Code
  /// In English, for operators: what is wrong and what to do.
  public let message: String

  init(_ code: Code, _ message: String) {
    self.code = code
    self.message = message
  }

  init(_ error: any Error) {
    switch error {
    case let error as UpkeepError: self = error
    case let error as StoreError: self.init(.store, error.description)
    case let error as StorageError where error.code == .damaged: self.init(.damaged, error.message)
    default: self.init(.io, "\(error)")
    }
  }

  public var description: String { "\(code.rawValue): \(message)" }
}
