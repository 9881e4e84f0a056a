public import Dossiers

/// A citizen's chat with the office's account: where the conversation stands.
public struct Chat: Sendable, Hashable {
  public enum Phase: String, Sendable, CaseIterable {
    case idle
    /// Files are gathered until the citizen says that that is all.
    case gathering
    /// A code, or a picture of a receipt, is awaited.
    case lookingUp = "looking-up"
    /// The address is awaited that the post shall bring the result to.
    case givingAddress = "giving-address"
  }

  /// The citizen's id with the account.
  public let citizen: String
  public var phase: Phase
  /// Counts what was handed in: the same round again is the same dossier.
  public var round: Int
  /// The dossier that is spoken of: while gathering, the one that is supplemented.
  public var subject: DossierID?
  public var name: String?
  public var phone: String?
  public var address: String?
  /// The citizen's last message.
  public var heardAt: Timestamp?
  /// When the citizen was asked whether that is all.
  public var askedAt: Timestamp?
  /// When the citizen said what handed the last round in: what was said before belongs to that.
  public var closedAt: Timestamp?
  public var isFollowing: Bool

  public init(citizen: String) {
    self.citizen = citizen
    phase = .idle
    round = 1
    isFollowing = true
  }
}
