import CPango
import Media

/// A card drawn with whatever font the machine has, on a page. Coordinates are in card widths from the card's top left.
final class DrawnCard {
  private let surface: OpaquePointer
  private let context: OpaquePointer
  private let cardWidth: Double
  private let left: Double
  private let top: Double

  /// `page` in pixels; the card lies at `left` and `top` of it. Without `ground` it is as white as the page: a copy.
  init(page: (width: Int, height: Int), cardWidth: Double, left: Double, top: Double, ground: Bool) {
    surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, Int32(page.width), Int32(page.height))
    context = cairo_create(surface)
    (self.cardWidth, self.left, self.top) = (cardWidth, left, top)
    cairo_set_source_rgb(context, ground ? 0.35 : 1, ground ? 0.38 : 1, ground ? 0.5 : 1)
    cairo_paint(context)
    if ground {
      cairo_set_source_rgb(context, 0.88, 0.95, 0.92)
      cairo_rectangle(context, left, top, cardWidth, cardWidth * 53.98 / 85.60)
      cairo_fill(context)
    }
    cairo_set_source_rgb(context, 0.08, 0.09, 0.1)
  }

  deinit {
    cairo_destroy(context)
    cairo_surface_destroy(surface)
  }

  /// Text whose middle is at `y`. Returns where it ends.
  @discardableResult
  func text(_ text: String, x: Double, y: Double, size: Double, bold: Bool = false, mono: Bool = false) -> Double {
    let layout = pango_cairo_create_layout(context)
    let font = pango_font_description_from_string((mono ? "Monospace" : "Sans") + (bold ? " Bold" : ""))
    pango_font_description_set_absolute_size(font, size * cardWidth * Double(PANGO_SCALE))
    pango_layout_set_font_description(layout, font)
    pango_font_description_free(font)
    pango_layout_set_text(layout, text, -1)
    var (width, height): (Int32, Int32) = (0, 0)
    pango_layout_get_pixel_size(layout, &width, &height)
    cairo_move_to(context, left + x * cardWidth, top + y * cardWidth - Double(height) / 2)
    pango_cairo_show_layout(context, layout)
    if let layout { forms_layout_free(layout) }
    return x + Double(width) / cardWidth
  }

  /// The three lines of a zone, each character in the middle of its cell.
  func zone(_ lines: [String]) {
    for (row, line) in lines.enumerated() {
      for (column, character) in line.enumerated() {
        text(
          String(character), x: 0.054 + 0.0297 * Double(column), y: 0.452 + 0.053 * Double(row), size: 0.04, mono: true)
      }
    }
  }

  /// What a camera or a scanner made of it; `isBlackAndWhite` as a fax does.
  func picture(isBlackAndWhite: Bool = false) -> ColourImage? {
    guard var image = ColourImage(drawnOn: surface) else { return nil }
    if isBlackAndWhite { image.pixels = image.pixels.map { $0 > 140 ? 255 : 0 } }
    return image
  }
}
