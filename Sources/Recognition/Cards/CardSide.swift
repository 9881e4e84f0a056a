public import Dossiers

/// One side of a card as read from one place of a page.
public struct CardSide: Sendable, Codable {
  public enum Side: String, Sendable, Codable {
    case front, back
  }

  public let region: LocatedRegion
  /// `cmnd`, `cccd-2016`, `cccd-2021`, `can-cuoc-2024`, `passport`, or nil where only a machine-readable zone of
  /// another kind of card was read.
  public let variant: String?
  public let side: Side?
  public let fields: [FieldName: Field]
  public let problems: [Problem]

  public init(
    region: LocatedRegion, variant: String?, side: Side?, fields: [FieldName: Field], problems: [Problem]
  ) {
    self.region = region
    self.variant = variant
    self.side = side
    self.fields = fields
    self.problems = problems
  }
}
