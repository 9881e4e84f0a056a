public import Dossiers

/// A document that had been handed in before, and what was made of that.
public struct StoredDuplicate: Sendable, Hashable {
  public enum Kind: String, Sendable, CaseIterable {
    /// The same bytes.
    case content
    /// The same paper, scanned or photographed again.
    case picture
  }

  public let document: DocumentID
  /// Of another dossier.
  public let earlier: DocumentID
  public let kind: Kind
  public let policy: DuplicatePolicy

  public init(document: DocumentID, earlier: DocumentID, kind: Kind, policy: DuplicatePolicy) {
    self.document = document
    self.earlier = earlier
    self.kind = kind
    self.policy = policy
  }
}
