public import Dossiers

/// What opens a service that the office uses, and what renews it.
public struct ServiceToken: Sendable {
  public let service: String
  /// Tells the first refresh token that it goes back to: another one in the configuration begins anew.
  public let seed: String
  public let access: String
  public let refresh: String
  public let expiresAt: Timestamp

  public init(service: String, seed: String, access: String, refresh: String, expiresAt: Timestamp) {
    self.service = service
    self.seed = seed
    self.access = access
    self.refresh = refresh
    self.expiresAt = expiresAt
  }
}
