/// What is made of a document that was handed in before in another dossier.
public enum DuplicatePolicy: String, Sendable, Codable, CaseIterable {
  /// The dossier is not taken: its sender is told where the paper is already.
  case reject
  /// The dossier goes on; both know of each other.
  case link
  /// The dossier goes on, and nobody is told; the record knows.
  case accept
}
