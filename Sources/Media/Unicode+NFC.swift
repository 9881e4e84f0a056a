import CPoppler

extension Unicode {
  /// Canonical composition (UAX #15), by GLib's tables: what Vietnamese text is compared in.
  static func nfc(_ text: String) -> String {
    guard let normalised = g_utf8_normalize(text, -1, G_NORMALIZE_NFC) else { return text }
    defer { g_free(normalised) }
    return String(cString: normalised)
  }
}
