import CPango

/// A surface to draw on: the pages of a PDF, measured in points, or one picture, measured in pixels.
///
/// cairo keeps the first error and ignores what follows it, so drawing does not throw: `pdf()`, `pixels()` and
/// `png()` check once, at the end.
package final class Canvas {
  package let width: Double
  package let height: Double
  /// The drawing context, for what this class does not offer. It belongs to the canvas.
  package let context: OpaquePointer
  private let surface: OpaquePointer
  private let sink: ByteSink?

  /// What a PDF says of itself. `created` is ISO 8601 with its offset.
  package struct Metadata {
    package var title: String
    package var author: String?
    package var subject: String?
    package var created: String

    package init(title: String, author: String? = nil, subject: String? = nil, created: String) {
      self.title = title
      self.author = author
      self.subject = subject
      self.created = created
    }
  }

  private init(surface: OpaquePointer, width: Double, height: Double, sink: ByteSink?) {
    self.width = width
    self.height = height
    self.surface = surface
    self.sink = sink
    context = cairo_create(surface)
  }

  deinit {
    cairo_destroy(context)
    // Finishing may still write to the sink, which outlives this line.
    cairo_surface_destroy(surface)
  }

  /// A PDF whose pages measure `width` × `height` points.
  package static func pdf(width: Double, height: Double, metadata: Metadata) -> Canvas {
    let sink = ByteSink()
    let surface: OpaquePointer = cairo_pdf_surface_create_for_stream(ByteSink.write, sink.closure, width, height)
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, metadata.title)
    if let author = metadata.author { cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_AUTHOR, author) }
    if let subject = metadata.subject { cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_SUBJECT, subject) }
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATOR, "hoso")
    // Left out, cairo writes the present moment, and the same form would never give the same bytes twice.
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, metadata.created)
    return Canvas(surface: surface, width: width, height: height, sink: sink)
  }

  /// Pages as a PDF has them, for counting: nothing of them is kept, and no font is written for them.
  package static func draft(width: Double, height: Double) -> Canvas {
    let surface: OpaquePointer = cairo_recording_surface_create(CAIRO_CONTENT_COLOR_ALPHA, nil)
    return Canvas(surface: surface, width: width, height: height, sink: nil)
  }

  /// A white 24-bit picture.
  package static func picture(width: Int, height: Int) -> Canvas {
    let surface: OpaquePointer = cairo_image_surface_create(CAIRO_FORMAT_RGB24, Int32(width), Int32(height))
    let canvas = Canvas(surface: surface, width: Double(width), height: Double(height), sink: nil)
    canvas.fill(x: 0, y: 0, width: canvas.width, height: canvas.height, .white)
    return canvas
  }

  /// A picture of one bit a pixel, white to begin with; `rows` are true where it is black.
  package static func bilevel(rows: [[Bool]]) -> Canvas {
    let height = rows.count
    let width = rows.first?.count ?? 0
    let surface: OpaquePointer = cairo_image_surface_create(CAIRO_FORMAT_A1, Int32(width), Int32(height))
    let canvas = Canvas(surface: surface, width: Double(width), height: Double(height), sink: nil)
    // cairo writes an A1 surface as grey PNG in which an opaque bit is white.
    canvas.fill(x: 0, y: 0, width: canvas.width, height: canvas.height, .white)
    cairo_set_operator(canvas.context, CAIRO_OPERATOR_CLEAR)
    cairo_set_antialias(canvas.context, CAIRO_ANTIALIAS_NONE)
    for (y, row) in rows.enumerated() {
      for (x, isDark) in row.enumerated() where isDark {
        cairo_rectangle(canvas.context, Double(x), Double(y), 1, 1)
      }
    }
    cairo_fill(canvas.context)
    return canvas
  }

  package func endPage() {
    cairo_show_page(context)
  }

  /// Ends a PDF and hands its bytes out; nothing can be drawn afterwards.
  package func pdf() throws(FormError) -> [UInt8] {
    try check(cairo_status(context), "drawing")
    cairo_surface_finish(surface)
    try check(cairo_surface_status(surface), "writing the PDF")
    return sink?.bytes ?? []
  }

  package func png() throws(FormError) -> [UInt8] {
    try check(cairo_status(context), "drawing")
    let png = ByteSink()
    try check(cairo_surface_write_to_png_stream(surface, ByteSink.write, png.closure), "writing the PNG")
    return png.bytes
  }

  /// A picture's red, green and blue bytes, row-major, no padding.
  package func pixels() throws(FormError) -> [UInt8] {
    try check(cairo_status(context), "drawing")
    cairo_surface_flush(surface)
    guard let data = cairo_image_surface_get_data(surface) else {
      throw FormError(.drawing, detail: "this canvas has no pixels")
    }
    let stride = Int(cairo_image_surface_get_stride(surface))
    let columns = Int(width)
    var result: [UInt8] = []
    result.reserveCapacity(3 * columns * Int(height))
    for y in 0..<Int(height) {
      // RGB24 is a native-endian 32-bit word: blue first on the little-endian machines that Debian runs here.
      let row = data + y * stride
      for x in 0..<columns {
        result.append(row[4 * x + 2])
        result.append(row[4 * x + 1])
        result.append(row[4 * x])
      }
    }
    return result
  }

  private func check(_ status: cairo_status_t, _ action: String) throws(FormError) {
    guard status == CAIRO_STATUS_SUCCESS else {
      throw FormError(.drawing, detail: "\(action): \(String(cString: cairo_status_to_string(status)))")
    }
  }
}
