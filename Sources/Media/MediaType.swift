/// The kinds of file that can be taken in; raw values are their media types.
public enum MediaType: String, Sendable, Codable, CaseIterable {
  case png = "image/png"
  case jpeg = "image/jpeg"
  case tiff = "image/tiff"
  case heic = "image/heic"
  case pdf = "application/pdf"
  /// E-invoices.
  case xml = "application/xml"
}
