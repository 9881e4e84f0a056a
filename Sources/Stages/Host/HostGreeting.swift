/// A host's first words: which protocol it speaks and which walls stand around it.
public struct HostGreeting: Sendable, Codable {
  /// Both programs must come from one build: they share shapes that have no versions of their own.
  public static let presentProtocol = 2

  public let protocolVersion: Int
  public let layers: [HostLayer]

  public init(protocolVersion: Int = HostGreeting.presentProtocol, layers: [HostLayer]) {
    self.protocolVersion = protocolVersion
    self.layers = layers
  }
}

/// One wall around a stage host.
public struct HostLayer: Sendable, Codable, Hashable {
  public enum Name: String, Sendable, Codable, CaseIterable {
    case noNewPrivileges = "no-new-privileges"
    case limits
    case landlock
    case systemCalls = "system-calls"
  }

  public let name: Name
  public let isActive: Bool
  /// What exactly holds, or why it does not.
  public let detail: String

  public init(_ name: Name, isActive: Bool, detail: String) {
    self.name = name
    self.isActive = isActive
    self.detail = detail
  }
}
