/// The sex on a card.
public enum Sex: String, Sendable, Codable, CaseIterable {
  case male, female

  /// As cards print it and fields carry it: `Nam`, `Nữ`.
  public var vietnamese: String { self == .male ? "Nam" : "Nữ" }
  public var english: String { self == .male ? "male" : "female" }
  /// In a machine-readable zone.
  public var letter: String { self == .male ? "M" : "F" }

  /// Reads `Nam`, `Nữ`, `M`, `F`, `male`, `female`, in any case and normal form.
  public init?(_ text: String) {
    switch text.singleSpaced.nfc.lowercased() {
    case "nam", "m", "male": self = .male
    case "nữ", "f", "female": self = .female
    default: return nil
    }
  }
}
