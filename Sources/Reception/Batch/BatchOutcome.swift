public import Dossiers
public import Workflow

/// What became of one dossier of a batch, or of a stack as a whole.
public struct BatchOutcome: Sendable, Codable {
  public enum Kind: String, Sendable, Codable {
    case takenIn = "taken in"
    /// In since an earlier run.
    case known
    case failed = "not taken in"
    /// A stack that was taken apart; its dossiers have outcomes of their own.
    case stack
    case badRow = "bad row"
  }

  public var name: String
  public var kind: Kind
  public var fileCount = 0
  public var dossier: DossierID?
  /// Its code, where it has one already.
  public var dossierCode: String?
  /// Why it failed.
  public var code = ""
  public var message = ""
  /// The stack that it came from: what it was called, and which pages.
  public var stack: String?
  public var pages: [Int] = []
  public var blankPages: [Int] = []
  /// Of a stack: what is odd about it.
  public var remarks: [StackRemark] = []
  /// The stack's digest, for its pictures.
  public var sha256: String?

  public init(name: String, kind: Kind) {
    self.name = name
    self.kind = kind
  }
}

extension BatchOutcome {
  mutating func succeed(_ answer: SubmissionAnswer) {
    kind = answer.wasKnown ? .known : .takenIn
    dossier = answer.dossier.id
    dossierCode = answer.dossier.code
  }

  mutating func fail(_ error: any Error) {
    kind = .failed
    if let error = error as? ReceptionError {
      code = error.code.rawValue
      message = error.message
    } else {
      code = ReceptionError.Code.unreadable.rawValue
      message = "\(error)"
    }
  }
}
