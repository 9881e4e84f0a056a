public import Dossiers

extension FieldName {
  /// The lines of a machine-readable zone, as evidence: an array of strings.
  public static let mrz = FieldName("mrz")
  /// The payload of a card's QR code, as evidence: as it is, with the fields of unpublished meaning.
  public static let qr = FieldName("qr")
}
