/// A conformance level of PDF/A-2 (ISO 19005-2, clause 5).
public enum ArchiveLevel: String, Sendable, CaseIterable {
  /// Looks the same for ever.
  case basic = "2b"
  /// And all of its text can be searched and copied.
  case unicode = "2u"

  /// As the package names it: `PDF/A-2u`.
  public var format: String { "PDF/A-\(rawValue)" }

  /// `pdfaid:conformance`.
  var conformance: String {
    switch self {
    case .basic: "B"
    case .unicode: "U"
    }
  }
}
