public import Dossiers

/// A key that another system shows when it calls; its secret is not here.
public struct AccessKey: Sendable, Codable {
  /// What a key may do.
  public enum Scope: String, Sendable, Codable, CaseIterable {
    /// Hand in dossiers and supplements.
    case submit
    /// Look at dossiers, their fields and files.
    case read
    /// Decide, as an officer does.
    case officer
    /// Work on tasks and stages.
    case operate
  }

  public let id: String
  /// What its maker called it.
  public let label: String
  public let scopes: Set<Scope>
  public let createdAt: Timestamp
  public let createdBy: String
  public let revokedAt: Timestamp?

  public init(
    id: String, label: String, scopes: Set<Scope>, createdAt: Timestamp, createdBy: String,
    revokedAt: Timestamp? = nil
  ) {
    self.id = id
    self.label = label
    self.scopes = scopes
    self.createdAt = createdAt
    self.createdBy = createdBy
    self.revokedAt = revokedAt
  }
}
