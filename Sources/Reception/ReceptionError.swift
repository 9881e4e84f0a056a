import Storage
import Workflow

/// Why something could not be taken in. Nothing was acknowledged when this is thrown.
public struct ReceptionError: Error, Sendable, CustomStringConvertible {
  public enum Code: String, Sendable {
    case unreadable = "reception.unreadable"
    case noFiles = "reception.no-files"
    case malformed = "reception.malformed"
    case unknownProcedure = "reception.unknown-procedure"
    case tooLarge = "reception.too-large"
    case storage = "reception.storage"
    case store = "reception.store"
    case noPlan = "reception.no-plan"
    case unknownDossier = "reception.unknown-dossier"
    case unknownStage = "reception.unknown-stage"
    case keyReused = "reception.key-reused"
    case unusable = "reception.unusable"
    /// The office's catalogue or calendar cannot be read.
    case catalogue = "reception.catalogue"

    /// Passing trouble of ours: the same may well go through later.
    public var isPassing: Bool { [.storage, .store, .noPlan, .catalogue].contains(self) }
  }

  public let code: Code
  public let message: String
  /// What lay beneath, where that tells more: a `StoreError` or a `StorageError`.
  public let cause: (any Error)?

  public init(_ code: Code, _ message: String, cause: (any Error)? = nil) {
    self.code = code
    self.message = message
    self.cause = cause
  }

  public var description: String { message }
}

extension ReceptionError {
  /// An idempotency key that stands for other files, or for another dossier.
  static func keyReused(cause: (any Error)? = nil) -> ReceptionError {
    ReceptionError(
      .keyReused, "its key was used before, for other files or another dossier: give it a key of its own", cause: cause)
  }

  init(storage error: StorageError) {
    let code: Code =
      switch error.code {
      case .tooLarge: .tooLarge
      case .sourceUnreadable: .unreadable
      default: .storage
      }
    self.init(code, error.description, cause: error)
  }

  init(store error: StoreError) {
    guard error.code != .keyReused else {
      self = .keyReused(cause: error)
      return
    }
    self.init(.store, error.description, cause: error)
  }
}
