import CPoppler

/// The characters of a page's text with a rectangle each, in points from the upper left corner.
final class PageCharacters {
  let scalars: [Unicode.Scalar]
  private let rectangles: UnsafeMutablePointer<PopplerRectangle>
  /// The smaller of both counts: poppler may lack the last rectangle.
  let count: Int

  /// Nil where the page has no text.
  init?(_ page: PopplerPageHandle) {
    guard let text = poppler_page_get_text(page.pointer) else { return nil }
    defer { g_free(text) }
    // The marks that poppler puts around text from right to left have no rectangle.
    let scalars = String(cString: text).unicodeScalars.filter { !(0x202A...0x202E).contains($0.value) }
    var rectangles: UnsafeMutablePointer<PopplerRectangle>?
    var found: guint = 0
    guard !scalars.isEmpty, poppler_page_get_text_layout(page.pointer, &rectangles, &found) != 0, let rectangles else {
      return nil
    }
    self.scalars = Array(scalars)
    count = min(scalars.count, Int(found))
    self.rectangles = rectangles
  }

  deinit {
    g_free(rectangles)
  }

  func rectangle(_ index: Int) -> PopplerRectangle { rectangles[index] }
}
