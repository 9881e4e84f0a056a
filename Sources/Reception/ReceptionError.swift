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
  }

  public let code: Code
  public let message: String

  public init(_ code: Code, _ message: String) {
    self.code = code
    self.message = message
  }

  public var description: String { message }
}

extension ReceptionError {
  init(storage error: StorageError) {
    let code: Code =
      switch error.code {
      case .tooLarge: .tooLarge
      case .sourceUnreadable: .unreadable
      default: .storage
      }
    self.init(code, error.description)
  }

  init(store error: StoreError) {
    self.init(.store, error.description)
  }
}
