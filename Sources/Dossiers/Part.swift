/// What a document turned out to hold: a card (both sides together), a fee receipt, a form, something else.
public struct Part: Hashable, Sendable, Codable {
  public enum Kind: String, Sendable, Codable {
    case idCard = "id-card"
    case receipt
    case form
    case other
  }

  public let kind: Kind
  /// Finer than the kind where known: `cccd-2021`, `can-cuoc-2024`, `cmnd`, `cccd-2016`, `passport`;
  /// `fee-receipt`, `e-invoice`, `transfer-slip`.
  public let variant: String?
  /// For cards: the sides seen, among `front` and `back`.
  public let sides: [String]?
  /// Counted from 1, ascending.
  public let pages: [Int]
  public let fields: [FieldName: Field]

  public init(
    kind: Kind, variant: String? = nil, sides: [String]? = nil, pages: [Int], fields: [FieldName: Field]
  ) {
    self.kind = kind
    self.variant = variant
    self.sides = sides
    self.pages = pages
    self.fields = fields
  }
}
