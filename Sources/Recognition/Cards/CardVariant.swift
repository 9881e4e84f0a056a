/// The generations of Vietnamese identity cards in use; raw values are `Part.variant`.
public enum CardVariant: String, Sendable, Codable, CaseIterable {
  /// Nine digits, up to 2020.
  case cmnd
  /// With a bar code, without a chip.
  case cccd2016 = "cccd-2016"
  /// With a chip.
  case cccd2021 = "cccd-2021"
  case canCuoc2024 = "can-cuoc-2024"
}
