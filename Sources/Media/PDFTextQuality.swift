import CPoppler

/// Whether a page's own text is good enough to be read instead of its pixels.
enum PDFTextQuality {
  /// A page number or a stamp's date on a scan isn't the page's text.
  private static let fewestLetters = 24

  static func isWorthReading(_ page: PopplerPageHandle) -> Bool {
    guard let text = poppler_page_get_text(page.pointer) else { return false }
    defer { g_free(text) }
    var census = Census()
    census.count(String(cString: text))
    return census.letters >= fewestLetters && census.garbage * 20 <= census.letters
  }

  private struct Census {
    var letters = 0
    /// Characters that fonts without a usable Unicode map leave behind.
    var garbage = 0

    mutating func count(_ text: String) {
      for scalar in text.unicodeScalars {
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .otherLetter, .modifierLetter, .decimalNumber:
          letters += 1
        case .privateUse, .unassigned, .surrogate: garbage += 1
        case .control where !scalar.properties.isWhitespace: garbage += 1
        case .otherSymbol where scalar.value == 0xFFFD: garbage += 1
        default: break
        }
      }
    }
  }
}
