import CPango
import Dossiers

/// A text set with Pango, measured in pixels; owns Pango's layout.
final class AnnotationText {
  private let layout: OpaquePointer
  let width: Double
  let height: Double

  /// `letters` is the font's size; lines longer than `width` are broken. Nil where Pango has no memory.
  init?(_ text: String, letters: Double, width limit: Double? = nil, isBold: Bool = false) {
    guard let surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, 1, 1), let context = cairo_create(surface) else {
      return nil
    }
    defer {
      cairo_destroy(context)
      cairo_surface_destroy(surface)
    }
    guard let layout = pango_cairo_create_layout(context),
      let font = pango_font_description_from_string("Noto Sans, DejaVu Sans" + (isBold ? " Bold" : ""))
    else { return nil }
    defer { pango_font_description_free(font) }
    pango_font_description_set_absolute_size(font, letters * Double(PANGO_SCALE))
    pango_layout_set_font_description(layout, font)
    if let limit {
      pango_layout_set_width(layout, Int32(limit * Double(PANGO_SCALE)))
      pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR)
    }
    pango_layout_set_text(layout, text, -1)
    var (textWidth, textHeight): (Int32, Int32) = (0, 0)
    pango_layout_get_pixel_size(layout, &textWidth, &textHeight)
    self.layout = layout
    width = Double(textWidth)
    height = Double(textHeight)
  }

  deinit {
    g_object_unref(UnsafeMutableRawPointer(layout))
  }

  /// In the context's colour, with its top left at the given place.
  func draw(on context: OpaquePointer, x: Double, y: Double) {
    cairo_move_to(context, x, y)
    pango_cairo_show_layout(context, layout)
    cairo_new_path(context)
  }

  /// White on a plate of the context's colour.
  func draw(on context: OpaquePointer, badge: Box) {
    cairo_rectangle(context, Double(badge.x0), Double(badge.y0), Double(badge.width), Double(badge.height))
    cairo_fill(context)
    cairo_set_source_rgb(context, 1, 1, 1)
    draw(
      on: context, x: Double(badge.x0) + (Double(badge.width) - width) / 2,
      y: Double(badge.y0) + (Double(badge.height) - height) / 2)
  }
}
