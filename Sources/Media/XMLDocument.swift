import CPoppler
public import Dossiers

/// An electronic invoice as XML: no pages, only its bytes, checked to be well-formed.
public final class XMLDocument: MediaDocument {
  public let mediaType = MediaType.xml
  public let warnings: [Problem]
  public let pages: [PageInfo] = []
  /// The file as it came.
  public let bytes: [UInt8]

  init(_ bytes: FileBytes, warnings: [Problem]) throws(MediaRefusal) {
    self.bytes = [UInt8](bytes.raw)
    self.warnings = warnings
    try Self.checkWellFormed(MarkupSniffer.text(of: bytes.raw))
  }

  /// With GLib's reader, which knows no external entities and expands none.
  private static func checkWellFormed(_ text: String) throws(MediaRefusal) {
    var parser = GMarkupParser()
    guard let context = g_markup_parse_context_new(&parser, GMarkupParseFlags(rawValue: 0), nil, nil) else {
      throw .unreadable("GLib: no memory for a reader")
    }
    defer { g_markup_parse_context_free(context) }
    var error: UnsafeMutablePointer<GError>?
    var text = text
    let isRead = text.withUTF8 { utf8 in
      utf8.withMemoryRebound(to: CChar.self) {
        g_markup_parse_context_parse(context, $0.baseAddress, $0.count, &error) != 0
      }
    }
    guard isRead, g_markup_parse_context_end_parse(context, &error) != 0 else {
      defer { g_clear_error(&error) }
      // GLib's message may quote the document.
      let code = error.map { "GMarkupError \($0.pointee.code)" } ?? "not well-formed"
      throw MediaRefusal(.xmlDamaged, detail: code)
    }
  }

  public func renderGrey(page: Int, longSideInPixels: Int?) throws(MediaRefusal) -> GreyImage {
    throw .unreadable("XML has no pages")
  }

  public func renderColour(page: Int, longSideInPixels: Int?) throws(MediaRefusal) -> ColourImage {
    throw .unreadable("XML has no pages")
  }

  public func textLayer(page: Int) throws(MediaRefusal) -> [TextWord] {
    throw .unreadable("XML has no pages")
  }

  public func verifyPixels(page: Int) throws(MediaRefusal) -> [Problem] { [] }
}
