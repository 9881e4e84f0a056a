import CPoppler

extension PDFDocument {
  /// The level of PDF/A that the file claims for itself in its XMP metadata, such as `2b`; nil where it claims none. A
  /// claim, no more: many such files keep only some of the rules.
  public var claimedArchiveLevel: String? {
    guard let metadata = file.metadata, let part = Self.value(of: "pdfaid:part", in: metadata),
      let conformance = Self.value(of: "pdfaid:conformance", in: metadata)
    else { return nil }
    let level = part + conformance.lowercased()
    return ["1a", "1b", "2a", "2b", "2u", "3a", "3b", "3u"].contains(level) ? level : nil
  }

  /// RDF writes a simple property as an element or as an attribute (ISO 16684-1, 7.9.2.2).
  private static func value(of name: String, in metadata: String) -> String? {
    var rest = Substring(metadata)
    while let place = rest.firstRange(of: name) {
      rest = rest[place.upperBound...]
      let value = rest.drop { $0.isWhitespace || $0 == "=" || $0 == "\"" || $0 == "'" || $0 == ">" }
      let word = value.prefix { $0.isASCII && ($0.isLetter || $0.isNumber) }
      if !word.isEmpty { return String(word) }
    }
    return nil
  }
}
