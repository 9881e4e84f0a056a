public import Dossiers

/// One file of a dossier.
public struct Document: Sendable, Codable {
  public enum State: String, Sendable, Codable, CaseIterable {
    case waiting, accepted, review, rejected, quarantined, cancelled
  }

  public let id: DocumentID
  public let dossier: DossierID
  /// Counted from 1 within the dossier.
  public let ordinal: Int
  /// The name that the sender gave the file.
  public let name: String
  /// 64 hex digits, lower case; the key in Storage.
  public let sha256: String
  public let byteCount: Int64
  public let mediaType: String?
  public let pageCount: Int?
  public let state: State
  public let receivedAt: Timestamp
  /// The dossier's version that brought it: 1, or a supplement's.
  public let version: Int
  /// It was refused, and a supplement came in its stead: it stays on record, cancelled, and counts no more.
  public let isReplaced: Bool

  public init(
    id: DocumentID, dossier: DossierID, ordinal: Int, name: String, sha256: String, byteCount: Int64,
    mediaType: String?, pageCount: Int?, state: State, receivedAt: Timestamp, version: Int = 1,
    isReplaced: Bool = false
  ) {
    self.id = id
    self.dossier = dossier
    self.ordinal = ordinal
    self.name = name
    self.sha256 = sha256
    self.byteCount = byteCount
    self.mediaType = mediaType
    self.pageCount = pageCount
    self.state = state
    self.receivedAt = receivedAt
    self.version = version
    self.isReplaced = isReplaced
  }

  /// The state in a word, for people and other systems: a state's name, or `replaced`.
  public var stateName: String { isReplaced ? Self.replaced : state.rawValue }

  /// What `stateName` can be.
  public static let stateNames = State.allCases.map(\.rawValue) + [replaced]
  private static let replaced = "replaced"
}
