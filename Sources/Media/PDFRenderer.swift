import CPoppler

/// Pages to pixels through cairo, in bands, so that a large page never holds more than a band of 32-bit pixels.
enum PDFRenderer {
  private static let maxBandPixels = 12_000_000

  /// `channels`: 1 grey, 3 RGB.
  static func render(
    _ page: PopplerPageHandle, channels: Int, longSide: Int?
  ) throws(MediaRefusal) -> (PictureSize, [UInt8]) {
    let size = page.sizeInPixels.capped(longSide: longSide)
    return (size, try render(page, channels: channels, size: size))
  }

  /// The page stretched to `size`.
  static func render(
    _ page: PopplerPageHandle, channels: Int, size: PictureSize
  ) throws(MediaRefusal) -> [UInt8] {
    var pixels = [UInt8](repeating: 255, count: size.width * size.height * channels)
    try paint(page, size: size) { surface, rows in
      surface.copy(rows: rows.count, into: &pixels, fromRow: rows.lowerBound, channels: channels)
    }
    return pixels
  }

  /// The page stretched to `size`, in one channel for as long as it is grey.
  static func renderPixels(_ page: PopplerPageHandle, size: PictureSize) throws(MediaRefusal) -> PagePixels {
    var channels = 1
    var pixels = [UInt8](repeating: 255, count: size.width * size.height)
    try paint(page, size: size) { surface, rows in
      if channels == 1, !surface.isGrey(rows: rows.count) {
        // The bands above were grey.
        let above = GreyImage(
          width: size.width, height: rows.lowerBound, pixels: Array(pixels[..<(rows.lowerBound * size.width)]))
        channels = 3
        pixels = ColourImage(above).pixels
        pixels += repeatElement(255, count: size.width * size.height * 3 - pixels.count)
      }
      surface.copy(rows: rows.count, into: &pixels, fromRow: rows.lowerBound, channels: channels)
    }
    return channels == 1
      ? .grey(GreyImage(width: size.width, height: size.height, pixels: pixels))
      : .colour(ColourImage(width: size.width, height: size.height, pixels: pixels))
  }

  /// Paints the page band by band, each handed on with the rows of the page that it is.
  private static func paint(
    _ page: PopplerPageHandle, size: PictureSize, band: (CairoSurface, Range<Int>) -> Void
  ) throws(MediaRefusal) {
    let points = page.sizeInPoints
    let bandRows = max(1, min(size.height, maxBandPixels / size.width))
    guard
      let surface = CairoSurface(
        width: size.width, height: bandRows, scaleX: Double(size.width) / points.width,
        scaleY: Double(size.height) / points.height)
    else {
      throw MediaRefusal(.pdfDamaged(page: page.number), detail: "cairo: no surface of \(size.width) x \(bandRows)")
    }
    var top = 0
    while top < size.height {
      try surface.paint(page, top: top)
      band(surface, top..<min(top + bandRows, size.height))
      top += bandRows
    }
  }
}

/// A cairo image surface of 32-bit pixels without alpha.
private final class CairoSurface {
  private let surface: OpaquePointer
  private let width: Int
  private let height: Int
  private let scaleX: Double
  private let scaleY: Double

  init?(width: Int, height: Int, scaleX: Double, scaleY: Double) {
    guard let surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, Int32(width), Int32(height)) else { return nil }
    guard cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS else {
      cairo_surface_destroy(surface)
      return nil
    }
    self.width = width
    self.height = height
    self.scaleX = scaleX
    self.scaleY = scaleY
    self.surface = surface
  }

  deinit {
    cairo_surface_destroy(surface)
  }

  /// Paints the part of the page that begins `top` pixels below its upper edge.
  func paint(_ page: PopplerPageHandle, top: Int) throws(MediaRefusal) {
    let context = cairo_create(surface)
    defer { cairo_destroy(context) }
    cairo_set_source_rgb(context, 1, 1, 1)
    cairo_paint(context)
    cairo_translate(context, 0, Double(-top))
    cairo_scale(context, scaleX, scaleY)
    poppler_page_render(page.pointer, context)
    let status = cairo_status(context)
    // Hostile matrices and the like spoil the context; what was painted before stays.
    guard status != CAIRO_STATUS_NO_MEMORY else {
      throw MediaRefusal(
        .pdfDamaged(page: page.number), detail: "cairo: \(String(cString: cairo_status_to_string(status)))")
    }
  }

  /// Whether the first rows have no colour.
  func isGrey(rows: Int) -> Bool {
    cairo_surface_flush(surface)
    guard let data = cairo_image_surface_get_data(surface) else { return true }
    let stride = Int(cairo_image_surface_get_stride(surface))
    for row in 0..<rows {
      let source = UnsafeRawPointer(data + row * stride).assumingMemoryBound(to: UInt32.self)
      var difference: UInt32 = 0
      for x in 0..<width { difference |= (source[x] ^ (source[x] >> 8)) & 0xFFFF }
      if difference != 0 { return false }
    }
    return true
  }

  func copy(rows: Int, into pixels: inout [UInt8], fromRow first: Int, channels: Int) {
    cairo_surface_flush(surface)
    guard let data = cairo_image_surface_get_data(surface) else { return }
    let stride = Int(cairo_image_surface_get_stride(surface))
    pixels.withUnsafeMutableBufferPointer { target in
      for row in 0..<rows {
        let source = UnsafeRawPointer(data + row * stride).assumingMemoryBound(to: UInt32.self)
        let start = (first + row) * width * channels
        for x in 0..<width {
          let pixel = source[x]
          let (red, green, blue) = (pixel >> 16 & 0xFF, pixel >> 8 & 0xFF, pixel & 0xFF)
          if channels == 1 {
            target[start &+ x] = Luma.of(red, green, blue)
          } else {
            target[start &+ x &* 3] = UInt8(truncatingIfNeeded: red)
            target[start &+ x &* 3 &+ 1] = UInt8(truncatingIfNeeded: green)
            target[start &+ x &* 3 &+ 2] = UInt8(truncatingIfNeeded: blue)
          }
        }
      }
    }
  }
}
