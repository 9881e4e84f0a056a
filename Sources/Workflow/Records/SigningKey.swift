public import Dossiers

/// A secret that signs receipts, shared by all workers of an installation.
public struct SigningKey: Sendable {
  public let id: String
  public let secret: [UInt8]
  public let createdAt: Timestamp

  public init(
    id: String, secret: [UInt8], createdAt: Timestamp
  ) {
    self.id = id
    self.secret = secret
    self.createdAt = createdAt
  }
}
