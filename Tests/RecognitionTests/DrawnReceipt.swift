import CPango
import Foundation
import Media

/// A receipt drawn with whatever font the machine has, in pixels from the sheet's top left, and what life does to it.
final class DrawnReceipt {
  private let surface: OpaquePointer
  private let context: OpaquePointer
  let width: Int
  let height: Int

  init(width: Int = 1400, height: Int = 900) {
    (self.width, self.height) = (width, height)
    surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, Int32(width), Int32(height))
    context = cairo_create(surface)
    cairo_set_source_rgb(context, 0.93, 0.93, 0.92)
    cairo_paint(context)
  }

  deinit {
    cairo_destroy(context)
    cairo_surface_destroy(surface)
  }

  /// Text with its upper left corner at `x` and `y`, falling to the right by `slope` pixels a pixel.
  func text(_ text: String, x: Double, y: Double, size: Double = 26, slope: Double = 0) {
    let layout = pango_cairo_create_layout(context)
    let font = pango_font_description_from_string("Serif")
    pango_font_description_set_absolute_size(font, size * Double(PANGO_SCALE))
    pango_layout_set_font_description(layout, font)
    pango_font_description_free(font)
    pango_layout_set_text(layout, text, -1)
    cairo_save(context)
    cairo_set_source_rgb(context, 0.08, 0.08, 0.1)
    cairo_translate(context, x, y)
    cairo_rotate(context, atan(slope))
    pango_cairo_show_layout(context, layout)
    cairo_restore(context)
    if let layout { forms_layout_free(layout) }
  }

  /// The rings of a red stamp, under which print stays black.
  func stamp(x: Double, y: Double, radius: Double) {
    cairo_set_operator(context, CAIRO_OPERATOR_MULTIPLY)
    cairo_set_source_rgb(context, 0.9, 0.15, 0.2)
    for (share, width) in [(1.0, 7.0), (0.8, 4)] {
      cairo_set_line_width(context, width)
      cairo_arc(context, x, y, radius * share, 0, 2 * .pi)
      cairo_stroke(context)
    }
    cairo_set_operator(context, CAIRO_OPERATOR_OVER)
  }

  /// What a camera made of it; `light` is the share of it that falls on a pixel.
  func picture(light: (_ x: Int, _ y: Int) -> Double = { _, _ in 1 }) -> ColourImage? {
    guard var image = ColourImage(drawnOn: surface) else { return nil }
    for at in image.pixels.indices {
      let pixel = at / 3
      image.pixels[at] = UInt8(Double(image.pixels[at]) * light(pixel % image.width, pixel / image.width))
    }
    return image
  }
}
