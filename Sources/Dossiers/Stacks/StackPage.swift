/// One page of a scanned stack, as a look at it found it.
public struct StackPage: Sendable, Hashable, Codable {
  public enum Kind: Sendable, Hashable, Codable {
    /// A separator.
    case cover(CoverSheet)
    /// A separator whose code is torn off or smeared.
    case unreadableCover
    /// Nobody wrote on it: a back side, mostly.
    case blank
    case content
    /// Its pixels cannot be decoded.
    case damaged
  }

  /// Counted from 1 within the stack.
  public let number: Int
  public let kind: Kind
  /// Of pages with content.
  public let fingerprint: PageFingerprint?

  public init(number: Int, kind: Kind, fingerprint: PageFingerprint? = nil) {
    self.number = number
    self.kind = kind
    self.fingerprint = fingerprint
  }
}
