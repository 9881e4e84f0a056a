import CPango
import Forms
import Media

extension Canvas {
  /// Places a picture; a PDF gets the JPEG's own bytes, as from a scanner, and not a second compression.
  func draw(jpeg: [UInt8], of image: ColourImage, x: Double, y: Double, width: Double) {
    guard let surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, Int32(image.width), Int32(image.height)) else {
      return
    }
    defer { cairo_surface_destroy(surface) }
    // cairo gives the copy back when it has written the page, by the destroy function that it is handed.
    let copy = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: jpeg.count)
    _ = copy.initialize(from: jpeg)
    cairo_surface_set_mime_data(
      surface, CAIRO_MIME_TYPE_JPEG, copy.baseAddress, UInt(jpeg.count), { $0?.deallocate() }, copy.baseAddress)
    cairo_save(context)
    cairo_translate(context, x, y)
    cairo_scale(context, width / Double(image.width), width / Double(image.width))
    cairo_set_source_surface(context, surface, 0, 0)
    cairo_paint(context)
    cairo_restore(context)
  }
}
