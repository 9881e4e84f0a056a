public import Dossiers

/// What a page shows, and why.
public struct PageKind: Sendable, Codable, Hashable {
  public let kind: Part.Kind
  /// `fee-receipt`, `transfer-slip`; for a form, nil.
  public let variant: String?
  /// A form's heading as printed, where one was found.
  public let title: String?

  public init(kind: Part.Kind, variant: String? = nil, title: String? = nil) {
    self.kind = kind
    self.variant = variant
    self.title = title
  }
}
